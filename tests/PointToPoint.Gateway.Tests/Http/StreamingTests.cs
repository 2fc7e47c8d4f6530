using System.Net;
using Microsoft.AspNetCore.Http;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Http;

/// <summary>Each side waits for the other's first bytes before it goes on, so a buffer anywhere would never end.</summary>
public sealed class StreamingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Response_IsReadWhileTheServerStillWrites()
    {
        var read = new TaskCompletionSource();
        await using var erp = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("first", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await read.Task;
            await context.Response.WriteAsync("second", context.RequestAborted);
        });
        using var gateway = Gateways.For("erp", erp.Address);

        await using var stream = await gateway.CreateClient("erp").GetStreamAsync("/x", Cancellation);
        var buffer = new byte[5];
        await stream.ReadExactlyAsync(buffer, Cancellation);
        read.SetResult();
        using var reader = new StreamReader(stream);

        Assert.Equal("second", await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task Request_IsReceivedWhileTheClientStillWrites()
    {
        var content = new StepwiseContent();
        await using var erp = await LoopbackServer.StartStreamingAsync(async context =>
        {
            var buffer = new byte[5];
            await context.Request.Body.ReadExactlyAsync(buffer, context.RequestAborted);
            content.GoOn();
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(await reader.ReadToEndAsync(context.RequestAborted), context.RequestAborted);
        });
        using var gateway = Gateways.For("erp", erp.Address);

        using var response = await gateway.CreateClient("erp").PostAsync("/x", content, Cancellation);

        Assert.Equal("second", await response.Content.ReadAsStringAsync(Cancellation));
    }

    private sealed class StepwiseContent : HttpContent
    {
        private readonly TaskCompletionSource _received = new();

        public void GoOn() => _received.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("first"u8.ToArray());
            await stream.FlushAsync();
            await _received.Task;
            await stream.WriteAsync("second"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
