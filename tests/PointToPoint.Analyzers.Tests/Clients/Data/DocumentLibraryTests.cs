namespace PointToPoint.Analyzers.Tests.Clients.Data;

/// <summary>Databases that are none of tables: document stores, caches, search.</summary>
public sealed class DocumentLibraryTests
{
    [Fact]
    public Task MongoClient_ByUrl_ShowsNoUserInfo() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "mongodb://erp-db:27017/orders").Reports("""
        using MongoDB.Driver;
        class C
        {
            object Text() => new [|MongoClient|]("mongodb://crm:p/a@ss@erp-db:27017,erp-db2:27017/orders?authSource=admin");
            object Url() => new [|MongoClient|](new MongoUrl("mongodb://erp-db:27017/orders"));
            object Settings()
            {
                var settings = MongoClientSettings.FromConnectionString("mongodb://erp-db:27017/orders");
                return new [|MongoClient|](settings);
            }
        }
        """);

    [Fact]
    public Task MongoDatabase_OnASharedServer_IsToldApart() => DataLibraries.Erps("mongodb://mongo-01/orders").WithProperty("endpoint", "mongodb://mongo-01/orders").Reports("""
        using MongoDB.Driver;
        class C
        {
            private readonly MongoClient _client = new("mongodb://mongo-01");
            object Theirs() => _client.[|GetDatabase|]("orders");
            object Own() => _client.GetDatabase("customers");
        }
        """);

    [Fact]
    public Task MongoClient_OfTheOwnServer_IsQuiet() => DataLibraries.Erps("erp-db").IsQuiet("""
        using MongoDB.Bson;
        using MongoDB.Driver;
        class C(IMongoCollection<BsonDocument> orders)
        {
            object Client() => new MongoClient("mongodb://crm-db");
            object Url() => new MongoUrl("mongodb://erp-db");
            object Filter() => Builders<BsonDocument>.Filter.Eq("id", 1);
            async Task<BsonDocument> M() => await orders.Find(new BsonDocument()).FirstOrDefaultAsync();
            bool Failed(Exception exception) => exception is MongoException;
        }
        """);

    [Fact]
    public Task Redis_IsReportedWhereItIsConnected() => DataLibraries.Erps("erp-cache").WithProperty("endpoint", "redis://erp-cache:6379").Reports("""
        using StackExchange.Redis;
        class C
        {
            object Connect() => ConnectionMultiplexer.[|Connect|]("erp-cache:6379,password=hunter2,ssl=true");
            async Task<object> ConnectAsync() => await ConnectionMultiplexer.[|ConnectAsync|](ConfigurationOptions.Parse("erp-cache:6379"));
            object Own() => ConnectionMultiplexer.Connect("crm-cache:6379");
            async Task<string?> Read(IDatabase cache) => await cache.StringGetAsync("key");
        }
        """);

    [Fact]
    public Task Cosmos_IsReported() => DataLibraries.Erps("erp.documents.azure.com").Reports("""
        using Microsoft.Azure.Cosmos;
        class C
        {
            object Text() => new [|CosmosClient|]("AccountEndpoint=https://erp.documents.azure.com:443/;AccountKey=c2VjcmV0");
            object Parts(string key) => new [|CosmosClient|]("https://erp.documents.azure.com:443/", key).[|GetContainer|]("erp", "orders");
            object Own() => new CosmosClient("AccountEndpoint=https://crm.documents.azure.com:443/;AccountKey=c2VjcmV0");
        }
        """);

    [Fact]
    public Task AzureTable_OfAnAccount_IsReported() => DataLibraries.Erps("erp.table.core.windows.net").WithProperty("endpoint", "https://erp.table.core.windows.net").Reports("""
        using Azure.Data.Tables;
        class C
        {
            object Text() => new [|TableClient|]("DefaultEndpointsProtocol=https;AccountName=erp;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net", "orders");
            object Address() => new [|TableServiceClient|](new Uri("https://erp.table.core.windows.net"));
            object Local() => new TableServiceClient("UseDevelopmentStorage=true");
        }
        """);

    [Fact]
    public Task Elasticsearch_IsReportedWhereItsNodeIsNamed() => DataLibraries.Erps("erp-search").Reports("""
        using Elastic.Clients.Elasticsearch;
        class C
        {
            object Client() => new [|ElasticsearchClient|](new Uri("http://erp-search:9200"));
            object Settings() => new ElasticsearchClient(new [|ElasticsearchClientSettings|](new Uri("http://erp-search:9200")));
            object Own() => new ElasticsearchClient(new Uri("http://crm-search:9200"));
        }
        """);

    [Fact]
    public Task Elasticsearch_OfAPoolOfNodes_IsReported() => DataLibraries.Erps("erp-search").Reports("""
        using Elastic.Clients.Elasticsearch;
        using Elastic.Transport;
        class C
        {
            object Single() => new ElasticsearchClient(new [|ElasticsearchClientSettings|](new SingleNodePool(new Uri("http://erp-search:9200"))));
            object Several() => new ElasticsearchClient(new [|ElasticsearchClientSettings|](new StaticNodePool([new Uri("http://erp-search:9200"), new Uri("http://erp-search:9201")])));
            object Local()
            {
                var nodes = new[] { new Uri("http://erp-search:9200") };
                var pool = new StaticNodePool(nodes);
                return new ElasticsearchClient(new [|ElasticsearchClientSettings|](pool));
            }

            object Own() => new ElasticsearchClient(new ElasticsearchClientSettings(new SingleNodePool(new Uri("http://crm-search:9200"))));
        }
        """);

    // As the client before version 8 and OpenSearch's have them.
    [Theory]
    [InlineData("Nest", "Elasticsearch.Net", "ElasticClient")]
    [InlineData("OpenSearch.Client", "OpenSearch.Net", "OpenSearchClient")]
    public Task OlderSearch_OfAPoolOfNodes_IsReported(string client, string pools, string type) => DataLibraries.Erps("erp-search").Reports($$"""
        using {{client}};
        using {{pools}};
        namespace {{pools}}
        {
            public interface IConnectionPool;
            public class SingleNodeConnectionPool(Uri uri) : IConnectionPool;
            public class StaticConnectionPool(IEnumerable<Uri> uris) : IConnectionPool;
        }

        namespace {{client}}
        {
            public class ConnectionSettings { public ConnectionSettings(Uri uri) { } public ConnectionSettings(IConnectionPool connectionPool) { } }
            public class {{type}} { public {{type}}(Uri uri) { } public {{type}}(ConnectionSettings settings) { } }
        }

        class C
        {
            object Single() => new {{type}}(new [|ConnectionSettings|](new SingleNodeConnectionPool(new Uri("http://erp-search:9200"))));
            object Several() => new {{type}}(new [|ConnectionSettings|](new StaticConnectionPool(new[] { new Uri("http://erp-search:9200") })));
            object Own() => new {{type}}(new ConnectionSettings(new SingleNodeConnectionPool(new Uri("http://crm-search:9200"))));
        }
        """);

    [Fact]
    public Task MongoClient_OfASetServer_IsReported() => DataLibraries.Erps("erp-db").WithProperty("endpoint", "mongodb://erp-db:27017").Reports("""
        using MongoDB.Driver;
        class C
        {
            object Set()
            {
                var settings = new MongoClientSettings();
                settings.Server = new MongoServerAddress("erp-db", 27017);
                return new [|MongoClient|](settings);
            }

            object Initialised() => new [|MongoClient|](new MongoClientSettings { Server = new MongoServerAddress("erp-db", 27017) });
            object Several() => new [|MongoClient|](new MongoClientSettings { Servers = new[] { new MongoServerAddress("erp-db", 27017) } });
            object Built() => new [|MongoClient|](new MongoUrlBuilder { Server = new MongoServerAddress("erp-db", 27017) }.ToMongoUrl());
            object OfText() => new [|MongoClient|](new MongoUrlBuilder("mongodb://erp-db:27017").ToMongoUrl());
            object Own() => new MongoClient(new MongoClientSettings { Server = new MongoServerAddress("crm-db") });
        }
        """);

    [Fact]
    public Task Redis_OfEndPoints_GoesToThem() => DataLibraries.Erps("erp-cache").WithProperty("endpoint", "redis://erp-cache:6379").Reports("""
        using StackExchange.Redis;
        class C
        {
            object Initialised() => ConnectionMultiplexer.[|Connect|](new ConfigurationOptions { EndPoints = { { "erp-cache", 6379 } }, Ssl = true });
            object Text() => ConnectionMultiplexer.[|Connect|](new ConfigurationOptions { EndPoints = { "erp-cache:6379" } });
            object Added()
            {
                var options = new ConfigurationOptions { Password = "x" };
                options.EndPoints.Add("erp-cache", 6379);
                return ConnectionMultiplexer.[|Connect|](options);
            }
        }
        """);
}
