using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Registration;

public sealed class UseIntegrationGatewayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TypedClient_SeesTheLogicalAddressInItsConfiguration_AndKeepsItsPath()
    {
        await using var erp = await LoopbackServer.StartAsync();
        var services = Services(erp.Address);
        services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri(c.BaseAddress!, "api/")).UseIntegrationGateway("erp");
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<ErpClient>();
        await client.Http.GetStringAsync("orders", Cancellation);

        Assert.Equal("http://erp.gateway.invalid/api/", client.Http.BaseAddress!.AbsoluteUri);
        Assert.Equal("/api/orders", erp.Single.Target);
    }

    [Fact]
    public async Task ClientWithoutABaseAddress_GetsTheLogicalOne()
    {
        await using var erp = await LoopbackServer.StartAsync();
        var services = Services(erp.Address);
        services.AddHttpClient("orders").UseIntegrationGateway("ERP");
        await using var provider = services.BuildServiceProvider();

        await Client(provider, "orders").GetStringAsync("/api/orders", Cancellation);

        Assert.Equal("/api/orders", erp.Single.Target);
    }

    [Fact]
    public async Task ClientThatKeepsItsOldAddress_IsRoutedByIt()
    {
        await using var erp = await LoopbackServer.StartAsync();
        var services = Services(erp.Address);
        services.AddHttpClient("orders", c => c.BaseAddress = erp.At("/api/")).UseIntegrationGateway("erp");
        await using var provider = services.BuildServiceProvider();

        await Client(provider, "orders").GetStringAsync("orders", Cancellation);
        await Client(provider, "orders").GetStringAsync(erp.At("/next?page=2"), Cancellation);

        Assert.Equal(["/api/orders", "/next?page=2"], erp.Received.Select(request => request.Target));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OrderOfRegistrations_DoesNotMatter(bool gatewayFirst)
    {
        await using var erp = await LoopbackServer.StartAsync();
        var services = new ServiceCollection();
        if (gatewayFirst) AddGateway(services, erp.Address);
        services.AddHttpClient("orders").UseIntegrationGateway("erp").ConfigureHttpClient(c => c.BaseAddress = new Uri(c.BaseAddress!, "late/"));
        services.ConfigureHttpClientDefaults(builder => builder.ConfigureHttpClient(c => c.BaseAddress = new Uri(c.BaseAddress ?? new Uri("http://none.invalid"), "early/")));
        if (!gatewayFirst) AddGateway(services, erp.Address);
        await using var provider = services.BuildServiceProvider();

        await Client(provider, "orders").GetStringAsync("x", Cancellation);

        Assert.Equal("/early/late/x", erp.Single.Target);
    }

    [Fact]
    public async Task HandlersDefaultsAndCookiesOfTheRegistration_Stay()
    {
        await using var erp = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Append("Set-Cookie", "session=1");
            return Task.CompletedTask;
        });
        var services = Services(erp.Address);
        var seen = new List<string>();
        services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new NotingHandler(seen, "default")));
        services.AddHttpClient("orders", c => c.DefaultRequestHeaders.Add("X-Tenant", "contoso"))
            .UseIntegrationGateway("erp")
            .AddHttpMessageHandler(() => new NotingHandler(seen, "own"))
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AutomaticDecompression = DecompressionMethods.GZip });
        await using var provider = services.BuildServiceProvider();

        await Client(provider, "orders").GetAsync("/a", Cancellation);
        await Client(provider, "orders").GetAsync("/b", Cancellation);

        Assert.Equal(["default http://erp.gateway.invalid/a", "own http://erp.gateway.invalid/a"], seen.Take(2));
        var second = erp.Received[1];
        Assert.Equal(("contoso", "gzip", "session=1"), (second.Header("X-Tenant"), second.Header("Accept-Encoding"), second.Header("Cookie")));
    }

    [Fact]
    public async Task RetryOfTheRegistration_IsRoutedAnewEachTime()
    {
        var attempts = 0;
        await using var erp = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref attempts) < 3 ? 503 : 200;
            return Task.CompletedTask;
        });
        var services = Services(erp.At("/base/"));
        services.AddHttpClient("orders").UseIntegrationGateway("erp").AddHttpMessageHandler(() => new RetryHandler());
        await using var provider = services.BuildServiceProvider();

        using var response = await Client(provider, "orders").GetAsync("/x", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["/base/x", "/base/x", "/base/x"], erp.Received.Select(request => request.Target));
    }

    [Fact]
    public async Task RedirectsOfTheRegistration_StayInsideTheSystem()
    {
        await using var evil = await LoopbackServer.StartAsync();
        await using var erp = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/in") context.Response.Redirect("/inside");
            if (context.Request.Path == "/out") context.Response.Redirect(evil.At("/stolen").AbsoluteUri);
            return Task.CompletedTask;
        });
        var services = Services(erp.Address);
        services.AddHttpClient("orders").UseIntegrationGateway("erp");
        services.AddHttpClient("custom").UseIntegrationGateway("erp").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler());
        services.AddHttpClient("chained").UseIntegrationGateway("erp")
            .ConfigurePrimaryHttpMessageHandler(() => new NotingHandler([], "inner") { InnerHandler = new SocketsHttpHandler() });
        await using var provider = services.BuildServiceProvider();

        foreach (var name in new[] { "orders", "custom", "chained" })
        {
            Assert.Equal(HttpStatusCode.OK, (await Client(provider, name).GetAsync("/in", Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.Found, (await Client(provider, name).GetAsync("/out", Cancellation)).StatusCode);
        }

        Assert.Empty(evil.Received);
    }

    [Fact]
    public async Task OtherClients_AreLeftAlone()
    {
        await using var other = await LoopbackServer.StartAsync();
        var services = Services(new Uri("http://erp.contoso.com/"));
        services.AddHttpClient("orders").UseIntegrationGateway("erp");
        services.AddHttpClient("other");
        await using var provider = services.BuildServiceProvider();

        Assert.Null(Client(provider, "other").BaseAddress);
        Assert.Equal("ok", await Client(provider, "other").GetStringAsync(other.Address, Cancellation));
    }

    [Fact]
    public void BadGatewayConfiguration_DoesNotDisturbOtherClients()
    {
        var services = new ServiceCollection();
        services.AddIntegrationGateway(_ => { }).Services.AddHttpClient("orders").UseIntegrationGateway("erp");
        using var provider = services.BuildServiceProvider();

        Assert.NotNull(Client(provider, "other"));
        Assert.Throws<OptionsValidationException>(() => Client(provider, "orders"));
    }

    [Fact]
    public void SystemThatIsNotConfigured_IsToldWithTheClientsName()
    {
        var services = Services(new Uri("http://erp.contoso.com/"));
        services.AddHttpClient<ErpClient>().UseIntegrationGateway("epr");
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IIntegrationGateway>());

        Assert.Equal("Client 'ErpClient': The gateway knows no system 'epr'. Did you mean 'erp'? Known systems: erp.", Assert.Single(failure.Failures));
    }

    [Fact]
    public void GatewayThatWasNeverAdded_IsToldWhatIsMissing()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("orders").UseIntegrationGateway("erp");
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => Client(provider, "orders"));

        Assert.Contains("No systems are configured: call AddIntegrationGateway", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClientRoutedToTwoSystems_IsRefused()
    {
        var services = Services(new Uri("http://erp.contoso.com/"));
        services.AddIntegrationGateway(options => options.Add("crm", new Uri("http://crm.contoso.com/")));
        services.AddHttpClient("orders").UseIntegrationGateway("erp").UseIntegrationGateway("crm");
        services.AddHttpClient("twice").UseIntegrationGateway("erp").UseIntegrationGateway("ERP");
        using var provider = services.BuildServiceProvider();

        Assert.Contains("erp, crm", Assert.Throws<InvalidOperationException>(() => Client(provider, "orders")).Message, StringComparison.Ordinal);
        Assert.Equal("http://erp.gateway.invalid/", Client(provider, "twice").BaseAddress!.AbsoluteUri);
    }

    [Fact]
    public void NameThatNoSystemCanHave_IsRefusedAtOnce()
    {
        var services = new ServiceCollection();

        var failure = Assert.Throws<ArgumentException>(() => services.AddHttpClient("orders").UseIntegrationGateway("ERP (old)"));

        Assert.Contains("'erp--old'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AllClientsOfTheApplication_CannotBeRoutedToOneSystem()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentException>(() => services.ConfigureHttpClientDefaults(builder => builder.UseIntegrationGateway("erp")));
    }

    private static ServiceCollection Services(Uri erp)
    {
        var services = new ServiceCollection();
        AddGateway(services, erp);
        return services;
    }

    private static void AddGateway(IServiceCollection services, Uri erp) => services.AddIntegrationGateway(options => options.Add("erp", erp));

    private static HttpClient Client(IServiceProvider provider, string name) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    private sealed class ErpClient(HttpClient http)
    {
        public HttpClient Http { get; } = http;
    }

    private sealed class RetryHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable) return response;
                response.Dispose();
            }
        }
    }
}
