using System.Net;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Routing;

/// <summary>Two real servers: the system, and one that must never hear of it.</summary>
public sealed class EvilServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HostileAddresses_NeverReachTheOtherServer()
    {
        await using var erp = await LoopbackServer.StartAsync();
        await using var evil = await LoopbackServer.StartAsync();
        using var gateway = Gateways.For("erp", erp.Address);
        using var client = gateway.CreateClient("erp");
        var host = evil.Address.Authority;
        string[] hostile =
        [
            $"//{host}/x", $" http://{host}/x", $"\thttp://{host}/x", $"http://{host}/x", $"HTTP:\\\\{host}/x",
            $"http://{erp.Address.Authority}@{host}/x", $"http://erp.gateway.invalid@{host}/x", $"http://{host}#@{erp.Address.Authority}/",
            $"http://localhost:{evil.Address.Port}/x", $"http://[::ffff:127.0.0.1]:{evil.Address.Port}/x", $"http://2130706433:{evil.Address.Port}/x",
        ];

        foreach (var address in hostile)
        {
            await Assert.ThrowsAsync<GatewayRoutingException>(() => client.GetAsync(address, Cancellation));
#if NETSTANDARD_BUILD
            // Can't be routed, so it must not be sent at all.
            Assert.Throws<NotSupportedException>(() => client.Send(new HttpRequestMessage(HttpMethod.Get, address), Cancellation));
#else
            Assert.Throws<GatewayRoutingException>(() => client.Send(new HttpRequestMessage(HttpMethod.Get, address), Cancellation));
#endif
        }

        Assert.Empty(evil.Received);
        Assert.Empty(erp.Received);
    }

    [Fact]
    public async Task RedirectToTheOtherServer_IsReturnedAndNotFollowed()
    {
        await using var evil = await LoopbackServer.StartAsync();
        await using var erp = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(evil.At("/stolen").AbsoluteUri);
            return Task.CompletedTask;
        });
        using var gateway = Gateways.For("erp", erp.Address);
        using var client = gateway.CreateClient("erp");
        client.DefaultRequestHeaders.Add("X-Api-Key", "secret");

        using var response = await client.GetAsync("/x", Cancellation);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(evil.At("/stolen"), response.Headers.Location);
        Assert.Empty(evil.Received);
    }

    [Fact]
    public async Task HostHeaderOfAnotherSystem_IsRefused()
    {
        await using var erp = await LoopbackServer.StartAsync();
        using var gateway = Gateways.For("erp", erp.Address, options => options.Origins.Add(new Uri("https://erp-old.contoso.com")));
        using var client = gateway.CreateClient("erp");

        async Task SendAsync(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/x");
            request.Headers.TryAddWithoutValidation("host", host);
            using var response = await client.SendAsync(request, Cancellation);
        }

        var refusal = await Assert.ThrowsAsync<GatewayRoutingException>(() => SendAsync("crm.contoso.com"));
        Assert.Equal(GatewayRoutingError.ForeignHostHeader, refusal.Error);
        Assert.Empty(erp.Received);
        await SendAsync("erp-old.contoso.com");
        await SendAsync(erp.Address.Authority);
        Assert.Equal(["erp-old.contoso.com", erp.Address.Authority], erp.Received.Select(request => request.Header("Host")));
    }

    [Fact]
    public async Task Refusal_TellsTheSystemAndItsAddresses_ButNoSecrets()
    {
        using var gateway = Gateways.For("erp", "https://erp.contoso.com/");
        using var client = gateway.CreateClient("erp");

        var refusal = await Assert.ThrowsAsync<GatewayRoutingException>(
            () => client.GetAsync("https://user:hush@evil.example/orders?token=hush", Cancellation));

        Assert.Equal(
            "The gateway did not send a request for system 'erp' to https://evil.example/orders: it is none of the system's addresses (https://erp.contoso.com/). " +
            "Use a client of the system it belongs to, or add it to Origins of 'erp'.",
            refusal.Message);
    }

    [Fact]
    public void Refusal_IsNoHttpRequestException_SoThatNobodyRetriesIt()
    {
        Assert.False(typeof(HttpRequestException).IsAssignableFrom(typeof(GatewayRoutingException)));
    }
}
