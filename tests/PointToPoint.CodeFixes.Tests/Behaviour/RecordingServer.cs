using System.Collections.Concurrent;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>A real Kestrel on a free loopback port that writes down each request as it came over the wire.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<string> _received = new();

    private RecordingServer(WebApplication application) => _application = application;

    /// <summary>Host and port.</summary>
    public string Authority { get; private set; } = "";

    public Uri Address => new($"http://{Authority}/");

    public static async Task<RecordingServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new RecordingServer(builder.Build());
        server._application.Run(async context =>
        {
            server._received.Enqueue(await ReadAsync(context));
            await answer(context);
        });
        await server._application.StartAsync(TestContext.Current.CancellationToken);
        var addresses = server._application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        server.Authority = new Uri(addresses.Addresses.Single()).Authority;
        return server;
    }

    /// <summary>What was received since the last time.</summary>
    public string TakeReceived()
    {
        var taken = new StringBuilder();
        while (_received.TryDequeue(out var request))
        {
            taken.Append(request);
        }

        return taken.ToString();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task<string> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1, leaveOpen: true);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var request = new StringBuilder();
        request.Append($"{context.Request.Method} {context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget} {context.Request.Protocol}\n");
        foreach (var (name, value) in context.Request.Headers)
        {
            request.Append($"{name}: {value}\n");
        }

        return request.Append($"\n{body}\n").ToString();
    }
}
