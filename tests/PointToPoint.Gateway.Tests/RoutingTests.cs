using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests;

public sealed class RoutingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RelativeAddress_GoesToTheDestination()
    {
        await using var erp = await LoopbackServer.StartAsync();
        using var gateway = Gateways.For("erp", erp.Address);
        using var client = gateway.CreateClient("erp");

        Assert.Equal("ok", await client.GetStringAsync("/api/orders/42?full=true", Cancellation));

        Assert.Equal("GET /api/orders/42?full=true", $"{erp.Single.Method} {erp.Single.Target}");
        Assert.Equal(erp.Address.Authority, erp.Single.Header("Host"));
    }
}
