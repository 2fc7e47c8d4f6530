using System.Net;
using Microsoft.AspNetCore.Http;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Http;

public sealed class CookieTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task LoginThenCall_IsTheSame() => Transcript.AssertEqualAsync(
        Login(redirect: false),
        async erp => await LogInAsync(new HttpClient(), erp),
        async gateway => await LogInAsync(gateway.CreateClient("erp"), ""));

    [Fact]
    public Task LoginThatRedirects_IsTheSame() => Transcript.AssertEqualAsync(
        Login(redirect: true),
        async erp => await LogInAsync(new HttpClient(), erp),
        async gateway => await LogInAsync(gateway.CreateClient("erp"), ""));

    [Fact]
    public Task CookieHeaderOfTheCaller_IsSentBesides_AndLeftOnTheRequest() => Transcript.AssertEqualAsync(
        Login(redirect: false),
        async erp => await LogInAsync(new HttpClient(), erp, ownCookie: "theme=dark"),
        async gateway => await LogInAsync(gateway.CreateClient("erp"), "", ownCookie: "theme=dark"));

#if !NETSTANDARD_BUILD
    [Fact]
    public Task SynchronousLogin_IsTheSame() => Transcript.AssertEqualAsync(
        Login(redirect: true),
        erp => Task.FromResult<object?>(LogIn(new HttpClient(), erp)),
        gateway => Task.FromResult<object?>(LogIn(gateway.CreateClient("erp"), "")));
#endif

    [Fact]
    public Task HandlerWithCookiesOfItsOwn_KeepsThem() => Transcript.AssertEqualAsync(
        Login(redirect: true),
        async erp => await LogInAsync(new HttpClient(new HttpClientHandler { CookieContainer = Jar(erp) }), erp),
        async gateway => await LogInAsync(
            new HttpClient(gateway.CreateHandler("erp", new HttpClientHandler { CookieContainer = Jar(gateway.GetEndpoint("erp").AbsoluteUri) }))
            {
                BaseAddress = gateway.GetBaseAddress("erp"),
            },
            ""));

    [Fact]
    public async Task Cookies_AreNotSharedBetweenClients()
    {
        await using var erp = await LoopbackServer.StartAsync(Login(redirect: false));
        using var gateway = Gateways.For("erp", erp.Address);
        using var first = gateway.CreateClient("erp");
        using var second = gateway.CreateClient("erp");
        using var handler = new HttpClient(gateway.CreateHandler("erp")) { BaseAddress = gateway.GetBaseAddress("erp") };

        await first.PostAsync("/login", null, Cancellation);
        foreach (var client in new[] { first, second, handler }) await client.GetAsync("/orders", Cancellation);

        Assert.Equal([null, "session=1", null, null], erp.Received.Select(request => request.Header("Cookie")));
    }

    [Fact]
    public async Task CookiesOfAHandler_LastAsLongAsTheHandler()
    {
        await using var erp = await LoopbackServer.StartAsync(Login(redirect: false));
        using var gateway = Gateways.For("erp", erp.Address);
        using var client = new HttpClient(gateway.CreateHandler("erp")) { BaseAddress = gateway.GetBaseAddress("erp") };

        await client.PostAsync("/login", null, Cancellation);
        await client.GetAsync("/orders", Cancellation);

        Assert.Equal([null, "session=1"], erp.Received.Select(request => request.Header("Cookie")));
    }

    [Fact]
    public async Task CookiesNone_RemembersNone()
    {
        await using var erp = await LoopbackServer.StartAsync(Login(redirect: false));
        using var gateway = Gateways.For("erp", erp.Address, options => options.Cookies = GatewayCookies.None);
        using var client = gateway.CreateClient("erp");

        await client.PostAsync("/login", null, Cancellation);
        await client.GetAsync("/orders", Cancellation);

        Assert.Equal([null, null], erp.Received.Select(request => request.Header("Cookie")));
    }

    [Fact]
    public async Task MalformedCookie_IsIgnored()
    {
        await using var erp = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Append("Set-Cookie", "bad; domain=evil.example");
            context.Response.Headers.Append("Set-Cookie", "=;=");
            context.Response.Headers.Append("Set-Cookie", "good=1");
            return Task.CompletedTask;
        });
        using var gateway = Gateways.For("erp", erp.Address);
        using var client = gateway.CreateClient("erp");

        await client.GetAsync("/a", Cancellation);
        await client.GetAsync("/b", Cancellation);

        Assert.Equal([null, "good=1"], erp.Received.Select(request => request.Header("Cookie")));
    }

    private static RequestDelegate Login(bool redirect) => context =>
    {
        if (context.Request.Path == "/login")
        {
            context.Response.Headers.Append("Set-Cookie", "session=1; path=/; HttpOnly");
            if (redirect) context.Response.Redirect("/home");
        }

        return Task.CompletedTask;
    };

    private static CookieContainer Jar(string address)
    {
        var jar = new CookieContainer();
        jar.Add(new Uri(address), new Cookie("known", "yes"));
        return jar;
    }

    private static async Task<object?> LogInAsync(HttpClient client, string address, string? ownCookie = null)
    {
        using var login = await client.PostAsync(address + "/login", new StringContent("user"), Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address + "/orders");
        if (ownCookie is not null) request.Headers.Add("Cookie", ownCookie);
        using var orders = await client.SendAsync(request, Cancellation);
        return $"{login.StatusCode} {login.RequestMessage} {orders.StatusCode} {orders.RequestMessage}";
    }

    private static string LogIn(HttpClient client, string address)
    {
        using var login = client.Send(new HttpRequestMessage(HttpMethod.Post, address + "/login"), Cancellation);
        using var orders = client.Send(new HttpRequestMessage(HttpMethod.Get, address + "/orders"), Cancellation);
        return $"{login.StatusCode} {login.RequestMessage} {orders.StatusCode} {orders.RequestMessage}";
    }
}
