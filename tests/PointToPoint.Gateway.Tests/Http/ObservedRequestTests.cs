using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Http;

/// <summary>What code sees of a request after it was sent.</summary>
public sealed class ObservedRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AfterASend_TheRequestCarriesTheCanonicalAddress()
    {
        await using var erp = await LoopbackServer.StartAsync();
        using var gateway = Gateways.For("erp", erp.At("/base/"));

        using var response = await gateway.CreateClient("erp").GetAsync("/api/ü?q#part", Cancellation);

        Assert.Equal(erp.At("/base/api/ü?q#part"), response.RequestMessage!.RequestUri);
        Assert.Equal(erp.At("/base/api/%C3%BC?q#part").AbsoluteUri, response.RequestMessage.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task RelativeLink_ResolvesAgainstTheCanonicalAddress_AndIsRouted()
    {
        await using var erp = await LoopbackServer.StartAsync();
        using var gateway = Gateways.For("erp", erp.At("/base/"));
        using var client = gateway.CreateClient("erp");

        using var first = await client.GetAsync("/orders/1", Cancellation);
        await client.GetAsync(new Uri(first.RequestMessage!.RequestUri!, "2"), Cancellation);
        await client.GetAsync(first.RequestMessage.RequestUri, Cancellation);

        Assert.Equal(["/base/orders/1", "/base/orders/2", "/base/orders/1"], erp.Received.Select(request => request.Target));
    }

    [Fact]
    public async Task AfterAFailure_TheRequestIsAsTheCallerMadeIt()
    {
        using var gateway = Gateways.For("erp", "http://erp.contoso.com/");
        using var client = new HttpClient(gateway.CreateHandler("erp", new StubTransport(_ => throw new HttpRequestException("down"))));
        var address = new Uri("http://erp.gateway.invalid/orders");

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request, Cancellation));
        Assert.Same(address, request.RequestUri);

#if !NETSTANDARD_BUILD
        using var synchronous = new HttpRequestMessage(HttpMethod.Get, address);
        Assert.Throws<HttpRequestException>(() => client.Send(synchronous, Cancellation));
        Assert.Same(address, synchronous.RequestUri);
#endif
    }

    [Fact]
    public async Task AfterAFailureBehindARedirect_TheRequestCanBeSentAgain()
    {
        var attempts = 0;
        await using var erp = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/orders") context.Response.Redirect("/target");
            else if (++attempts == 1) context.Abort();
            return Task.CompletedTask;
        });
        using var gateway = Gateways.For("erp", erp.Address);
        using var invoker = new HttpMessageInvoker(gateway.CreateHandler("erp"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://erp.gateway.invalid/orders") { Content = new StringContent("body") };
        request.Headers.Add("Authorization", "Bearer token");

        await Assert.ThrowsAsync<HttpRequestException>(() => invoker.SendAsync(request, Cancellation));
        Assert.Equal(
            ("POST", "http://erp.gateway.invalid/orders", "Bearer token", "body"),
            (request.Method.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), await request.Content.ReadAsStringAsync(Cancellation)));
        using var response = await invoker.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["/orders", "/target"], erp.Received.Select(received => received.Target).Distinct());
        Assert.Equal(2, erp.Received.Count(received => received is { Target: "/orders", Method: "POST", Body: "body" }));
    }

    [Fact]
    public async Task RefusedRequest_IsUntouched()
    {
        using var gateway = Gateways.For("erp", "http://erp.contoso.com/");
        using var client = gateway.CreateClient("erp");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://evil.example/");

        await Assert.ThrowsAsync<GatewayRoutingException>(() => client.SendAsync(request, Cancellation));

        Assert.Equal("http://evil.example/", request.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task Cancellation_BeforeAndDuringTheCall_IsTheCallers()
    {
        var arrived = new TaskCompletionSource();
        await using var erp = await LoopbackServer.StartAsync(async context =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var gateway = Gateways.For("erp", erp.Address);
        using var client = gateway.CreateClient("erp");
        using var cancelled = new CancellationTokenSource();

        var call = client.GetAsync("/x", cancelled.Token);
        await arrived.Task;
        await cancelled.CancelAsync();

        Assert.Equal(cancelled.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.Equal(cancelled.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync("/x", cancelled.Token))).CancellationToken);
    }
}
