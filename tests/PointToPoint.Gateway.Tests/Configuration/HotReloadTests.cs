using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Configuration;

public sealed class HotReloadTests
{
    private const string Destination = "Systems:erp:Destination";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClientMadeBefore_UsesTheNewRoute()
    {
        await using var first = await LoopbackServer.StartAsync();
        await using var second = await LoopbackServer.StartAsync();
        await using var application = new Application(first.Address.AbsoluteUri);
        using var client = application.Gateway.CreateClient("erp");
        using var handler = new HttpClient(application.Gateway.CreateHandler("erp", new SocketsHttpHandler())) { BaseAddress = client.BaseAddress };
        await client.GetStringAsync("/a", Cancellation);

        application.Reload((Destination, second.At("/v2/").AbsoluteUri));
        await client.GetStringAsync("/b", Cancellation);
        await handler.GetStringAsync("/c", Cancellation);

        Assert.Equal("/a", first.Single.Target);
        Assert.Equal(["/v2/b", "/v2/c"], second.Received.Select(request => request.Target));
        Assert.Empty(application.Logged);
    }

    [Fact]
    public async Task NewSystemAndNewSettings_AreUsed()
    {
        await using var erp = await LoopbackServer.StartAsync();
        await using var application = new Application(erp.Address.AbsoluteUri);
        using var client = application.Gateway.CreateClient("erp");

        application.Reload(("Systems:crm:Destination", "http://crm.contoso.com/"), ("Systems:erp:AllowedPaths:0", "/api"));

        Assert.Equal("http://crm.gateway.invalid/", application.Gateway.GetBaseAddress("crm").AbsoluteUri);
        await Assert.ThrowsAsync<GatewayRoutingException>(() => client.GetStringAsync("/admin", Cancellation));
        Assert.Equal("ok", await client.GetStringAsync("/api/x", Cancellation));
    }

