using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Tools of a server that a transport goes to: an address, or a process of this machine.</summary>
public sealed class ModelContextProtocolTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall)
        .WithReferences(CatalogPackages.Referencing("ModelContextProtocol.Core", "Microsoft.Extensions.AI.Abstractions"));

    [Fact]
    public Task ToolsOfAServer_AreCallsOfItsAddress() => _test.WithProperty("to", "tools.contoso.com").WithProperty("endpoint", "https://tools.contoso.com/mcp").Reports("""
        using ModelContextProtocol.Client;
        class C
        {
            async Task M()
            {
                var transport = new {|P2P1003:HttpClientTransport|}(new HttpClientTransportOptions { Endpoint = new Uri("https://tools.contoso.com/mcp"), Name = "tools" });
                await using var client = await McpClient.CreateAsync(transport);
                var tools = await client.[|ListToolsAsync|]();
                await client.[|CallToolAsync|]("add", new Dictionary<string, object?> { ["a"] = 1 });
                await client.[|ReadResourceAsync|]("file:///x");
            }
        }
        """);

    [Fact]
    public Task ServerOfASetting_IsNamedByItsKey() => _test.WithProperty("to", "Tools").WithProperty("endpoint", "config:Tools:Url").Reports("""
        using Microsoft.Extensions.Configuration;
        using ModelContextProtocol.Client;
        class C(IConfiguration configuration)
        {
            private McpClient? _client;
            async Task<McpClient> Client() => _client ??= await McpClient.CreateAsync(new {|P2P1003:HttpClientTransport|}(new() { Endpoint = new Uri(configuration["Tools:Url"]!) }));
            async Task M() => await (await Client()).[|CallToolAsync|]("add");
        }
        """);

    [Fact]
    public Task ServerThatIsAProcess_IsQuiet() => _test.IsQuiet("""
        using ModelContextProtocol.Client;
        class C
        {
            async Task M()
            {
                await using var client = await McpClient.CreateAsync(new StdioClientTransport(new() { Command = "npx", Arguments = ["-y", "server"] }));
                foreach (var tool in await client.ListToolsAsync())
                {
                    await tool.CallAsync();
                }

                client.AddKnownTools([]);
            }
        }
        """);
}
