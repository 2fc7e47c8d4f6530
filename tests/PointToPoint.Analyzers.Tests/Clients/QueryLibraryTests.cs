using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>GraphQL and OData over HTTP: the address of the client is what is called.</summary>
public sealed class QueryLibraryTests
{
    // The packages as far as these tests use them.
    private const string GraphQL = """
        -- GraphQL.cs
        namespace GraphQL.Client.Abstractions
        {
            public class GraphQLRequest { public GraphQLRequest(string query) { } }
            public class GraphQLResponse<T> { public T Data = default!; }
            public interface IGraphQLWebsocketJsonSerializer { }
            public interface IGraphQLClient
            {
                Task<GraphQLResponse<T>> SendQueryAsync<T>(GraphQLRequest request, CancellationToken cancellationToken = default);
                Task<GraphQLResponse<T>> SendMutationAsync<T>(GraphQLRequest request, CancellationToken cancellationToken = default);
                IObservable<GraphQLResponse<T>> CreateSubscriptionStream<T>(GraphQLRequest request);
            }
            public static class GraphQLClientExtensions
            {
                public static Task<GraphQLResponse<T>> SendQueryAsync<T>(this IGraphQLClient client, string query, object? variables = null) => null!;
            }
        }
        namespace GraphQL.Client.Http
        {
            using GraphQL.Client.Abstractions;
            public class GraphQLHttpClientOptions { public Uri? EndPoint { get; set; } }
            public class GraphQLHttpClient : IGraphQLClient
            {
                public GraphQLHttpClient(string endPoint, IGraphQLWebsocketJsonSerializer serializer) { }
                public GraphQLHttpClient(Uri endPoint, IGraphQLWebsocketJsonSerializer serializer) { }
                public GraphQLHttpClient(Action<GraphQLHttpClientOptions> configure, IGraphQLWebsocketJsonSerializer serializer) { }
                public GraphQLHttpClient(GraphQLHttpClientOptions options, IGraphQLWebsocketJsonSerializer serializer) { }
                public GraphQLHttpClient(GraphQLHttpClientOptions options, IGraphQLWebsocketJsonSerializer serializer, HttpClient httpClient) { }
                public Task<GraphQLResponse<T>> SendQueryAsync<T>(GraphQLRequest request, CancellationToken cancellationToken = default) => null!;
                public Task<GraphQLResponse<T>> SendMutationAsync<T>(GraphQLRequest request, CancellationToken cancellationToken = default) => null!;
                public IObservable<GraphQLResponse<T>> CreateSubscriptionStream<T>(GraphQLRequest request) => null!;
            }
        }

        -- Test0.cs
        using GraphQL.Client.Abstractions;
        using GraphQL.Client.Http;

        """;

