using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Web sockets and plain ones: what connects to an address is a call; the end of a connection that a server accepted is none.</summary>
public sealed class SocketLibraryTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall);

    [Fact]
    public Task WebSocket_GoesWhereItIsConnectedTo() => _test.WithProperty("protocol", "websocket").WithProperty("endpoint", "wss://prices.contoso.com/feed").WithProperty("to", "prices.contoso.com").Reports("""
        using System.Net.WebSockets;
        class C
        {
            async Task M(byte[] data, CancellationToken token)
            {
                using var socket = new ClientWebSocket();
                socket.Options.SetRequestHeader("x", "y");
                await socket.[|ConnectAsync|](new Uri("wss://prices.contoso.com/feed"), token);
                await socket.[|SendAsync|](data, WebSocketMessageType.Text, true, token);
                var received = await socket.[|ReceiveAsync|](data, token);
                await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, token);
            }
        }
        """);

    [Fact]
    public Task WebSocket_OfAField_IsConnectedByAnotherMethod() => _test
        .WithAdditionalFile("appsettings.json", """{ "Prices": { "Feed": "wss://prices.contoso.com/feed" } }""")
        .WithManifest("""{ "systems": { "Pricing": { "endpoints": ["prices.contoso.com"] } } }""")
        .WithProperty("to", "Pricing")
        .Reports("""
            using System.Net.WebSockets;
            using Microsoft.Extensions.Configuration;
            class C(IConfiguration configuration)
            {
                private readonly ClientWebSocket _socket = new();
                public Task Start() => _socket.[|ConnectAsync|](new Uri(configuration["Prices:Feed"]!), default);
                public ValueTask Send(ReadOnlyMemory<byte> data) => _socket.[|SendAsync|](data, WebSocketMessageType.Text, true, default);
            }
            """);

    [Fact]
    public Task WebSocket_ThatNothingConnects_IsUnknown() => _test.Reports("""
        using System.Net.WebSockets;
        public class C
        {
            public Task M(ClientWebSocket socket, ArraySegment<byte> data) => socket.{|P2P1010:SendAsync|}(data, WebSocketMessageType.Text, true, default);
        }
        """);

    [Fact]
    public Task WebSocket_WhoseAddressACallerGives_IsToldAtTheCaller() => _test.WithProperty("endpoint", "wss://prices.contoso.com").Reports("""
        using System.Net.WebSockets;
        class Feed
        {
            public async Task<ClientWebSocket> Open(string url)
            {
                var socket = new ClientWebSocket();
                await socket.ConnectAsync(new Uri(url), default);
                return socket;
            }
        }
        class C
        {
            async Task M(Feed feed) => await feed.[|Open|]("wss://prices.contoso.com");
        }
        """);

    [Fact]
    public Task ServersWebSocket_IsQuiet() => _test.IsQuiet("""
        using System.Net.WebSockets;
        using Microsoft.AspNetCore.Http;
        class C
        {
            async Task M(HttpContext context, byte[] data)
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                await socket.SendAsync(data, WebSocketMessageType.Text, true, default);
                var received = await socket.ReceiveAsync(data, default);
                var name = nameof(ClientWebSocket) + typeof(ClientWebSocket);
            }
        }
        """);

    [Fact]
    public Task TcpClient_OfHostAndPort_IsWired() => _test.WithProperty("protocol", "tcp").WithProperty("endpoint", "tcp://plc.contoso.com:502").Reports("""
        using System.Net.Sockets;
        class C
        {
            async Task M(byte[] data)
            {
                using var client = new {|P2P1003:TcpClient|}("plc.contoso.com", 502);
                await client.GetStream().WriteAsync(data);
            }
        }
        """);

    [Fact]
    public Task TcpClient_ThatConnects_IsACall() => _test.WithProperty("endpoint", "tcp://plc.contoso.com:502").Reports("""
        using System.Net.Sockets;
        class C
        {
            async Task M(int port)
            {
                var client = new TcpClient();
                await client.[|ConnectAsync|]("plc.contoso.com", 502);
                new TcpClient().[|Connect|]("plc.contoso.com", 502);
            }
        }
        """);

    [Fact]
    public Task Socket_GoesWhereItIsConnectedTo() => _test.WithProperty("endpoint", "tcp://10.0.0.7:9100").Reports("""
        using System.Net;
        using System.Net.Sockets;
        class C
        {
            void M(byte[] label)
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.[|Connect|](new IPEndPoint(IPAddress.Parse("10.0.0.7"), 9100));
                socket.[|Send|](label);
            }
            async Task N(byte[] label)
            {
                var printer = new DnsEndPoint("10.0.0.7", 9100);
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.[|ConnectAsync|](printer);
                await socket.[|SendAsync|](label);
            }
        }
        """);

    [Fact]
    public Task Datagram_GoesWhereTheCallOrTheConnectionSays() => _test.WithProperty("protocol", "udp").WithProperty("endpoint", "udp://log.contoso.com:514").Reports("""
        using System.Net.Sockets;
        class C
        {
            async Task M(byte[] data)
            {
                using var sender = new UdpClient();
                sender.[|Send|](data, data.Length, "log.contoso.com", 514);
                using var connected = new {|P2P1003:UdpClient|}("log.contoso.com", 514);
                await connected.[|SendAsync|](data, data.Length);
            }
        }
        """);

    [Fact]
    public Task ServersSockets_AreQuiet() => _test.IsQuiet("""
        using System.Net;
        using System.Net.Sockets;
        public class C
        {
            public async Task M(byte[] data)
            {
                var listener = new TcpListener(IPAddress.Any, 7000);
                listener.Start();
                using var accepted = await listener.AcceptTcpClientAsync();
                await accepted.GetStream().WriteAsync(data);
                var socket = await listener.AcceptSocketAsync();
                await socket.SendAsync(data);
                using var receiver = new UdpClient(7001);
                var datagram = await receiver.ReceiveAsync();
                await receiver.SendAsync(data, data.Length, datagram.RemoteEndPoint);
            }

            public void Handle(Socket socket, byte[] data) => socket.Send(data);
        }
        """);

    [Theory]
    [InlineData("using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, 0); socket.Connect(\"8.8.8.8\", 65530); return (socket.LocalEndPoint as IPEndPoint)?.Address;")]
    [InlineData("using (var socket = new Socket(SocketType.Dgram, ProtocolType.Udp)) { socket.Connect(new IPEndPoint(IPAddress.Parse(\"8.8.8.8\"), 65530)); return socket?.LocalEndPoint; }")]
    [InlineData("var socket = new Socket(SocketType.Dgram, ProtocolType.Udp); try { await socket.ConnectAsync(\"8.8.8.8\", 53); return socket.LocalEndPoint!; } finally { socket.Close(); }")]
    [InlineData("using var udp = new UdpClient(); udp.Connect(\"8.8.8.8\", 53); return ((IPEndPoint)udp.Client.LocalEndPoint!).Address;")]
    [InlineData("using var udp = new UdpClient(\"8.8.8.8\", 53); return udp.Client.LocalEndPoint;")]
    public Task OwnAddress_ThatADatagramsConnectionTells_IsNoCall(string body) => _test.IsQuiet($$"""
        using System.Net;
        using System.Net.Sockets;
        class C { async Task<object?> M() { await Task.Yield(); {{body}} } }
        """);

    [Fact]
    public Task OwnAddress_OfAMethodThatCallersGiveTheProbe_IsNoCall() => _test.IsQuiet("""
        using System.Net.Sockets;
        static class Machine
        {
            public static object? Address(string probe)
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                socket.Connect(probe, 65530);
                return socket.LocalEndPoint;
            }
        }
        class C { object? M() => Machine.Address("8.8.8.8"); }
        """);

    [Theory]
    [InlineData("using var socket = new Socket(SocketType.Dgram, ProtocolType.Udp); socket.[|Connect|](\"log.contoso.com\", 514); socket.[|Send|](data);")]
    [InlineData("using var udp = new UdpClient(); udp.[|Connect|](\"log.contoso.com\", 514); await udp.[|SendAsync|](data, data.Length);")]
    [InlineData("using var socket = new Socket(SocketType.Dgram, ProtocolType.Udp); socket.[|Connect|](\"log.contoso.com\", 514); Log(socket);")]
    [InlineData("using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp); socket.[|Connect|](\"log.contoso.com\", 514); Console.WriteLine(socket.LocalEndPoint);")]
    [InlineData("using var udp = new UdpClient(); udp.[|Connect|](\"log.contoso.com\", 514); Log(udp.Client);")]
    public Task DatagramsThatAreSent_AreCalls(string body) => _test.Reports($$"""
        using System.Net.Sockets;
        class C
        {
            async Task M(byte[] data) { {{body}} await Task.Yield(); }
            private static void Log(object socket) { }
        }
        """);

    [Fact]
    public Task OwnHost_IsQuiet() => _test.IsQuiet("""
        using System.Net.Sockets;
        class C
        {
            void M() => new TcpClient().Connect("localhost", 502);
        }
        """);

    [Theory]
    [InlineData("new TcpClient().ConnectAsync(host, 502)", "tcp://plc.contoso.com:502")]
    [InlineData("new Socket(SocketType.Stream, ProtocolType.Tcp).ConnectAsync(host, 502)", "tcp://plc.contoso.com:502")]
    [InlineData("new UdpClient(host, 502).SendAsync(new byte[1], 1)", "udp://plc.contoso.com:502")]
    [InlineData("new UdpClient().SendAsync(new byte[1], 1, host, 502)", "udp://plc.contoso.com:502")]
    [InlineData("new ClientWebSocket().ConnectAsync(new Uri($\"ws://{host}:502\"), default)", "ws://plc.contoso.com:502")]
    public Task HostThatACallerGives_IsToldAtTheCaller(string connecting, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        using System.Net.Sockets;
        using System.Net.WebSockets;
        class Plc { public object Open(string host) => {{connecting}}; }
        class C { object M(Plc plc) => plc.[|Open|]("plc.contoso.com"); }
        """);

    [Fact]
    public Task HostThatACallerGives_OfOnesOwn_IsQuiet() => _test.IsQuiet("""
        using System.Net.Sockets;
        class Plc { public object Open(string host) => new TcpClient(host, 502); }
        class C { object M(Plc plc) => plc.Open("localhost"); }
        """);

    [Theory]
    [InlineData("new TcpClient(host, 502)", "tcp://plc.contoso.com:502")]
    [InlineData("new UdpClient(host, 502)", "udp://plc.contoso.com:502")]
    [InlineData("new System.Net.Mail.SmtpClient(host)", "smtp://plc.contoso.com")]
    public Task HostOfAnOpenedConnectionThatACallerGives_IsWiredByTheCaller(string opening, string endpoint) => _test.WithDefaultRule(RuleIds.DirectWiring).WithProperty("endpoint", endpoint).Reports($$"""
        using System.Net.Sockets;
        class Plc { public object Open(string host) => {{opening}}; }
        class C { object M(Plc plc) => plc.[|Open|]("plc.contoso.com"); }
        """);

    [Theory]
    [InlineData("await client.ConnectAsync(IPAddress.Loopback, 7000)")]
    [InlineData("await client.ConnectAsync(IPAddress.IPv6Loopback, 7000)")]
    [InlineData("client.Connect(new IPEndPoint(IPAddress.Loopback, 7000))")]
    [InlineData("await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, 7000))")]
    public Task Loopback_IsTheOwnMachine(string connect) => _test.IsQuiet($$"""
        using System.Net;
        using System.Net.Sockets;
        class C { async Task M(TcpClient client, Socket socket) { {{connect}}; await Task.Yield(); } }
        """);
}
