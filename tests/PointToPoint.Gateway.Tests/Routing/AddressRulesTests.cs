using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Routing;

/// <summary>Which address a request reaches, for what code may ask for. The handler below is a stub, so nothing depends on names that resolve.</summary>
public sealed class AddressRulesTests
{
    private static readonly UriCreationOptions AsIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    [Theory]
    [InlineData("", "https://erp.contoso.com/")]
    [InlineData("x", "https://erp.contoso.com/x")]
    [InlineData("/x", "https://erp.contoso.com/x")]
    [InlineData("../x", "https://erp.contoso.com/x")]
    [InlineData("?q", "https://erp.contoso.com/?q")]
    [InlineData("/a/../../x", "https://erp.contoso.com/x")]
    [InlineData("%2e%2e/x", "https://erp.contoso.com/x")]
    [InlineData("a/%2e%2e/%2E%2e/x", "https://erp.contoso.com/x")]
    [InlineData("/..%2fx", "https://erp.contoso.com/..%2fx")]
    [InlineData("/..%5cx", "https://erp.contoso.com/..%5cx")]
    [InlineData("/.//evil.example/x", "https://erp.contoso.com//evil.example/x")]
    [InlineData("/\\evil.example/x", "https://erp.contoso.com//evil.example/x")]
#if !NETSTANDARD_BUILD
    [InlineData("/a%%2eb", "https://erp.contoso.com/a%25%2eb")]
#endif
    [InlineData("/./orders:search", "https://erp.contoso.com/orders:search")]
    [InlineData("/api/orders:search", "https://erp.contoso.com/api/orders:search")]
    [InlineData("/a%2Fb", "https://erp.contoso.com/a%2Fb")]
    [InlineData("/a%252Fb", "https://erp.contoso.com/a%252Fb")]
    [InlineData("/a b/ü?q=ü&r=a+b", "https://erp.contoso.com/a%20b/%C3%BC?q=%C3%BC&r=a+b")]
    [InlineData("/x\r\nHost: evil.example", "https://erp.contoso.com/x%0D%0AHost:%20evil.example")]
    [InlineData("/x#part", "https://erp.contoso.com/x#part")]
    public async Task AddressInsideTheSystem_ReachesTheDestination(string asked, string reached)
    {
        Assert.Equal(reached, await SendAsync("https://erp.contoso.com/", asked));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData(" https://evil.example/x")]
    [InlineData("\thttps://evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData("https://erp.contoso.com@evil.example/x")]
    [InlineData("https://erp.contoso.com.evil.example/x")]
    [InlineData("https://evil-erp.contoso.com/x")]
    [InlineData("https://erp.gateway.invalid.evil.example/x")]
    [InlineData("https://erp.gateway.invalid@evil.example/x")]
    [InlineData("https://crm.gateway.invalid/x")]
    [InlineData("https://erp.gateway.invalid:8443/x")]
    [InlineData("https://erp.gateway.invalid./x")]
    [InlineData("https://erp.contoso.com:8443/x")]
    [InlineData("http://erp.contoso.com/x")]
    [InlineData("https://erp.contoso.com./x")]
    public async Task AddressOfAnotherOrigin_IsRefusedBeforeAnythingIsSent(string asked)
    {
        Assert.Equal(GatewayRoutingError.ForeignAddress, await RefusalAsync("https://erp.contoso.com/", asked));
    }

    [Theory]
    [InlineData("orders:search")]
    [InlineData("\\\\evil.example\\x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://erp.contoso.com/x")]
    [InlineData("ws://erp.contoso.com/x")]
    public async Task AddressThatIsNotHttp_IsRefusedBeforeAnythingIsSent(string asked)
    {
        Assert.Equal(GatewayRoutingError.InvalidAddress, await RefusalAsync("https://erp.contoso.com/", asked));
    }

    [Theory]
    [InlineData("https://erp.contoso.com/x?q", "https://erp.contoso.com/x?q")]
    [InlineData("HTTPS://ERP.Contoso.com:443/x", "https://erp.contoso.com/x")]
    [InlineData("https://erp-old.contoso.com/x", "https://erp-old.contoso.com/x")]
    [InlineData("http://10.0.0.5:8080/x", "http://10.0.0.5:8080/x")]
    [InlineData("https://bücher.example/x", "https://bücher.example/x")]
    [InlineData("https://xn--bcher-kva.example/x", "https://xn--bcher-kva.example/x")]
    [InlineData("https://[::1]:5001/x", "https://[::1]:5001/x")]
    public async Task PhysicalAddressOfTheSystem_IsForwardedUnchanged(string asked, string reached)
    {
        var address = await SendAsync("https://erp.contoso.com/", asked, options =>
        {
            foreach (var origin in new[] { "https://erp-old.contoso.com", "http://10.0.0.5:8080", "https://bücher.example", "https://[::1]:5001" })
                options.Origins.Add(new Uri(origin));
        });

        Assert.Equal(reached, address);
    }

    [Theory]
    [InlineData("https://corp.example/erp/", "/orders?q=1", "https://corp.example/erp/orders?q=1")]
    [InlineData("https://corp.example/erp", "/orders", "https://corp.example/erp/orders")]
    [InlineData("https://corp.example/erp/", "", "https://corp.example/erp/")]
    [InlineData("https://corp.example/erp/", "/../../x", "https://corp.example/erp/x")]
    [InlineData("https://corp.example/erp/", "/erp/x", "https://corp.example/erp/erp/x")]
    [InlineData("https://corp.example/erp/", "https://corp.example/erp/orders", "https://corp.example/erp/orders")]
    [InlineData("https://corp.example/erp/", "https://corp.example/erp?q", "https://corp.example/erp?q")]
    [InlineData("https://corp.example/e%20p/", "/x", "https://corp.example/e%20p/x")]
    public async Task DestinationWithAPath_PrefixesLogicalAddressesOnly(string destination, string asked, string reached)
    {
        Assert.Equal(reached, await SendAsync(destination, asked));
    }

    [Theory]
    [InlineData("https://corp.example/crm/x")]
    [InlineData("https://corp.example/")]
    [InlineData("https://corp.example/erpx")]
    [InlineData("https://corp.example/ERP/x")]
    [InlineData("https://corp.example/erp/../crm")]
    [InlineData("https://corp.example/erp/%2e%2e/crm")]
    public async Task PhysicalAddressAboveTheDestinationsPath_IsRefused(string asked)
    {
        Assert.Equal(GatewayRoutingError.OutsideBasePath, await RefusalAsync("https://corp.example/erp/", asked));
    }

    [Fact]
    public async Task OriginWithoutAPath_IsConfinedToTheDestinationsPath()
    {
        static void AddOrigin(GatewaySystemOptions options) => options.Origins.Add(new Uri("https://old.example"));

        Assert.Equal("https://old.example/erp/x", await SendAsync("https://corp.example/erp/", "https://old.example/erp/x", AddOrigin));
        Assert.Equal(GatewayRoutingError.OutsideBasePath, await RefusalAsync("https://corp.example/erp/", "https://old.example/x", AddOrigin));
    }

    [Fact]
    public async Task OriginWithAPath_IsConfinedToItsOwn()
    {
        static void AddOrigin(GatewaySystemOptions options) => options.Origins.Add(new Uri("https://corp.example/legacy"));

        Assert.Equal("https://corp.example/legacy/x", await SendAsync("https://corp.example/erp/", "https://corp.example/legacy/x", AddOrigin));
        Assert.Equal("https://corp.example/erp/x", await SendAsync("https://corp.example/erp/", "https://corp.example/erp/x", AddOrigin));
        Assert.Equal(GatewayRoutingError.OutsideBasePath, await RefusalAsync("https://corp.example/erp/", "https://corp.example/x", AddOrigin));
    }

    [Theory]
    [InlineData("http://erp.gateway.invalid/x")]
    [InlineData("https://erp.gateway.invalid/x")]
    [InlineData("https://ERP.Gateway.Invalid:443/x")]
    public async Task LogicalAddress_IsTakenWithEitherScheme_AndSentWithTheDestinations(string asked)
    {
        Assert.Equal("https://erp.contoso.com/x", await SendAsync("https://erp.contoso.com/", asked));
        Assert.Equal("http://localhost:5102/x", await SendAsync("http://localhost:5102", asked));
    }

    [Theory]
    [InlineData("/../crm")]
    [InlineData("/a/%2e%2e/%2E./%2e%2e/crm")]
    [InlineData("/..\\crm")]
    [InlineData("/x HTTP/1.1\r\nHost: evil.example\r\n\r\nGET /y")]
    [InlineData("/x?q=a b")]
    [InlineData("/x#fragment")]
    [InlineData("/ü")]
    public async Task AddressWhoseCanonicalizationWasSwitchedOff_IsRefusedIfItIsNotCanonical(string pathAndQuery)
    {
        var transport = new StubTransport();
        using var gateway = Gateways.For("erp", "https://corp.example/erp/");
        using var invoker = new HttpMessageInvoker(gateway.CreateHandler("erp", transport));

        foreach (var origin in new[] { "https://corp.example/erp", "https://erp.gateway.invalid" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(origin + pathAndQuery, AsIs));
            var refusal = await Assert.ThrowsAsync<GatewayRoutingException>(() => invoker.SendAsync(request, TestContext.Current.CancellationToken));
            Assert.Contains(refusal.Error, new[] { GatewayRoutingError.InvalidAddress, GatewayRoutingError.OutsideBasePath });
        }

        Assert.Empty(transport.Reached);
    }

#if !NETSTANDARD_BUILD
    [Theory]
    [InlineData("/%7Ex/%41")]
    [InlineData("/a%2eb?q=%41")]
    public void AddressWhoseCanonicalizationWasSwitchedOff_IsSentAsItIsOtherwise(string pathAndQuery)
    {
        var transport = new StubTransport();
        using var gateway = Gateways.For("erp", "https://corp.example/erp/");
        using var invoker = new HttpMessageInvoker(gateway.CreateHandler("erp", transport));

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("https://erp.gateway.invalid" + pathAndQuery, AsIs));
        using var response = invoker.Send(request, TestContext.Current.CancellationToken);

        Assert.Equal("/erp" + pathAndQuery, Assert.Single(transport.Reached).PathAndQuery);
    }
#endif

    [Fact]
    public async Task RequestWithoutAnAddress_IsRefused()
    {
        var transport = new StubTransport();
        using var gateway = Gateways.For("erp", "https://erp.contoso.com/");
        using var invoker = new HttpMessageInvoker(gateway.CreateHandler("erp", transport));

        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => invoker.SendAsync(new HttpRequestMessage(), TestContext.Current.CancellationToken));
        Assert.Contains("has no address", missing.Message, StringComparison.Ordinal);
        var relative = await Assert.ThrowsAsync<GatewayRoutingException>(
            () => invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, "x"), TestContext.Current.CancellationToken));
        Assert.Equal(GatewayRoutingError.InvalidAddress, relative.Error);
        Assert.Empty(transport.Reached);
    }

    private static async Task<string> SendAsync(string destination, string asked, Action<GatewaySystemOptions>? configure = null)
    {
        var transport = new StubTransport();
        using var client = Client(destination, transport, configure);
        using var response = await client.GetAsync(asked, TestContext.Current.CancellationToken);
        return Assert.Single(transport.Reached).AbsoluteUri;
    }

    private static async Task<GatewayRoutingError> RefusalAsync(string destination, string asked, Action<GatewaySystemOptions>? configure = null)
    {
        var transport = new StubTransport();
        using var client = Client(destination, transport, configure);
        var refusal = await Assert.ThrowsAsync<GatewayRoutingException>(() => client.GetAsync(asked, TestContext.Current.CancellationToken));
        Assert.Empty(transport.Reached);
        Assert.Equal("erp", refusal.System);
        return refusal.Error;
    }

    private static HttpClient Client(string destination, StubTransport transport, Action<GatewaySystemOptions>? configure)
    {
        var gateway = Gateways.For("erp", destination, configure);
        return new HttpClient(gateway.CreateHandler("erp", transport)) { BaseAddress = gateway.GetBaseAddress("erp") };
    }
}
