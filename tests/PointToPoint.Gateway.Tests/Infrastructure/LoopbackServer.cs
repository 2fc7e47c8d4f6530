using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PointToPoint.Gateway.Tests.Infrastructure;

/// <summary>A real Kestrel on a free loopback port that records what it receives and answers as told.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();

    private LoopbackServer(WebApplication application) => _application = application;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    /// <summary>What was received since the last time.</summary>
    public IReadOnlyList<ReceivedRequest> TakeReceived()
    {
        var taken = new List<ReceivedRequest>();
        while (_received.TryDequeue(out var request)) taken.Add(request);
        return taken;
    }

    public ReceivedRequest Single => Assert.Single(_received);

    public static Task<LoopbackServer> StartAsync() => StartAsync(context => context.Response.WriteAsync("ok", context.RequestAborted));

    public static Task<LoopbackServer> StartAsync(RequestDelegate answer) => StartAsync(answer, record: true);

    /// <summary>A server that leaves the body of requests to its answer, and records nothing.</summary>
    public static Task<LoopbackServer> StartStreamingAsync(RequestDelegate answer) => StartAsync(answer, record: false);

    private static async Task<LoopbackServer> StartAsync(RequestDelegate answer, bool record)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new LoopbackServer(builder.Build());
        server._application.Run(async context =>
        {
            if (record) server._received.Enqueue(await ReceivedRequest.ReadAsync(context));
            await answer(context);
        });
        await server._application.StartAsync(TestContext.Current.CancellationToken);
        var addresses = server._application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        server.Address = new Uri(addresses.Addresses.Single() + "/");
        return server;
    }

    public Uri At(string pathAndQuery) => new(Address, pathAndQuery);

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
