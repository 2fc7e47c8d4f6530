using System.Net.Http.Formatting;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

public sealed class HttpClientFamilyTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    [Theory]
    [InlineData("GetAsync", "", "GET")]
    [InlineData("GetStringAsync", "", "GET")]
    [InlineData("GetStreamAsync", "", "GET")]
    [InlineData("GetByteArrayAsync", "", "GET")]
    [InlineData("DeleteAsync", "", "DELETE")]
    [InlineData("PostAsync", ", null", "POST")]
    [InlineData("PutAsync", ", null", "PUT")]
    [InlineData("PatchAsync", ", null", "PATCH")]
    [InlineData("GetAsync", ", HttpCompletionOption.ResponseHeadersRead, CancellationToken.None", "GET")]
    public Task EveryVerb_IsReported(string method, string arguments, string verb) => _test
        .WithProperty("verb", verb)
        .WithProperty("endpoint", "https://erp.contoso.com/x")
        .Reports($$"""
            class C(HttpClient http) { Task M() => http.[|{{method}}|]("https://erp.contoso.com/x"{{arguments}}); }
            """);

    [Theory]
    [InlineData("GetFromJsonAsync<string>", "", "GET")]
    [InlineData("GetFromJsonAsAsyncEnumerable<string>", "", "GET")]
    [InlineData("DeleteFromJsonAsync<string>", "", "DELETE")]
    [InlineData("PostAsJsonAsync", ", 1", "POST")]
    [InlineData("PutAsJsonAsync", ", 1", "PUT")]
    [InlineData("PatchAsJsonAsync", ", 1", "PATCH")]
    public Task EveryJsonExtension_IsReported(string method, string arguments, string verb)
    {
        var name = method.Split('<')[0];
        return _test.WithProperty("verb", verb).Reports($$"""
            using System.Net.Http.Json;
            class C(HttpClient http) { object M() => http.[|{{name}}|]{{method[name.Length..]}}("https://erp.contoso.com/x"{{arguments}}); }
            """);
    }

    [Theory]
    [InlineData("PostAsync", ", 1, new JsonMediaTypeFormatter()", "POST")]
    [InlineData("PutAsync", ", 1, new JsonMediaTypeFormatter()", "PUT")]
    [InlineData("PostAsJsonAsync", ", 1", "POST")]
    [InlineData("PutAsXmlAsync", ", 1", "PUT")]
    public Task FormattingExtension_IsReported(string method, string arguments, string verb) => _test
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(JsonMediaTypeFormatter).Assembly))
        .WithProperty("verb", verb)
        .WithProperty("endpoint", "https://erp.contoso.com/x")
        .Reports($$"""
            using System.Net.Http.Formatting;
            class C(HttpClient http) { Task M() => http.[|{{method}}|]("https://erp.contoso.com/x"{{arguments}}); }
            """);

    [Fact]
    public Task JsonExtensionCalledAsStatic_IsReported() => _test.WithProperty("verb", "POST").Reports("""
        using System.Net.Http.Json;
        class C(HttpClient http) { Task M() => HttpClientJsonExtensions.[|PostAsJsonAsync|](http, "https://erp.contoso.com/x", 1); }
        """);

    [Theory]
    [InlineData("new HttpRequestMessage(HttpMethod.Post, \"https://erp.contoso.com/x\")", "POST")]
    [InlineData("new HttpRequestMessage(new HttpMethod(\"report\"), new Uri(\"https://erp.contoso.com/x\"))", "REPORT")]
    [InlineData("new HttpRequestMessage { Method = HttpMethod.Put, RequestUri = new Uri(\"https://erp.contoso.com/x\") }", "PUT")]
    [InlineData("new HttpRequestMessage { RequestUri = new(\"https://erp.contoso.com/x\") }", "GET")]
    public Task RequestMessage_SaysVerbAndAddress(string message, string verb) => _test
        .WithProperty("verb", verb)
        .WithProperty("endpoint", "https://erp.contoso.com/x")
        .Reports($$"""
            class C(HttpClient http) { Task M() => http.[|SendAsync|]({{message}}); }
            """);

    [Fact]
    public Task RequestMessageInLocal_IsFollowed() => _test.WithProperty("verb", "DELETE").WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports("""
        class C(HttpClient http)
        {
            async Task M(int id)
            {
                var request = new HttpRequestMessage();
                request.Method = HttpMethod.Delete;
                request.RequestUri = new Uri($"https://erp.contoso.com/orders/{id}");
                request.Headers.Add("X-Id", "1");
                await http.[|SendAsync|](request, CancellationToken.None);
            }
        }
        """);

    [Fact]
    public Task RequestMessageFromHelper_IsFollowed() => _test.WithProperty("verb", "POST").WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class C(HttpClient http)
        {
            static HttpRequestMessage Create(HttpMethod method, string path) => new(method, "https://erp.contoso.com/" + path);
            Task M() => http.[|SendAsync|](Create(HttpMethod.Post, "orders"));
        }
        """);

    [Fact]
    public Task SynchronousSend_IsReported() => _test.WithProperty("verb", "GET").Reports("""
        class C(HttpClient http) { void M() => http.[|Send|](new HttpRequestMessage(HttpMethod.Get, "https://erp.contoso.com/x")); }
        """);

    [Fact]
    public Task MessageInvoker_IsReported() => _test.WithProperty("client", "System.Net.Http.HttpMessageInvoker").Reports("""
        class C(HttpMessageInvoker http) { Task M() => http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Get, "https://erp.contoso.com/x"), default); }
        """);

    [Fact]
    public Task Subclass_IsReported() => _test.Reports("""
        class ErpClient : HttpClient { Task M() => [|GetAsync|]("https://erp.contoso.com/x"); }
        """);

    [Fact]
    public Task ConditionalAccess_IsReported() => _test.Reports("""
        class C { Task? M(HttpClient? http) => http?.[|GetAsync|]("https://erp.contoso.com/x"); }
        """);

    [Fact]
    public Task ArgumentsByName_AreFound() => _test.WithProperty("endpoint", "https://erp.contoso.com/x").Reports("""
        class C(HttpClient http) { Task M() => http.[|PostAsync|](content: null, requestUri: "https://erp.contoso.com/x"); }
        """);

    [Fact]
    public async Task WithoutTheLibrary_NothingIsRegistered()
    {
        var telemetry = await _test.WithReferences(ReferenceSet.CoreOnly).WithoutImplicitUsings().Telemetry("class C { string M(string s) => s.Trim(); }");
        Assert.Equal(0, telemetry.OperationActionsCount);
    }

    [Fact]
    public async Task WithTheLibrary_OperationsAreLookedAt()
    {
        var telemetry = await _test.Telemetry("class C { string M(string s) => s.Trim(); }");
        Assert.Equal(4, telemetry.OperationActionsCount);
    }

    [Fact]
    public async Task LibraryReferencedButUnused_CostsNothing()
    {
        var counters = new EngineCounters();
        await AnalyzerTest.For(() => CouplingTest.Analyzer(counters)).IsQuiet("""
            class C { string M(string s) => s.Trim() + string.Concat(s, s); HttpClient? http; int x; void N() { x = 1; } }
            """);
        Assert.Equal((0, 0, 0, 0), (counters.TreesRead, counters.RegistrationsBound, counters.BodiesBound, counters.RecordsMade));
    }

    [Fact]
    public Task KeyedClient_BesideATypedClientsOwn_GoesWhereItsKeySays() => CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall).Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<Prices>().{|#0:ConfigureHttpClient|}(client => client.BaseAddress = new Uri("https://prices.contoso.com"));
                services.AddKeyedSingleton<HttpClient>("hr", (_, _) => new HttpClient { {|#1:BaseAddress|} = new Uri("https://hr.contoso.com") });
            }
        }
        class Prices(HttpClient http, [FromKeyedServices("hr")] HttpClient hr, [FromKeyedServices("none")] HttpClient none)
        {
            async Task M()
            {
                await http.{|#2:GetAsync|}("prices");
                await hr.{|#3:GetAsync|}("employees");
                await none.{|#4:GetAsync|}("nobody");
            }
        }
        """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("to", "prices.contoso.com"),
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(1).WithProperty("to", "hr.contoso.com"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(2).WithProperty("endpoint", "https://prices.contoso.com/prices"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(3).WithProperty("endpoint", "https://hr.contoso.com/employees"),
        new DiagnosticResult(RuleIds.UnknownTarget).WithLocation(4));

    [Fact]
    public Task CallInAnExpressionTree_IsNoneOfItsWrappersEither() => _test.IsQuiet("""
        using System.Linq.Expressions;
        class Api(HttpClient http) { public Task<string> Get(string url) => http.GetStringAsync(url); }
        class C
        {
            static void Verify(Expression<Func<HttpClient, Task<string>>> call) { }
            static void VerifyApi(Expression<Func<Api, Task<string>>> call) { }
            void M()
            {
                Verify(http => http.GetStringAsync("https://erp.contoso.com/orders"));
                VerifyApi(api => api.Get("https://erp.contoso.com/orders"));
            }
            void N(string path) => Verify(http => http.GetStringAsync("https://erp.contoso.com/" + path));
            void O() => N("orders");
        }
        """);

    [Fact]
    public Task MethodThatAnExpressionTreeNames_IsNoCall() => _test.IsQuiet("""
        using System.Linq.Expressions;
        class C
        {
            static void Verify(Expression<Func<HttpClient, Func<string, Task<string>>>> call) { }
            void M() => Verify(http => http.GetStringAsync);
        }
        """);
}
