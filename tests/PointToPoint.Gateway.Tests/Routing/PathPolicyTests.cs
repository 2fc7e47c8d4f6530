using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Routing;

public sealed class PathPolicyTests
{
    [Theory]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/orders?q=/admin")]
    [InlineData("/public/x")]
    [InlineData("/admin/../api/x")]
    public async Task AllowedPath_IsSent(string path)
    {
        Assert.Null(await SendAsync(path, Confine));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/apix")]
    [InlineData("/API/orders")]
    [InlineData("/admin")]
    [InlineData("/api/../admin")]
    [InlineData("/api/%2e%2e/admin")]
    [InlineData("//api/orders")]
    [InlineData("?/api/")]
    public async Task OtherPath_IsRefused(string path)
    {
        Assert.Equal(GatewayRoutingError.PathNotAllowed, await SendAsync(path.StartsWith("//", StringComparison.Ordinal) ? "/." + path : path, Confine));
    }

    [Theory]
    [InlineData("https://corp.example/erp/api/x", null)]
    [InlineData("https://corp.example/erp/admin", GatewayRoutingError.PathNotAllowed)]
    [InlineData("https://corp.example/erp", GatewayRoutingError.PathNotAllowed)]
    [InlineData("https://corp.example/api/x", GatewayRoutingError.OutsideBasePath)]
    public async Task AllowedPaths_CountFromTheSystemsAddress_ForPhysicalAddressesToo(string address, GatewayRoutingError? error)
    {
        Assert.Equal(error, await SendAsync(address, Confine));
    }

    [Theory]
    [InlineData("/files/..%2fadmin")]
    [InlineData("/files/..%5Cadmin")]
    [InlineData("/files/x%2F..%2Fadmin")]
    [InlineData("/files/x%2f%2e%2e%2fadmin")]
    [InlineData("/files/x%5c..")]
    public async Task EncodedTraversal_IsRefusedOnlyIfConfigured(string path)
    {
        Assert.Null(await SendAsync(path, _ => { }));
        Assert.Equal(GatewayRoutingError.EncodedTraversal, await SendAsync(path, options => options.RejectEncodedTraversal = true));
    }

    [Theory]
    [InlineData("/files/a%2Fb")]
    [InlineData("/files/a..%2Fb")]
    [InlineData("/files/..a%2Fb")]
    [InlineData("/files/...%2Fb")]
    [InlineData("/files/x?path=..%2fadmin")]
    public async Task EncodedSeparatorWithoutTraversal_IsSent(string path)
    {
        Assert.Null(await SendAsync(path, options => options.RejectEncodedTraversal = true));
    }

    private static void Confine(GatewaySystemOptions options)
    {
        options.AllowedPaths.Add("/api/");
        options.AllowedPaths.Add("/public");
    }

    private static async Task<GatewayRoutingError?> SendAsync(string asked, Action<GatewaySystemOptions> configure)
    {
        var transport = new StubTransport();
        using var gateway = Gateways.For("erp", "https://corp.example/erp/", configure);
        using var client = new HttpClient(gateway.CreateHandler("erp", transport)) { BaseAddress = gateway.GetBaseAddress("erp") };
        try
        {
            using var response = await client.GetAsync(asked, TestContext.Current.CancellationToken);
            Assert.Single(transport.Reached);
            return null;
        }
        catch (GatewayRoutingException refusal)
        {
            Assert.Empty(transport.Reached);
            return refusal.Error;
        }
    }
}
