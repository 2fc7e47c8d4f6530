using System.Reflection;

using Microsoft.AspNetCore.SignalR.Client;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>SignalR's client; its server sends to whoever called it, and is quiet.</summary>
public sealed class SignalRLibraryTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall)
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(HubConnection).Assembly).With(typeof(HubConnectionBuilderHttpExtensions).Assembly).With(Assembly.Load("Microsoft.AspNetCore.Http.Connections.Client")));

    [Fact]
    public Task HubConnection_GoesToTheBuildersUrl() => _test.WithProperty("protocol", "signalr").WithProperty("endpoint", "https://orders.contoso.com/hub").WithProperty("to", "orders.contoso.com").Reports("""
        using Microsoft.AspNetCore.SignalR.Client;
        class C
        {
            async Task M()
            {
                var hub = new HubConnectionBuilder().{|P2P1003:WithUrl|}("https://orders.contoso.com/hub", options => options.Headers["x"] = "y").WithAutomaticReconnect().Build();
                hub.On<string>("Changed", _ => { });
                await hub.[|StartAsync|]();
                var order = await hub.[|InvokeAsync|]<string>("Get", 1);
                await hub.[|SendAsync|]("Ping");
                await foreach (var next in hub.[|StreamAsync|]<string>("All")) { }
                await hub.StopAsync();
                await hub.DisposeAsync();
            }
        }
        """);

    [Fact]
    public Task Builder_ThatIsKept_HasTheUrlThatWasSetOnIt() => _test
        .WithAdditionalFile("appsettings.json", """{ "Services": { "Orders": "https://orders.contoso.com" } }""")
        .WithManifest("""{ "systems": { "Ordering": { "endpoints": ["orders.contoso.com"] } } }""")
        .WithProperty("to", "Ordering").WithProperty("endpoint", "https://orders.contoso.com/hub")
        .Reports("""
            using Microsoft.AspNetCore.SignalR.Client;
            using Microsoft.Extensions.Configuration;
            class C
            {
                private readonly HubConnection _hub;
                public C(IConfiguration configuration)
                {
                    var builder = new HubConnectionBuilder();
                    builder.{|P2P1003:WithUrl|}(new Uri($"{configuration["Services:Orders"]}/hub"));
                    _hub = builder.Build();
                }
                public Task Start() => _hub.[|StartAsync|]();
            }
            """);

    [Fact]
    public Task HubConnection_OfAnUnknownUrl_IsUnknown() => _test.Reports("""
        using Microsoft.AspNetCore.SignalR.Client;
        public class C
        {
            public Task M(HubConnection hub) => hub.{|P2P1010:SendAsync|}("Ping");
        }
        """);

    [Fact]
    public Task ServersHub_IsQuiet() => _test.IsQuiet("""
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.AspNetCore.SignalR.Client;
        public class OrdersHub : Hub
        {
            public Task Publish() => Clients.All.SendAsync("Changed");
        }
        public class C(IHubContext<OrdersHub> hub)
        {
            public Task M() => hub.Clients.User("1").SendAsync("Changed", 1);
            public string Name(HubException problem) => nameof(HubConnection.StartAsync) + typeof(HubConnection) + problem.Message;
        }
        """);

    [Fact]
    public Task WithUrlOfAnotherLibrary_IsQuiet() => _test.IsQuiet("""
        class Resource { public Resource WithUrl(string url) => this; }
        class C { void M() => new Resource().WithUrl("https://orders.contoso.com"); }
        """);
}
