using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>RestSharp: the client says where, the request object says verb and path.</summary>
public sealed class RestSharpTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall)
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(RestSharp.RestClient).Assembly));

    private static readonly AnalyzerTest _calls = _test.IgnoringRules(RuleIds.DirectWiring);

    // RestSharp 106 as far as these tests use it: requests are interfaces, verbs are in capitals, the client's address may be set later.
    private const string Old = """
        -- RestSharp.cs
        namespace RestSharp
        {
            public enum Method { GET, POST, PUT }
            public interface IRestResponse { string Content { get; } }
            public interface IRestRequest { Method Method { get; set; } string Resource { get; set; } IRestRequest AddUrlSegment(string name, string value); }
            public class RestRequest : IRestRequest
            {
                public RestRequest() { }
                public RestRequest(Method method) { }
                public RestRequest(string resource, Method method) { }
                public Method Method { get; set; }
                public string Resource { get; set; } = "";
                public IRestRequest AddUrlSegment(string name, string value) => this;
            }
            public interface IRestClient
            {
                Uri BaseUrl { get; set; }
                IRestResponse Execute(IRestRequest request);
                Task<IRestResponse> ExecuteTaskAsync(IRestRequest request);
            }
            public class RestClient : IRestClient
            {
                public RestClient() { }
                public RestClient(string baseUrl) { }
                public Uri BaseUrl { get; set; } = null!;
                public IRestResponse Execute(IRestRequest request) => null!;
                public Task<IRestResponse> ExecuteTaskAsync(IRestRequest request) => null!;
            }
        }

        -- Test0.cs

        """;

    [Theory]
    [InlineData("client.[|GetAsync|](new RestRequest(\"orders\"))", "GET", "/orders")]
    [InlineData("client.[|ExecuteAsync|](new RestRequest(\"orders/{id}\", Method.Post))", "POST", "/orders/{}")]
    [InlineData("client.[|ExecuteAsync|](new RestRequest(\"/orders/{id}\") { Method = Method.Put })", "PUT", "/orders/{}")]
    [InlineData("client.[|ExecuteAsync|](new RestRequest { Resource = \"orders?full={full}\" })", "GET", "/orders")]
    [InlineData("client.[|ExecuteAsync|](new RestRequest(\"orders\"), Method.Delete)", "DELETE", "/orders")]
    [InlineData("client.[|ExecuteGetAsync|](new RestRequest($\"orders/{id}\"))", "GET", "/orders/{}")]
    [InlineData("client.[|ExecutePostAsync|]<string>(new RestRequest(\"orders/{id}\").AddUrlSegment(\"id\", id).AddHeader(\"a\", \"b\"))", "POST", "/orders/{}")]
    [InlineData("client.[|GetAsync|]<string>(\"orders\")", "GET", "/orders")]
    [InlineData("client.[|PostJsonAsync|](\"orders/{id}\", \"body\")", "POST", "/orders/{}")]
    [InlineData("client.[|PutJsonAsync|]<string, string>(\"orders/\" + id, \"body\")", "PUT", "/orders/{}")]
    [InlineData("client.[|DownloadDataAsync|](new RestRequest(\"files/{name}\"))", "GET", "/files/{}")]
    [InlineData("client.[|HeadAsync|](new RestRequest(new Uri(\"orders\", UriKind.Relative)))", "HEAD", "/orders")]
    [InlineData("Task.FromResult(client.[|Execute|](new RestRequest(\"orders\", Method.Patch)))", "PATCH", "/orders")]
    [InlineData("Task.FromResult(client.[|Delete|](new RestRequest(\"orders\")))", "DELETE", "/orders")]
    public Task Call_SaysVerbAndPath(string call, string verb, string path) => _calls
        .WithProperty("verb", verb).WithProperty("endpoint", "https://erp.contoso.com/api" + path).WithProperty("to", "erp.contoso.com")
        .Reports($$"""
            using RestSharp;
            class C
            {
                Task M(int id)
                {
                    var client = new RestClient("https://erp.contoso.com/api");
                    return {{call}};
                }
            }
            """);

    [Theory]
    [InlineData("new {|P2P1003:RestClient|}(\"https://erp.contoso.com\")")]
    [InlineData("new {|P2P1003:RestClient|}(new Uri(\"https://erp.contoso.com\"))")]
    [InlineData("new {|P2P1003:RestClient|}(new RestClientOptions(\"https://erp.contoso.com\"))")]
    [InlineData("new {|P2P1003:RestClient|}(new RestClientOptions { BaseUrl = new Uri(\"https://erp.contoso.com\") })")]
    [InlineData("new {|P2P1003:RestClient|}(o => o.BaseUrl = new Uri(\"https://erp.contoso.com\"))")]
    [InlineData("new RestClient(new HttpClient { {|P2P1003:BaseAddress|} = new Uri(\"https://erp.contoso.com\") })")]
    [InlineData("new {|P2P1003:RestClient|}(new HttpClient(), new RestClientOptions(\"https://erp.contoso.com\"))")]
    public Task Client_SaysWhere(string creation) => _test.Reports($$"""
        using RestSharp;
        class C
        {
            private readonly IRestClient _client = {{creation}};
            Task M() => _client.[|GetAsync|](new RestRequest("orders"));
        }
        """);

    [Fact]
    public Task OptionsInAVariable_AreWiredWhereTheClientIsMade() => _test.Reports("""
        using RestSharp;
        class C
        {
            async Task M()
            {
                var options = new RestClientOptions("https://erp.contoso.com");
                var client = new {|P2P1003:RestClient|}(options);
                var request = new RestRequest("orders");
                request.Method = Method.Post;
                await client.[|ExecuteAsync|](request);
            }
        }
        """);

    [Fact]
    public Task InjectedClient_GoesWhereItIsRegistered() => _test.WithProperty("to", "Erp").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using RestSharp;
        class C(IRestClient client)
        {
            Task M() => client.[|GetAsync|](new RestRequest("orders"));
            static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.AddSingleton<IRestClient>(_ => new {|P2P1003:RestClient|}(configuration["Services:Erp:BaseUrl"]!));
        }
        """);

    [Fact]
    public Task Wrapper_IsToldAtItsCallers() => _calls.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").WithProperty("verb", "GET").Reports("""
        using RestSharp;
        class Erp
        {
            private readonly RestClient _client = new("https://erp.contoso.com");
            public Task<RestResponse> Get(string path)
            {
                var request = new RestRequest(path);
                return _client.ExecuteAsync(request);
            }
        }
        class C
        {
            Task M(Erp erp, int id) => erp.[|Get|]($"orders/{id}");
        }
        """);

    [Fact]
    public Task ClientOfUnknownAddress_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        using RestSharp;
        public class C
        {
            public Task M(RestClient client) => client.[|GetAsync|](new RestRequest("orders"));
        }
        """);

    [Fact]
    public Task WhatOnlyDescribes_IsQuiet() => _test.IsQuiet("""
        using RestSharp;
        class Fake : IRestClient
        {
            public ReadOnlyRestClientOptions Options => null!;
            public RestSharp.Serializers.RestSerializers Serializers => null!;
            public DefaultParameters DefaultParameters => null!;
            public Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new RestResponse(request));
            public Task<Stream?> DownloadStreamAsync(RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult<Stream?>(null);
            public void Dispose() { }
        }
        class C
        {
            object M(RestResponse response, IRestClient client)
            {
                client.AddDefaultHeader("a", "b");
                _ = client.Deserialize<string>(response);
                _ = new RestClientOptions("https://erp.contoso.com") { UserAgent = "x" };
                return new RestRequest("orders", Method.Post).AddJsonBody(nameof(RestClient)).AddQueryParameter("a", typeof(IRestClient).Name);
            }
        }
        """);

    [Fact]
    public Task OldRequest_SaysVerbAndPath() => CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall).IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://erp.contoso.com/orders/{}").WithProperty("verb", "POST")
        .Reports(Old + """
            using RestSharp;
            class C
            {
                async Task M(string id)
                {
                    IRestRequest request = new RestRequest(Method.GET);
                    request.Resource = "orders/{id}";
                    request.Method = Method.POST;
                    request.AddUrlSegment("id", id);
                    IRestClient client = new RestClient("https://erp.contoso.com/");
                    client.[|Execute|](request);
                    await client.[|ExecuteTaskAsync|](request);
                }
            }
            """);

    [Fact]
    public Task OldClient_WhoseAddressIsSetLater_IsWiredThere() => CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall)
        .Reports(Old + """
            using RestSharp;
            class C
            {
                void M()
                {
                    var client = new RestClient();
                    client.{|P2P1003:BaseUrl|} = new Uri("https://erp.contoso.com");
                    client.[|Execute|](new RestRequest("orders", Method.GET));
                }
            }
            """);

    [Fact]
    public Task ClassThatDerivesFromTheClient_IsWiredWhereItGivesItTheAddress() => _test.WithProperty("to", "erp.contoso.com").Reports("""
        using RestSharp;
        class ErpClient : RestClient
        {
            public ErpClient(string tenant) : {|P2P1003:base|}("https://erp.contoso.com/" + tenant) { }
        }
        class C
        {
            private readonly ErpClient _erp = new ErpClient("a");
            Task M() => _erp.[|GetAsync|](new RestRequest("orders"));
            Task N() => _erp.[|ExecuteAsync|](new RestRequest("orders"));
        }
        """);

    [Fact]
    public Task ClassThatDerivesFromTheClient_CallsItself() => _test.WithProperty("to", "erp.contoso.com").Reports("""
        using RestSharp;
        class ErpClient() : {|P2P1003:RestClient|}("https://erp.contoso.com")
        {
            public Task Orders() => this.[|GetAsync|](new RestRequest("orders"));
        }
        """);
}
