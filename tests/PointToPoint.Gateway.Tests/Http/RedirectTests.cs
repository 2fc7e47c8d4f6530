using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Http;

public sealed class RedirectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int, string> StatusesAndMethods()
    {
        var data = new TheoryData<int, string>();
        foreach (var status in new[] { 300, 301, 302, 303, 304, 305, 307, 308 })
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" }) data.Add(status, method);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(StatusesAndMethods))]
    public Task Redirect_IsFollowedByTheRulesOfHttpClient(int status, string method) => Transcript.AssertEqualAsync(
        RedirectOnce(status, "/target?x=1"),
        async erp => await SendAsync(new HttpClient(), method, $"{erp}/start"),
        async gateway => await SendAsync(gateway.CreateClient("erp"), method, "/start"));

    [Theory]
    [InlineData("/target")]
    [InlineData("target")]
    [InlineData("../target")]
    [InlineData("?x=1")]
    [InlineData("#other")]
    [InlineData("")]
    [InlineData("{self}/target")]
    [InlineData("{self}/target#own")]
    [InlineData("%C3%BC/x y")]
    [InlineData("http://[bad")]
    [InlineData(null)]
    public Task Location_IsReadAsHttpClientReadsIt(string? location) => Transcript.AssertEqualAsync(
        RedirectOnce(302, location),
        async erp => await SendAsync(new HttpClient(), "GET", $"{erp}/deep/start#part"),
        async gateway => await SendAsync(gateway.CreateClient("erp"), "GET", "/deep/start#part"));

#if !NETSTANDARD_BUILD
    [Fact]
    public Task SynchronousRedirect_IsTheSame() => Transcript.AssertEqualAsync(
        RedirectOnce(302, "/target"),
        erp => Task.FromResult<object?>(Send(new HttpClient(), $"{erp}/start")),
        gateway => Task.FromResult<object?>(Send(gateway.CreateClient("erp"), "/start")));
#endif

    [Fact]
    public Task EndlessRedirects_StopWhereHttpClientStops() => Transcript.AssertEqualAsync(
        context =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        },
        async erp => await SendAsync(new HttpClient(), "GET", $"{erp}/again"),
        async gateway => await SendAsync(gateway.CreateClient("erp"), "GET", "/again"));

    [Fact]
    public Task HandlerThatFollowsFewRedirects_IsTakenAtItsWord() => Transcript.AssertEqualAsync(
        context =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        },
        async erp => await SendAsync(new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 2 }), "GET", $"{erp}/again"),
        async gateway => await SendAsync(Wrapped(gateway, new SocketsHttpHandler { MaxAutomaticRedirections = 2 }), "GET", "/again"));

    [Fact]
    public Task HandlerThatFollowsNoRedirects_StaysSo() => Transcript.AssertEqualAsync(
        RedirectOnce(302, "/target"),
        async erp => await SendAsync(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }), "GET", $"{erp}/start"),
        async gateway => await SendAsync(Wrapped(gateway, new HttpClientHandler { AllowAutoRedirect = false }), "GET", "/start"));

    [Fact]
    public Task CreatedLocation_IsLeftToTheCaller() => Transcript.AssertEqualAsync(
        context =>
        {
            context.Response.StatusCode = 201;
            context.Response.Headers.Location = "/orders/43";
            return Task.CompletedTask;
        },
        async erp => await SendAsync(new HttpClient(), "POST", $"{erp}/orders"),
        async gateway => await SendAsync(gateway.CreateClient("erp"), "POST", "/orders"));

    [Fact]
    public async Task RedirectToAnOriginOfTheSystem_IsFollowed()
    {
        await using var other = await LoopbackServer.StartAsync();
        await using var erp = await LoopbackServer.StartAsync(RedirectOnce(302, other.At("/moved").AbsoluteUri));
        using var gateway = Gateways.For("erp", erp.Address, options => options.Origins.Add(other.Address));

        using var response = await gateway.CreateClient("erp").GetAsync("/start", Cancellation);

        Assert.Equal("/moved", other.Single.Target);
        Assert.Equal(other.At("/moved"), response.RequestMessage!.RequestUri);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/erp/admin")]
    [InlineData("//127.0.0.2/erp/api/x")]
    [InlineData("https://erp.gateway.invalid/api/x")]
    public async Task RedirectOutOfTheAllowedPaths_IsReturned(string location)
    {
        await using var erp = await LoopbackServer.StartAsync(RedirectOnce(302, location));
        using var gateway = Gateways.For("erp", erp.At("/erp/"), options => options.AllowedPaths.Add("/api"));

        using var response = await gateway.CreateClient("erp").GetAsync("/api/start", Cancellation);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/erp/api/start", erp.Single.Target);
    }

    [Fact]
    public async Task RedirectsNone_ReturnsEveryRedirect()
    {
        await using var erp = await LoopbackServer.StartAsync(RedirectOnce(302, "/target"));
        using var gateway = Gateways.For("erp", erp.Address, options => options.Redirects = GatewayRedirects.None);

        using var response = await gateway.CreateClient("erp").GetAsync("/start", Cancellation);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/start", erp.Single.Target);
    }

    [Fact]
    public async Task SecureToInsecureRedirect_IsReturned_EvenInsideTheSystem()
    {
        var transport = new RedirectingTransport(new Uri("http://erp.contoso.com/x"));
        using var gateway = Gateways.For("erp", "https://erp.contoso.com/", options => options.Origins.Add(new Uri("http://erp.contoso.com")));
        using var client = Wrapped(gateway, transport);

        using var response = await client.GetAsync("/start", Cancellation);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
    }

    [Fact]
    public async Task HandlerThatHasSentAlready_AndFollowsRedirects_IsRefused()
    {
        await using var erp = await LoopbackServer.StartAsync();
        using var gateway = Gateways.For("erp", erp.Address);
        var shared = new SocketsHttpHandler();
        await new HttpClient(shared).GetStringAsync(erp.Address, Cancellation);
        using var client = Wrapped(gateway, shared);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetStringAsync("/x", Cancellation));

        Assert.Contains("AllowAutoRedirect = false", failure.Message, StringComparison.Ordinal);
        Assert.Single(erp.Received);
    }

    [Fact]
    public async Task HandlerThatHasSentAlready_AndFollowsNoRedirects_IsWrapped()
    {
        await using var erp = await LoopbackServer.StartAsync();
        using var gateway = Gateways.For("erp", erp.Address);
        var shared = new SocketsHttpHandler { AllowAutoRedirect = false };
        await new HttpClient(shared).GetStringAsync(erp.Address, Cancellation);

        Assert.Equal("ok", await Wrapped(gateway, shared).GetStringAsync("/x", Cancellation));
    }

    private static RequestDelegate RedirectOnce(int status, string? location) => context =>
    {
        if (!context.Request.Path.Value!.EndsWith("/start", StringComparison.Ordinal) || context.Request.QueryString.HasValue) return context.Response.WriteAsync("arrived", context.RequestAborted);
        context.Response.StatusCode = status;
        if (location is not null) context.Response.Headers.Location = location.Replace("{self}", $"http://{context.Request.Host}", StringComparison.Ordinal);
        return Task.CompletedTask;
    };

    private static HttpClient Wrapped(IIntegrationGateway gateway, HttpMessageHandler handler) =>
        new(gateway.CreateHandler("erp", handler)) { BaseAddress = gateway.GetBaseAddress("erp") };

    private static async Task<object?> SendAsync(HttpClient client, string method, string address)
    {
        using var request = Message(method, address);
        using var response = await client.SendAsync(request, Cancellation);
        return Describe(request, response, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static string Send(HttpClient client, string address)
    {
        using var request = Message("POST", address);
        using var response = client.Send(request, Cancellation);
        using var reader = new StreamReader(response.Content.ReadAsStream(Cancellation));
        return Describe(request, response, reader.ReadToEnd());
    }

    private static HttpRequestMessage Message(string method, string address)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        request.Headers.Add("X-Api-Key", "key");
        if (method is not ("GET" or "HEAD")) request.Content = new StringContent("body");
        return request;
    }

    private static string Describe(HttpRequestMessage request, HttpResponseMessage response, string body) =>
        $"{response.StatusCode} {body} {response.Headers.Location} " +
        $"{ReferenceEquals(request, response.RequestMessage)} {request.Method} {request.RequestUri} {request.Content is null} {request.Headers}";

    private sealed class RedirectingTransport(Uri location) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = location }, RequestMessage = request });
    }
}
