using System.Reflection;
using PointToPoint.Testing;

using StreamJsonRpc;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>StreamJsonRpc: a call goes over whatever its stream is connected to.</summary>
public sealed class JsonRpcLibraryTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall)
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(JsonRpc).Assembly).With(Assembly.Load("Microsoft.VisualStudio.Threading")).With(Assembly.Load("Microsoft.VisualStudio.Validation")));

    [Fact]
    public Task JsonRpc_OverATcpStream_GoesWhereThatIsConnectedTo() => _test.Reports("""
        using System.Net.Sockets;
        using StreamJsonRpc;
        class C
        {
            async Task M()
            {
                using var tcp = new {|P2P1003:TcpClient|}("erp.contoso.com", 7000);
                using var rpc = JsonRpc.Attach(tcp.GetStream());
                var total = await rpc.{|#0:InvokeAsync|}<int>("Total", 1);
                await rpc.{|#1:NotifyAsync|}("Done");
            }
        }
        """,
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(0).WithProperty("protocol", "jsonrpc").WithProperty("endpoint", "tcp://erp.contoso.com:7000"),
        new DiagnosticResult(RuleIds.DirectSdkCall).WithLocation(1).WithProperty("to", "erp.contoso.com"));

    [Fact]
    public Task JsonRpc_OverAWebSocket_GoesWhereThatIsConnectedTo() => _test.WithManifest("""{ "systems": { "ERP": { "endpoints": ["erp.contoso.com"] } } }""").WithProperty("to", "ERP").Reports("""
        using System.Net.WebSockets;
        using StreamJsonRpc;
        class C
        {
            async Task M()
            {
                var socket = new ClientWebSocket();
                await socket.[|ConnectAsync|](new Uri("wss://erp.contoso.com/rpc"), default);
                var rpc = new JsonRpc(new WebSocketMessageHandler(socket));
                rpc.StartListening();
                await rpc.[|InvokeAsync|]("Total");
            }
        }
        """);

    [Fact]
    public Task ServersEnd_IsQuiet() => _test.IsQuiet("""
        using System.Net.Sockets;
        using System.Net.WebSockets;
        using Microsoft.AspNetCore.Http;
        using StreamJsonRpc;
        public class C
        {
            public async Task M(HttpContext context, Stream stream)
            {
                var socket = await context.WebSockets.AcceptWebSocketAsync();
                var rpc = new JsonRpc(new WebSocketMessageHandler(socket), this);
                rpc.StartListening();
                await rpc.NotifyAsync("Changed");
                var other = JsonRpc.Attach(stream, this);
                await other.Completion;
            }

            public string Name(RemoteInvocationException problem) => nameof(JsonRpc.InvokeAsync) + typeof(JsonRpc) + problem.ErrorCode;
        }
        """);

    [Fact]
    public Task ObjectInTheProcess_OfTheSameInterface_IsQuiet() => _test.IsQuiet("""
        using StreamJsonRpc;
        public interface IErp { Task<int> TotalAsync(int order); }
        class Erp : IErp { public Task<int> TotalAsync(int order) => Task.FromResult(order); }
        public class C(IErp injected)
        {
            public async Task M(Stream stream)
            {
                IErp erp = new Erp();
                await erp.TotalAsync(1);
                await injected.TotalAsync(1);
                await JsonRpc.Attach<IErp>(stream).TotalAsync(1);
            }
        }
        """);

    [Fact]
    public Task Proxy_OfAConnection_CallsOverIt() => _test.WithProperty("protocol", "jsonrpc").WithProperty("endpoint", "tcp://erp.contoso.com:7000").WithProperty("verb", "TotalAsync").IgnoringRules(RuleIds.DirectWiring).Reports("""
        using System.Net.Sockets;
        using StreamJsonRpc;
        public interface IErp { Task<int> TotalAsync(int order); }
        class C
        {
            async Task M()
            {
                using var tcp = new TcpClient("erp.contoso.com", 7000);
                using var rpc = JsonRpc.Attach(tcp.GetStream());
                var erp = rpc.Attach<IErp>();
                var total = await erp.[|TotalAsync|](1);
            }

            async Task N()
            {
                using var tcp = new TcpClient("erp.contoso.com", 7000);
                IErp erp = JsonRpc.Attach<IErp>(tcp.GetStream());
                var total = await erp.[|TotalAsync|](1);
            }
        }
        """);

    [Fact]
    public Task Proxy_InAField_CallsOverItsConnection() => _test.WithProperty("to", "erp.contoso.com").IgnoringRules(RuleIds.DirectWiring).Reports("""
        using System.Net.Sockets;
        using StreamJsonRpc;
        public interface IErp { Task<int> TotalAsync(int order); }
        class C
        {
            private readonly IErp _erp;
            public C() => _erp = JsonRpc.Attach<IErp>(new TcpClient("erp.contoso.com", 7000).GetStream());
            public Task<int> M() => _erp.[|TotalAsync|](1);
        }
        """);
}
