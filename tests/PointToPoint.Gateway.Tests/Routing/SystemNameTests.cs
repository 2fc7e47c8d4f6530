using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Routing;

public sealed class SystemNameTests
{
    [Theory]
    [InlineData("erp")]
    [InlineData("ERP")]
    [InlineData("Erp")]
    public void UpperAndLowerCase_AreTheSameSystem(string name)
    {
        using var gateway = Gateways.For("eRp", "https://erp.contoso.com/");

        Assert.Equal("https://erp.gateway.invalid/", gateway.GetBaseAddress(name).AbsoluteUri);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("erp-2")]
    [InlineData("-")]
    [InlineData("-erp-")]
    [InlineData("a--b")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123")]
    public async Task EveryAllowedName_MakesAnAddressThatIsRouted(string name)
    {
        var transport = new StubTransport();
        using var gateway = Gateways.For(name, "https://erp.contoso.com/");
        using var client = new HttpClient(gateway.CreateHandler(name, transport)) { BaseAddress = gateway.GetBaseAddress(name) };

        using var response = await client.GetAsync("/x", TestContext.Current.CancellationToken);

        Assert.Equal("https://erp.contoso.com/x", Assert.Single(transport.Reached).AbsoluteUri);
    }

    [Theory]
    [InlineData("erp", "http://localhost:5102/", "http://erp.gateway.invalid/")]
    [InlineData("erp", "https://erp.contoso.com:8443/api", "https://erp.gateway.invalid/")]
    public void LogicalAddress_HasTheSchemeOfTheDestinationAndNoPath(string name, string destination, string logical)
    {
        using var gateway = Gateways.For(name, destination);

        Assert.Equal(logical, gateway.GetBaseAddress(name).AbsoluteUri);
        Assert.Equal(logical, gateway.CreateClient(name).BaseAddress!.AbsoluteUri);
    }

    [Fact]
    public void UnknownSystem_IsRefusedWithTheNearestAndAllNames()
    {
        using var gateway = IntegrationGatewayFactory.Create(options =>
        {
            options.Add("crm", new Uri("https://crm.contoso.com/"));
            options.Add("marketing", new Uri("https://marketing.contoso.com/"));
            options.Add("erp", new Uri("https://erp.contoso.com/"));
        });

        var refusal = Assert.Throws<GatewayRoutingException>(() => gateway.CreateClient("marketnig"));

        Assert.Equal("The gateway knows no system 'marketnig'. Did you mean 'marketing'? Known systems: crm, erp, marketing.", refusal.Message);
        Assert.Equal("marketnig", refusal.System);
        Assert.Equal(GatewayRoutingError.UnknownSystem, refusal.Error);
    }

    [Theory]
    [InlineData("billing")]
    [InlineData("")]
    [InlineData("erp.contoso.com")]
    [InlineData("erp/../crm")]
    [InlineData("er p")]
    [InlineData("érp")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void EveryMember_RefusesAnUnknownSystem(string name)
    {
        using var gateway = Gateways.For("erp", "https://erp.contoso.com/");

        foreach (var member in new Action[]
                 {
                     () => gateway.CreateClient(name), () => gateway.CreateClient(name, "api/"), () => gateway.CreateHandler(name),
                     () => gateway.CreateHandler(name, new StubTransport()), () => gateway.GetBaseAddress(name), () => gateway.GetEndpoint(name),
                 })
        {
            var refusal = Assert.Throws<GatewayRoutingException>(member);
            Assert.Equal(GatewayRoutingError.UnknownSystem, refusal.Error);
            Assert.Equal(name, refusal.System);
            Assert.EndsWith("Known systems: erp.", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void UnknownSystem_DoesNotBringControlCharactersIntoTheMessage()
    {
        using var gateway = Gateways.For("erp", "https://erp.contoso.com/");

        var refusal = Assert.Throws<GatewayRoutingException>(() => gateway.CreateClient("erp\r\nERROR all is lost" + new string('x', 1000)));

        Assert.DoesNotContain(refusal.Message, char.IsControl);
        Assert.InRange(refusal.Message.Length, 1, 400);
    }
}