    private const string OData = """
        -- OData.cs
        namespace Simple.OData.Client
        {
            public class ODataClientSettings
            {
                public ODataClientSettings() { }
                public ODataClientSettings(Uri baseUri) { }
                public ODataClientSettings(HttpClient httpClient, Uri? relativeUri = null) { }
                public Uri? BaseUri { get; set; }
            }
            public interface IFluentClient<T, FT> where T : class
            {
                FT Filter(string filter);
                Task<IEnumerable<T>> FindEntriesAsync();
                Task<string> GetCommandTextAsync();
            }
            public interface IBoundClient<T> : IFluentClient<T, IBoundClient<T>> where T : class { Task<T> InsertEntryAsync(); }
            public interface IODataClient { IBoundClient<T> For<T>(string? collectionName = null) where T : class; }
            public class ODataClient : IODataClient
            {
                public ODataClient(string baseUri) { }
                public ODataClient(Uri baseUri) { }
                public ODataClient(ODataClientSettings settings) { }
                public IBoundClient<T> For<T>(string? collectionName = null) where T : class => null!;
            }
        }

        -- Test0.cs
        using Simple.OData.Client;

        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    [Theory]
    [InlineData("new {|P2P1003:GraphQLHttpClient|}(\"https://erp.contoso.com/graphql\", serializer)")]
    [InlineData("new {|P2P1003:GraphQLHttpClient|}(new Uri(\"https://erp.contoso.com/graphql\"), serializer)")]
    [InlineData("new {|P2P1003:GraphQLHttpClient|}(o => o.EndPoint = new Uri(\"https://erp.contoso.com/graphql\"), serializer)")]
    [InlineData("new {|P2P1003:GraphQLHttpClient|}(new GraphQLHttpClientOptions { EndPoint = new Uri(\"https://erp.contoso.com/graphql\") }, serializer)")]
    [InlineData("new GraphQLHttpClient(new GraphQLHttpClientOptions(), serializer, new HttpClient { {|P2P1003:BaseAddress|} = new Uri(\"https://erp.contoso.com/graphql\") })")]
    public Task GraphQLClient_SaysWhere(string creation) => _test.WithProperty("endpoint", "https://erp.contoso.com/graphql").WithProperty("to", "erp.contoso.com").Reports(GraphQL + $$"""
        class C
        {
            async Task M(IGraphQLWebsocketJsonSerializer serializer)
            {
                IGraphQLClient client = {{creation}};
                await client.[|SendQueryAsync|]<string>(new GraphQLRequest("{ orders }"));
                await client.[|SendQueryAsync|]<string>("{ orders }");
                await client.[|SendMutationAsync|]<string>(new GraphQLRequest("{ order }"));
                client.[|CreateSubscriptionStream|]<string>(new GraphQLRequest("{ orders }"));
            }
        }
        """);

    [Fact]
    public Task GraphQLCall_HasItsProtocol() => _test.WithProperty("protocol", "graphql").WithProperty("verb", "POST").WithProperty("to", "Erp").Reports(GraphQL + """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class C(IGraphQLClient client)
        {
            Task M() => client.[|SendQueryAsync|]<string>("{ orders }");
            #pragma warning disable P2P1003
            static void Add(IServiceCollection services, IConfiguration configuration, IGraphQLWebsocketJsonSerializer serializer) =>
                services.AddSingleton<IGraphQLClient>(_ => new GraphQLHttpClient(configuration["Services:Erp:Url"]!, serializer));
        }
        """);

    [Fact]
    public Task GraphQLModels_AreQuiet() => _test.IsQuiet(GraphQL + """
        class C
        {
            object M() => new object[] { new GraphQLRequest("{ orders }"), new GraphQLHttpClientOptions { EndPoint = new Uri("https://erp.contoso.com") }, nameof(GraphQLHttpClient), typeof(IGraphQLClient) };
        }
        """);

    [Theory]
    [InlineData("new {|P2P1003:ODataClient|}(\"https://erp.contoso.com/odata/\")")]
    [InlineData("new {|P2P1003:ODataClient|}(new ODataClientSettings(new Uri(\"https://erp.contoso.com/odata/\")))")]
    [InlineData("new {|P2P1003:ODataClient|}(new ODataClientSettings { BaseUri = new Uri(\"https://erp.contoso.com/odata/\") })")]
    [InlineData("new ODataClient(new ODataClientSettings(new HttpClient { {|P2P1003:BaseAddress|} = new Uri(\"https://erp.contoso.com/odata/\") }))")]
    public Task ODataClient_SaysWhere(string creation) => _test.WithProperty("to", "erp.contoso.com").Reports(OData + $$"""
        class C
        {
            async Task M()
            {
                IODataClient client = {{creation}};
                await client.For<string>().Filter("a eq 1").[|FindEntriesAsync|]();
                await client.For<string>("Orders").[|InsertEntryAsync|]();
            }
        }
        """);

    [Fact]
    public Task ODataCall_HasItsProtocol() => _test.IgnoringRules(RuleIds.DirectWiring).WithProperty("protocol", "odata").WithProperty("verb", "GET").Reports(OData + """
        class C
        {
            private readonly ODataClient _client = new("https://erp.contoso.com/odata/");
            async Task M()
            {
                await _client.For<string>().[|FindEntriesAsync|]();
                await _client.For<string>().GetCommandTextAsync();
            }
        }
        """);

    [Fact]
    public Task ODataSettings_AreQuiet() => _test.IsQuiet(OData + """
        class C
        {
            object M(IODataClient client) => new object[] { client.For<string>().Filter("a"), new ODataClientSettings(new Uri("https://erp.contoso.com")), nameof(ODataClient) };
        }
        """);

    [Theory]
    [InlineData("For<Order>().Filter(\"a eq 1\").[|FindEntriesAsync|]()", "GET", "https://erp.contoso.com/odata/Order")]
    [InlineData("For<Order>(\"Orders\").[|FindEntriesAsync|]()", "GET", "https://erp.contoso.com/odata/Orders")]
    [InlineData("For<Order>(\"Orders\").[|InsertEntryAsync|]()", "POST", "https://erp.contoso.com/odata/Orders")]
    public Task ODataCall_HasTheSetAsItsPath(string call, string verb, string endpoint) => _test.IgnoringRules(RuleIds.DirectWiring).WithProperty("verb", verb).WithProperty("endpoint", endpoint).Reports(OData + $$"""
        class Order { }
        class C
        {
            private readonly ODataClient _client = new("https://erp.contoso.com/odata/");
            async Task M() => await _client.{{call}};
        }
        """);
}
