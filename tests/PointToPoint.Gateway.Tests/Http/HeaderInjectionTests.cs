using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Http;

public sealed class HeaderInjectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nX-Evil: 1")]
    [InlineData("a\r\n X-Evil: 1")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("\r\n\r\nGET /evil HTTP/1.1")]
    public async Task LineBreakOrNulInAHeader_IsRefusedBeforeAConnectionIsOpened(string value)
    {
        using var server = new RawServer();
        using var gateway = Gateways.For("erp", server.Address);
        using var client = gateway.CreateClient("erp");
        var senders = new Action<HttpRequestMessage>[]
        {
            request => request.Headers.TryAddWithoutValidation("X-Note", value),
            request => request.Headers.TryAddWithoutValidation("Authorization", value),
            request => request.Headers.TryAddWithoutValidation("X-Note", ["fine", value]),
            request => request.Content!.Headers.TryAddWithoutValidation("Content-Disposition", value),
        };

        foreach (var add in senders)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/x") { Content = new StringContent("body") };
            add(request);
            var refusal = await Assert.ThrowsAsync<GatewayRoutingException>(() => client.SendAsync(request, Cancellation));
            Assert.Equal(GatewayRoutingError.HeaderInjection, refusal.Error);
            Assert.DoesNotContain("Evil", refusal.Message, StringComparison.Ordinal);
        }

        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Default", value);
        await Assert.ThrowsAsync<GatewayRoutingException>(() => client.GetAsync("/x", Cancellation));
        Assert.True(server.IsUntouched);
    }

    [Fact]
    public async Task WithoutTheGateway_TheSameHeaderIsWrittenRaw()
    {
        // Why the check exists; when this fails, the framework has closed the hole itself.
        using var server = new RawServer();
        using var client = new HttpClient { BaseAddress = server.Address };

        Assert.Contains("\r\nX-Evil: 1", await HeadAsync(client, server, "a\r\nX-Evil: 1"), StringComparison.Ordinal);
    }

#if !NETSTANDARD_BUILD
    [Theory]
    [InlineData("plain")]
    [InlineData("tab\tinside")]
    [InlineData("quoted \"text\"; q=0.50")]
    public async Task HarmlessHeader_IsOnTheWireAsWithoutTheGateway(string value)
    {
        using var directServer = new RawServer();
        using var direct = new HttpClient { BaseAddress = directServer.Address };
        using var routedServer = new RawServer();
        using var gateway = Gateways.For("erp", routedServer.Address);
        using var routed = gateway.CreateClient("erp");

        var before = await HeadAsync(direct, directServer, value);
        var after = await HeadAsync(routed, routedServer, value);

        Assert.Contains($"X-Note: {value}\r\n", after, StringComparison.Ordinal);
        Assert.Equal(before, after);
    }
#endif

    private static async Task<string> HeadAsync(HttpClient client, RawServer server, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x");
        request.Headers.TryAddWithoutValidation("X-Note", value);
        request.Headers.TryAddWithoutValidation("Accept", "text/html;q=0.50,  */*");
        using var response = await client.SendAsync(request, Cancellation);
        return await server.HeadAsync();
    }
}
