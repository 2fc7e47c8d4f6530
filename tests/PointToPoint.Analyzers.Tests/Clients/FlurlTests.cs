using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Flurl: the address is built step by step, and called; or a client has its start.</summary>
public sealed class FlurlTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall)
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(Flurl.Url).Assembly).With(typeof(Flurl.Http.FlurlHttp).Assembly));

    private static readonly AnalyzerTest _calls = _test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("\"https://erp.contoso.com/orders\".[|GetJsonAsync|]<string>()", "GET", "/orders")]
    [InlineData("\"https://erp.contoso.com\".AppendPathSegment(\"orders\").SetQueryParam(\"full\", true).[|GetStringAsync|]()", "GET", "/orders")]
    [InlineData("\"https://erp.contoso.com/\".AppendPathSegments(\"orders\", id, \"/lines\").[|PostJsonAsync|](new { id })", "POST", "/orders/{}/lines")]
    [InlineData("\"https://erp.contoso.com?a=b\".AppendPathSegment(\"orders\").[|DeleteAsync|]()", "DELETE", "/orders")]
    [InlineData("\"https://erp.contoso.com\".WithHeader(\"a\", \"b\").AppendPathSegment(\"orders\").WithTimeout(5).[|PutJsonAsync|](id)", "PUT", "/orders")]
    [InlineData("new Url(\"https://erp.contoso.com\").AppendPathSegment($\"orders/{id}\").[|HeadAsync|]()", "HEAD", "/orders/{}")]
    [InlineData("new Uri(\"https://erp.contoso.com/orders\").[|GetAsync|]()", "GET", "/orders")]
    [InlineData("Url.Combine(\"https://erp.contoso.com/\", \"/orders/\", \"open\").[|PatchJsonAsync|](id)", "PATCH", "/orders/open")]
    [InlineData("Url.Parse(\"https://erp.contoso.com/a/b\").RemovePathSegment().AppendPathSegment(\"c\").[|GetBytesAsync|]()", "GET", "/a/c")]
    [InlineData("\"https://erp.contoso.com/a/b\".ResetToRoot().AppendPathSegment(\"c\").[|PostUrlEncodedAsync|](new { id })", "POST", "/c")]
    [InlineData("\"https://erp.contoso.com/orders\".WithBasicAuth(\"a\", \"b\").[|SendAsync|](HttpMethod.Put, null)", "PUT", "/orders")]
    [InlineData("\"https://erp.contoso.com/orders\".[|SendJsonAsync|](HttpMethod.Delete, id)", "DELETE", "/orders")]
    [InlineData("\"https://erp.contoso.com/orders\".[|DownloadFileAsync|](\"c:\\\\files\")", "GET", "/orders")]
    [InlineData("\"https://erp.contoso.com/orders\".[|PostMultipartAsync|](m => m.AddString(\"a\", \"b\"))", "POST", "/orders")]
    [InlineData("new FlurlRequest(\"https://erp.contoso.com/orders\").[|SendAsync|](HttpMethod.Post)", "POST", "/orders")]
    [InlineData("\"https://erp.contoso.com/orders\".[|GetAsync|]().ReceiveJson<string>()", "GET", "/orders")]
    public Task Address_IsBuiltAndCalled(string call, string verb, string path) => _calls
        .WithProperty("verb", verb).WithProperty("endpoint", "https://erp.contoso.com" + path).WithProperty("to", "erp.contoso.com")
        .Reports($$"""
            using Flurl;
            using Flurl.Http;
            class C { Task M(int id) => {{call}}; }
            """);

    [Fact]
    public Task AddressInAVariable_ChangesInPlace() => _calls.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports("""
        using Flurl;
        using Flurl.Http;
        class C
        {
            async Task M(int id)
            {
                var url = new Url("https://erp.contoso.com");
                url.AppendPathSegment("orders");
                url.AppendPathSegment(id);
                await url.[|GetAsync|]();
                var request = new FlurlRequest("https://erp.contoso.com/orders");
                request.AppendPathSegment(id);
                request.WithHeader("a", "b");
                await request.[|GetAsync|]();
            }
        }
        """);

    [Theory]
    [InlineData("new {|P2P1003:FlurlClient|}(\"https://erp.contoso.com/api\")")]
    [InlineData("new FlurlClient { {|P2P1003:BaseUrl|} = \"https://erp.contoso.com/api/\" }")]
    [InlineData("new FlurlClient(new HttpClient { {|P2P1003:BaseAddress|} = new Uri(\"https://erp.contoso.com/api\") })")]
    [InlineData("FlurlHttp.Clients.{|P2P1003:GetOrAdd|}(\"erp\", \"https://erp.contoso.com/api\")")]
    public Task Client_SaysWhere(string creation) => _test.Reports($$"""
        using Flurl.Http;
        class C
        {
            private readonly IFlurlClient _client = {{creation}};
            Task M(int id) => _client.Request("orders", id).WithHeader("a", "b").[|GetJsonAsync|]<string>();
        }
        """);

    [Fact]
    public Task Request_GoesBehindTheClientsAddress() => _calls.WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}").Reports("""
        using Flurl.Http;
        class C
        {
            async Task M(int id)
            {
                using var client = new FlurlClient("https://erp.contoso.com/api");
                await client.Request("orders", id).[|GetJsonAsync|]<string>();
                await client.Request().AppendPathSegments("orders", id).SetQueryParam("a", 1).[|PostAsync|]();
                var request = client.WithHeader("a", "b").Request($"orders/{id}");
                await request.[|SendAsync|](HttpMethod.Put);
                await client.[|SendAsync|](request);
            }
        }
        """);

    [Fact]
    public Task NamedClient_GoesWhereItsNameIsGiven() => _test.Reports("""
        using Flurl.Http;
        using Flurl.Http.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class Orders(IFlurlClientCache clients)
        {
            private readonly IFlurlClient _erp = clients.Get("erp");
            async Task M()
            {
                await _erp.Request("orders").[|GetAsync|]();
                await clients.Get("other").Request("orders").{|P2P1010:GetAsync|}();
            }
        }
        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddSingleton<IFlurlClientCache>(_ => new FlurlClientCache()
                .{|P2P1003:Add|}("erp", "https://erp.contoso.com")
                .{|P2P1003:Add|}("crm", "https://crm.contoso.com"));
        }
        """);

    [Fact]
    public Task ConfiguredAddress_NamesTheSystem() => _test.WithProperty("to", "Erp").WithProperty("endpoint", "config:Services:Erp:BaseUrl/orders").Reports("""
        using Flurl;
        using Flurl.Http;
        using Microsoft.Extensions.Configuration;
        class C(IConfiguration configuration)
        {
            Task M() => configuration["Services:Erp:BaseUrl"].AppendPathSegment("orders").[|GetAsync|]();
        }
        """);

    [Fact]
    public Task Wrapper_IsToldAtItsCallers() => _calls.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Flurl.Http;
        class Api
        {
            private readonly IFlurlClient _client = new FlurlClient("https://erp.contoso.com");
            public Task<string> Load(string path) => _client.Request(path).GetStringAsync();
            public static Task<string> Text(string url) => url.WithHeader("a", "b").GetStringAsync();
        }
        class C
        {
            async Task M(Api api)
            {
                await api.[|Load|]("orders");
                await Api.[|Text|]("https://erp.contoso.com/orders");
            }
        }
        """);

    [Fact]
    public Task UnknownAddress_SaysWhy() => _test.WithDefaultRule(RuleIds.UnknownTarget).WithProperty("unknownReason", "the address comes from parameter 'url' of public method 'C.M'").Reports("""
        using Flurl.Http;
        public class C { public Task M(string url) => url.[|GetAsync|](); }
        """);

    [Fact]
    public Task WhatOnlyBuilds_IsQuiet() => _test.IsQuiet("""
        using Flurl;
        using Flurl.Http;
        static class Own { public static Task GetJsonAsync(this string text) => Task.CompletedTask; }
        class C
        {
            async Task<object> M(IFlurlResponse response, FlurlHttpException exception)
            {
                await Own.GetJsonAsync("https://erp.contoso.com");
                await response.GetJsonAsync<string>();
                await exception.GetResponseStringAsync();
                var url = "https://erp.contoso.com".AppendPathSegment("orders").SetQueryParams(new { a = 1 });
                return url.WithHeader(nameof(FlurlClient), typeof(IFlurlClient)).WithTimeout(4);
            }
        }
        """);
}
