using PointToPoint.Analyzers.Rules;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Data;

/// <summary>A database of vectors is the caller's own, as any other is, until p2p.json says whose it is.</summary>
public sealed class VectorDatabaseTests
{
    private static readonly AnalyzerTest _test = AnalyzerTest.For<CouplingAnalyzer>().WithReferences(CatalogPackages.Referencing("Qdrant.Client"));

    [Fact]
    public Task Own_IsQuiet() => _test.IsQuiet("""
        using Qdrant.Client;
        class C
        {
            async Task M() => await new QdrantClient("qdrant.contoso.com", 6334).ListCollectionsAsync();
        }
        """);

    [Theory]
    [InlineData("\"erp-qdrant.contoso.com\", 6334")]
    [InlineData("new Uri(\"https://erp-qdrant.contoso.com\")")]
    public Task OfAnotherSystem_IsThatSystems(string address) => _test.WithManifest("""{ "systems": { "ERP": { "endpoints": ["erp-qdrant.contoso.com"] } } }""")
        .WithDefaultRule(RuleIds.DirectDataAccess).WithProperty("to", "ERP").Reports($$"""
            using Qdrant.Client;
            class C
            {
                async Task M()
                {
                    var client = new [|QdrantClient|]({{address}});
                    await client.[|ListCollectionsAsync|]();
                }
            }
            """);
}