    [Theory]
    [InlineData(Destination, "nowhere")]
    [InlineData(Destination, "ftp://erp.contoso.com/")]
    [InlineData(Destination, "")]
    [InlineData("Systems:erp:Destnation", "http://erp.contoso.com/")]
    [InlineData("Systems:crm:Destination", null)]
    [InlineData("Systems:a b:Destination", "http://erp.contoso.com/")]
    public async Task BadChange_IsLogged_AndTheLastGoodRouteStays(string key, string? value)
    {
        await using var erp = await LoopbackServer.StartAsync();
        await using var application = new Application(erp.Address.AbsoluteUri);
        using var client = application.Gateway.CreateClient("erp");

        // Does not throw out of the change, either.
        application.Reload((key, value));

        Assert.Equal("ok", await client.GetStringAsync("/x", Cancellation));
        Assert.Equal("ok", await application.Gateway.CreateClient("erp").GetStringAsync("/y", Cancellation));
        var (level, message) = Assert.Single(application.Logged);
        Assert.Equal(LogLevel.Error, level);
        Assert.StartsWith("The changed configuration of the gateway is not used; the last good one stays. ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoodChangeAfterABadOne_IsUsed()
    {
        await using var first = await LoopbackServer.StartAsync();
        await using var second = await LoopbackServer.StartAsync();
        await using var application = new Application(first.Address.AbsoluteUri);

        application.Reload((Destination, "nowhere"));
        application.Reload((Destination, second.Address.AbsoluteUri));
        await application.Gateway.CreateClient("erp").GetStringAsync("/x", Cancellation);

        Assert.Equal("/x", second.Single.Target);
        Assert.Single(application.Logged);
    }

    [Fact]
    public async Task ChangeThatRemovesASystemInUse_IsBad()
    {
        await using var erp = await LoopbackServer.StartAsync();
        await using var application = new Application(
            erp.Address.AbsoluteUri, services => services.AddHttpClient("orders").UseIntegrationGateway("erp"));

        application.Reload((Destination, null), ("Systems:crm:Destination", "http://crm.contoso.com/"));

        Assert.Equal("ok", await application.Client("orders").GetStringAsync("/x", Cancellation));
        Assert.Contains("Client 'orders': The gateway knows no system 'erp'. Known systems: crm.", Assert.Single(application.Logged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientOfARemovedSystem_IsRefused()
    {
        await using var application = new Application("http://erp.contoso.com/");
        using var client = application.Gateway.CreateClient("erp");

        application.Reload((Destination, null), ("Systems:crm:Destination", "http://crm.contoso.com/"));

        var refusal = await Assert.ThrowsAsync<GatewayRoutingException>(() => client.GetAsync("/x", Cancellation));
        Assert.Equal(GatewayRoutingError.UnknownSystem, refusal.Error);
    }

    [Fact]
    public async Task ChangesUnderLoad_NeverMixTwoRoutes()
    {
        // Each server lives below a path of its own: half of one route with half of the other would be seen.
        await using var first = await LoopbackServer.StartAsync();
        await using var second = await LoopbackServer.StartAsync();
        await using var application = new Application(first.At("/first/").AbsoluteUri);
        using var client = application.Gateway.CreateClient("erp");
        using var done = new CancellationTokenSource();

        var load = Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                while (!done.IsCancellationRequested) await client.GetStringAsync("/x", Cancellation);
            },
            Cancellation)).ToArray();
        for (var change = 0; change < 200 || first.Received.Count == 0 || second.Received.Count == 0; change++)
        {
            application.Reload((Destination, change % 2 == 0 ? second.At("/second/").AbsoluteUri : first.At("/first/").AbsoluteUri));
            await Task.Yield();
        }

        await done.CancelAsync();
        await Task.WhenAll(load);

        Assert.All(first.Received, request => Assert.Equal("/first/x", request.Target));
        Assert.All(second.Received, request => Assert.Equal("/second/x", request.Target));
    }

    [Fact]
    public async Task RequestSentAgainAfterAChange_IsRoutedAnew()
    {
        await using var second = await LoopbackServer.StartAsync();
        await using var first = await LoopbackServer.StartAsync();
        await using var application = new Application(first.Address.AbsoluteUri);
        using var invoker = new HttpMessageInvoker(application.Gateway.CreateHandler("erp"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://erp.gateway.invalid/x");

        (await invoker.SendAsync(request, Cancellation)).Dispose();
        application.Reload((Destination, second.Address.AbsoluteUri));
        (await invoker.SendAsync(request, Cancellation)).Dispose();

        Assert.Equal("/x", first.Single.Target);
        Assert.Equal("/x", second.Single.Target);
    }

    private sealed class Application : IAsyncDisposable
    {
        private readonly ServiceProvider _services;
        private readonly IConfigurationRoot _configuration;
        private readonly LogSink _sink = new();

        public Application(string destination, Action<IServiceCollection>? register = null)
        {
            _configuration = new ConfigurationBuilder().Add(new ChangingSource { [Destination] = destination }).Build();
            var collection = new ServiceCollection();
            collection.AddLogging(logging => logging.AddProvider(_sink).AddFilter("System.Net.Http", LogLevel.None));
            collection.AddIntegrationGateway(_configuration);
            register?.Invoke(collection);
            _services = collection.BuildServiceProvider();
            Gateway = _services.GetRequiredService<IIntegrationGateway>();
        }

        public IIntegrationGateway Gateway { get; }

        public IReadOnlyList<(LogLevel Level, string Message)> Logged => [.. _sink.Entries];

        public HttpClient Client(string name) => _services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

        public void Reload(params (string Key, string? Value)[] changes) =>
            Assert.IsType<ChangingSource>(Assert.Single(_configuration.Providers)).Change(changes);

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            _sink.Dispose();
        }
    }

    private sealed class ChangingSource : ConfigurationProvider, IConfigurationSource
    {
        public string? this[string key]
        {
            set => Data[key] = value;
        }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        // Swapped as a whole, as the providers of files do it; null removes a key.
        public void Change(params (string Key, string? Value)[] changes)
        {
            var data = new Dictionary<string, string?>(Data, StringComparer.OrdinalIgnoreCase);
            foreach (var (key, value) in changes)
            {
                if (value is null && !data.Remove(key)) data[key] = null;
                else if (value is not null) data[key] = value;
            }

            Data = data;
            OnReload();
        }
    }

    private sealed class LogSink : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(LogLevel, string)> Entries { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
