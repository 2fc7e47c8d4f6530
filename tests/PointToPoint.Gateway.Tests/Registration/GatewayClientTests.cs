using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Registration;

/// <summary>The clients the gateway makes, in an application that configures clients too.</summary>
public sealed class GatewayClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> AmbientDefaults() => new(
        from kind in new[] { "handler factory", "handler type", "client", "primary", "per name" }
        from first in new[] { true, false }
        select (kind, first));

    [Theory]
    [MemberData(nameof(AmbientDefaults))]
    public async Task AmbientDefaults_AreNotInherited_InWhateverOrder(string kind, bool defaultsFirst)
    {
        await using var erp = await LoopbackServer.StartAsync();
        var seen = new List<string>();
        var services = new ServiceCollection();
        if (defaultsFirst) AddDefaults(services, kind, seen);
        services.AddIntegrationGateway(options => options.Add("erp", erp.Address)).ConfigureSystem("erp");
        if (!defaultsFirst) AddDefaults(services, kind, seen);
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<IIntegrationGateway>().CreateClient("erp");
        await client.GetStringAsync("/x", Cancellation);

        Assert.Empty(seen);
        Assert.Equal(TimeSpan.FromSeconds(100), client.Timeout);
        Assert.Equal([$"Host: {erp.Address.Authority}"], erp.Single.Headers);
        // The same defaults do reach the application's other clients.
        var other = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        await other.GetStringAsync(erp.Address, Cancellation);
        Assert.True(seen.Count > 0 || other.Timeout == Timeout.InfiniteTimeSpan);
    }

    [Theory]
    [MemberData(nameof(AmbientDefaults))]
    public async Task AmbientDefaults_AreInheritedIfConfigured(string kind, bool defaultsFirst)
    {
        await using var erp = await LoopbackServer.StartAsync();
        var seen = new List<string>();
        var services = new ServiceCollection();
        if (defaultsFirst) AddDefaults(services, kind, seen);
        services.AddIntegrationGateway(options => options.Add("erp", erp.Address, system => system.InheritHttpClientDefaults = true));
        if (!defaultsFirst) AddDefaults(services, kind, seen);
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<IIntegrationGateway>().CreateClient("erp");
        await client.GetStringAsync("/x", Cancellation);

        Assert.True(seen.Count > 0 || client.Timeout == Timeout.InfiniteTimeSpan);
        Assert.Equal("/x", erp.Single.Target);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ConfigureSystem_KeepsWhatItAdds_ThoughDefaultsAddTheSame(bool defaultsFirst)
    {
        await using var erp = await LoopbackServer.StartAsync();
        var services = new ServiceCollection();
        services.AddTransient<CountingHandler>();
        services.AddSingleton<List<string>>();
        if (defaultsFirst) services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler<CountingHandler>());
        services.AddIntegrationGateway(options => options.Add("erp", erp.Address))
            .ConfigureSystem("ERP")
            .AddHttpMessageHandler<CountingHandler>()
            .ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("X-Tenant", "contoso"));
        if (!defaultsFirst) services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler<CountingHandler>());
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IIntegrationGateway>().CreateClient("erp").GetStringAsync("/x", Cancellation);

        Assert.Equal(["http://erp.gateway.invalid/x"], provider.GetRequiredService<List<string>>());
        Assert.Equal("contoso", erp.Single.Header("X-Tenant"));
    }

    [Fact]
    public async Task ConfigureSystem_AppliesToHandlersAndToWrappedHandlers()
    {
        await using var erp = await LoopbackServer.StartAsync();
        var seen = new List<string>();
        var services = new ServiceCollection();
        services.AddIntegrationGateway(options => options.Add("erp", erp.Address))
            .ConfigureSystem("erp").AddHttpMessageHandler(() => new NotingHandler(seen, "system"));
        await using var provider = services.BuildServiceProvider();
        var gateway = provider.GetRequiredService<IIntegrationGateway>();

        foreach (var handler in new[] { gateway.CreateHandler("erp"), gateway.CreateHandler("erp", new SocketsHttpHandler()) })
        {
            using var client = new HttpClient(handler) { BaseAddress = gateway.GetBaseAddress("erp") };
            await client.GetStringAsync("/x", Cancellation);
        }

        Assert.Equal(["system http://erp.gateway.invalid/x", "system http://erp.gateway.invalid/x"], seen);
    }

    [Fact]
    public async Task PrimaryHandlerOfASystem_StaysAndSharesNoCookies()
    {
        await using var erp = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Append("Set-Cookie", "session=1");
            return Task.CompletedTask;
        });
        var services = new ServiceCollection();
        services.AddIntegrationGateway(options => options.Add("erp", erp.Address))
            .ConfigureSystem("erp").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AutomaticDecompression = DecompressionMethods.GZip });
        await using var provider = services.BuildServiceProvider();
        var gateway = provider.GetRequiredService<IIntegrationGateway>();

        await gateway.CreateClient("erp").GetStringAsync("/a", Cancellation);
        await gateway.CreateClient("erp").GetStringAsync("/b", Cancellation);

        Assert.Equal(["gzip", "gzip"], erp.Received.Select(request => request.Header("Accept-Encoding")));
        Assert.Equal([null, null], erp.Received.Select(request => request.Header("Cookie")));
    }

    [Fact]
    public async Task Clients_ShareConnections_AndMayBeDisposed()
    {
        var connections = new HashSet<string>();
        await using var erp = await LoopbackServer.StartAsync(context =>
        {
            connections.Add(context.Connection.Id);
            return Task.CompletedTask;
        });
        using var gateway = Gateways.For("erp", erp.Address);

        for (var i = 0; i < 3; i++)
        {
            using var client = gateway.CreateClient("erp");
            await client.GetStringAsync("/x", Cancellation);
        }

        Assert.Single(connections);
    }

    [Fact]
    public async Task DisposingAHandler_DisposesTheHandlerItWraps()
    {
        using var gateway = Gateways.For("erp", "http://erp.contoso.com/");
        var inner = new SocketsHttpHandler();
        gateway.CreateHandler("erp", inner).Dispose();

        using var invoker = new HttpMessageInvoker(inner);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => invoker.SendAsync(new HttpRequestMessage(HttpMethod.Get, "http://erp.contoso.com/"), Cancellation));
    }

    [Theory]
    [InlineData(null, "https://corp.example/erp/")]
    [InlineData("", "https://corp.example/erp/")]
    [InlineData("hub", "https://corp.example/erp/hub")]
    [InlineData("/hub?id=1", "https://corp.example/erp/hub?id=1")]
    [InlineData("https://corp.example/erp/hub", "https://corp.example/erp/hub")]
    public void Endpoint_IsThePhysicalAddress(string? relative, string endpoint)
    {
        using var gateway = Gateways.For("erp", "https://corp.example/erp");

        var address = gateway.GetEndpoint("erp", relative);

        Assert.Equal(endpoint, address.AbsoluteUri);
        Assert.Equal(typeof(Uri), address.GetType());
    }

    [Theory]
    [InlineData("//evil.example/hub")]
    [InlineData("https://evil.example/hub")]
    [InlineData("https://corp.example/crm")]
    [InlineData("http://[")]
    public void EndpointOutsideTheSystem_IsRefused(string relative)
    {
        using var gateway = Gateways.For("erp", "https://corp.example/erp");

        Assert.Throws<GatewayRoutingException>(() => gateway.GetEndpoint("erp", relative));
    }

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData(" http://evil.example/x")]
    public void BasePathThatIsAnAddress_IsRefused(string basePath)
    {
        using var gateway = Gateways.For("erp", "https://erp.contoso.com/");

        Assert.Throws<ArgumentException>(() => gateway.CreateClient("erp", basePath));
    }

    [Theory]
    [InlineData("api/v1/", "https://erp.gateway.invalid/api/v1/")]
    [InlineData("/api/v1", "https://erp.gateway.invalid/api/v1")]
    [InlineData("//evil.example/", "https://erp.gateway.invalid//evil.example/")]
    [InlineData("\\\\evil.example/", "https://erp.gateway.invalid///evil.example/")]
    [InlineData("@evil.example/", "https://erp.gateway.invalid/@evil.example/")]
    [InlineData("orders:search", "https://erp.gateway.invalid/orders:search")]
    public void BasePath_NeverChangesTheHost(string basePath, string baseAddress)
    {
        using var gateway = Gateways.For("erp", "https://erp.contoso.com/");

        var address = gateway.CreateClient("erp", basePath).BaseAddress!;

        Assert.Equal("erp.gateway.invalid", address.Host);
        Assert.Equal(baseAddress, address.AbsoluteUri);
    }

    private static void AddDefaults(IServiceCollection services, string kind, List<string> seen)
    {
        services.AddSingleton(seen).AddTransient<CountingHandler>();
        switch (kind)
        {
            case "handler factory":
                services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new NotingHandler(seen, "ambient")));
                break;
            case "handler type":
                services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler<CountingHandler>());
                break;
            case "client":
                services.ConfigureHttpClientDefaults(builder => builder.ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan));
                break;
            case "primary":
                services.ConfigureHttpClientDefaults(builder => builder.ConfigurePrimaryHttpMessageHandler(
                    () => new NotingHandler(seen, "primary") { InnerHandler = new SocketsHttpHandler() }));
                break;
            case "per name":
                services.ConfigureAll<HttpClientFactoryOptions>(options =>
                {
                    var handler = seen;
                    options.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Add(new NotingHandler(handler, "ambient")));
                });
                break;
        }
    }

    private sealed class CountingHandler(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(request.RequestUri!.AbsoluteUri);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
