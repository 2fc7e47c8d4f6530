using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients.Data;

/// <summary>A database of vectors is the caller's own, as any other is, until p2p.json says whose it is.</summary>
public sealed class VectorDatabaseTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithReferences(CatalogPackages.Referencing("Qdrant.Client"));

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

    private const string Sdks = """
        namespace Weaviate.Client
        {
            public class WeaviateClient { public CollectionsClient Collections { get; } public async Task<bool> IsReady(CancellationToken cancellationToken = default) => true; }
            public record CollectionsClient { public CollectionClient Use(string name) => null; }
            public class CollectionClient { public async Task<ulong> Count(CancellationToken cancellationToken = default) => 0; }
            public static class Connect { public static Task<WeaviateClient> Cloud(string restEndpoint, string apiKey = null) => null; public static Task<WeaviateClient> Local(object credentials = null, string hostname = "localhost") => null; }
        }
        namespace ChromaDB.Client
        {
            public class ChromaCollection { } public class ChromaConfigurationOptions { public ChromaConfigurationOptions(string uri, string tenant = null) { } public ChromaConfigurationOptions WithTenant(string tenant) => this; }
            public class ChromaClient { public ChromaClient(string uri) { } public ChromaClient(ChromaConfigurationOptions options, HttpClient httpClient) { } public virtual Task<IReadOnlyList<ChromaCollection>> ListCollectionsAsync(string tenant = null, string database = null, CancellationToken cancellationToken = default) => null; }
            public class ChromaCollectionClient { public ChromaCollectionClient(ChromaCollection collection, ChromaConfigurationOptions options, HttpClient httpClient) { } public Task<int> Count() => null; }
        }
        """;

    [Fact]
    public Task OfOthers_WithoutPackage_IsThatSystems() => Clients.Sdks.VendorCode.IsAsItSays(Sdks, """
        using ChromaDB.Client;
        using Weaviate.Client;
        class C
        {
            async Task Others(HttpClient http)
            {
                var weaviate = await Connect.Cloud("erp-weaviate.contoso.com", "key"); // calls ERP
                await weaviate.Collections.Use("Orders").Count(); // calls ERP
                var options = new ChromaConfigurationOptions("https://erp-chroma.contoso.com");
                var chroma = new ChromaClient(options, http); // calls ERP
                await chroma.ListCollectionsAsync(); // calls ERP
                var collection = new ChromaCollectionClient(new(), options, http); // calls ERP
                await collection.Count(); // calls ERP
            }
            async Task Own(WeaviateClient injected, HttpClient http)
            {
                await injected.IsReady();
                await new ChromaClient("https://chroma.contoso.com").ListCollectionsAsync();
                await (await Connect.Local()).IsReady();
            }
        }
        """,
        """{ "systems": { "ERP": { "endpoints": ["erp-weaviate.contoso.com", "erp-chroma.contoso.com"] } } }""");

    [Fact]
    public Task GraphsAndIndexesOfOthers_AreThatSystems() => Clients.Sdks.VendorCode.IsAsItSays("""
        namespace Neo4j.Driver { public interface IAuthToken { } public interface IDriver { } public static class GraphDatabase { public static IDriver Driver(string uri, IAuthToken authToken) => null; } }
        namespace SolrNet { public static class Startup { public static void Init<T>(string serverURL) { } } }
        """, """
        using Neo4j.Driver;
        class C
        {
            void M(IAuthToken token)
            {
                var graph = GraphDatabase.Driver("neo4j://erp-graph.contoso.com:7687", token); // calls ERP
                var own = GraphDatabase.Driver("bolt://graph.contoso.com:7687", token);
                SolrNet.Startup.Init<string>("http://erp-solr.contoso.com:8983/solr/orders"); // calls ERP
                SolrNet.Startup.Init<object>("http://solr.contoso.com:8983/solr/orders");
            }
        }
        """,
        """{ "systems": { "ERP": { "endpoints": ["erp-graph.contoso.com", "erp-solr.contoso.com"] } } }""");
}
