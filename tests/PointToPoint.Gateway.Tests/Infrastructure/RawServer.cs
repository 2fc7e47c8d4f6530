using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PointToPoint.Gateway.Tests.Infrastructure;

/// <summary>A bare listener that keeps the bytes of one request's head, where a real server would show what it made of them.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task<string> _head;

    public RawServer()
    {
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _head = ReceiveAsync(TestContext.Current.CancellationToken);
    }

    public Uri Address { get; }

    /// <summary>The request line and headers, with the address of this server written as "server".</summary>
    public async Task<string> HeadAsync() => (await _head).Replace(Address.Authority, "server", StringComparison.Ordinal);

    public bool IsUntouched => !_head.IsCompleted && !_listener.Pending();

    public void Dispose() => _listener.Dispose();

    private async Task<string> ReceiveAsync(CancellationToken cancellation)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellation);
        var stream = client.GetStream();
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (!received.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, cancellation);
            if (count == 0) throw new EndOfStreamException("The connection ended within the head.");
            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellation);
        return received.ToString();
    }
}
