using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Methods that are passed on by their name, and lambdas that are given a path: the call that gives the path is the site, once.</summary>
public sealed class WrapperFunctionTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Fact]
    public Task MethodName_IsToldWhereItIsCalled() => _test
        .WithProperty("endpoint", "https://erp.contoso.com/orders")
        .WithProperty("verb", "GET")
        .WithProperty("member", "M:System.Net.Http.HttpClient.GetStringAsync(System.String)")
        .WithProperty("via", "M:System.Func`2.Invoke(`0)")
        .WithProperty("origin", null)
        .WithProperty("provenance", "via Func.Invoke ← field C.http ← new HttpClient ← BaseAddress ← literal")
        .Reports(Class("async Task M() { Func<string, Task<string>> f = http.GetStringAsync; await [|f|](\"orders\"); }"));

    [Theory]
    [InlineData("async Task M() { var f = new Func<string, Task<string>>(http.GetStringAsync); await f.[|Invoke|](\"orders\"); }")]
    [InlineData("async Task M() { Func<string, Task<string>>? f = http.GetStringAsync; await f?.[|Invoke|](\"orders\")!; }")]
    [InlineData("readonly Func<string, Task<string>> _get; public C() { _get = http.GetStringAsync; } Task M() => [|_get|](\"orders\");")]
    [InlineData("Func<string, Task<string>> Get { get; } public C() => Get = http.GetStringAsync; Task M() => this.[|Get|](\"orders\");")]
    [InlineData("delegate Task<string> Getter(string path); async Task M() { Getter f = http.GetStringAsync; await [|f|](\"orders\"); }")]
    [InlineData("async Task M() { Func<HttpRequestMessage, Task<HttpResponseMessage>> f = http.SendAsync; await [|f|](new HttpRequestMessage(HttpMethod.Get, \"orders\")); }")]
    [InlineData("async Task M() { Func<string, CancellationToken, Task<string>> f = http.GetStringAsync; await [|f|](\"orders\", default); }")]
    [InlineData("Task M() => [|Retry|](http.GetStringAsync, \"orders\"); static async Task<string> Retry(Func<string, Task<string>> f, string p) { for (var i = 0; i < 3; i++) { try { return await f(p); } catch { } } return \"\"; }")]
    [InlineData("Task M() => [|Run|]<string, string>(http.GetStringAsync, \"orders\"); static Task<R> Run<T, R>(Func<T, Task<R>> f, T p) => f(p);")]
    [InlineData("Task M() => [|Outer|](http.GetStringAsync, \"ord\"); static Task<string> Outer(Func<string, Task<string>> g, string q) => Retry(g, q + \"ers\"); static Task<string> Retry(Func<string, Task<string>> f, string p) => f(p);")]
    [InlineData("Task M() => [|Load|](http.GetStringAsync); static Task<string> Load(Func<string, Task<string>> f) => f(\"orders\");")]
    [InlineData("async Task M() { Func<string, Task<string>> f = Get; await [|f|](\"orders\"); } Task<string> Get(string path) => http.GetStringAsync(path);")]
    [InlineData("Task M() => [|Retry|](Get, \"orders\"); static Task<string> Retry(Func<string, Task<string>> f, string p) => f(p); Task<string> Get(string path) => http.GetStringAsync(path);")]
    public Task MethodName_HoweverItIsCalled(string members) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "GET").Reports(Class(members));

    [Theory]
    [InlineData("async Task M() { Task<string> get(string p) => http.GetStringAsync(\"api/\" + p); await [|get|](\"orders\"); }")]
    [InlineData("async Task M() { Func<string, Task<string>> get = p => http.GetStringAsync(\"api/\" + p); await [|get|](\"orders\"); }")]
    [InlineData("async Task M() { var get = (string p) => http.GetStringAsync(\"api/\" + p); await [|get|](\"orders\"); }")]
    [InlineData("async Task M() { Func<string, Task<string>> get = async p => { var url = $\"api/{p}\"; return await http.GetStringAsync(url); }; await [|get|](\"orders\"); }")]
    [InlineData("async Task M() { Func<string, Task<string>> get = delegate (string p) { return http.GetStringAsync(\"api/\" + p); }; await [|get|](\"orders\"); }")]
    [InlineData("readonly Func<string, Task<string>> _get; public C() { _get = p => http.GetStringAsync(\"api/\" + p); } Task M() => [|_get|](\"orders\");")]
    [InlineData("static readonly HttpClient s = new() { BaseAddress = new Uri(\"https://erp.contoso.com\") }; static readonly Func<string, Task<string>> Get = p => s.GetStringAsync(\"api/\" + p); Task M() => [|Get|](\"orders\");")]
    [InlineData("async Task M() { Func<string, Task<string>> get = p => http.GetStringAsync(p); Task<string> outer(string q) => get(\"api/\" + q); await [|outer|](\"orders\"); }")]
    [InlineData("async Task M() { Func<string, Task<string>> get = p => http.GetStringAsync(p); Func<string, Task<string>> outer = q => get(\"api/\" + q); await [|outer|](\"orders\"); }")]
    [InlineData("Task M() => [|Retry|](p => http.GetStringAsync(\"api/\" + p), \"orders\"); static Task<string> Retry(Func<string, Task<string>> f, string p) => f(p);")]
    [InlineData("Task M() { Func<string, Task<string>> get = p => http.GetStringAsync(\"api/\" + p); return [|Retry|](get, \"orders\"); } static Task<string> Retry(Func<string, Task<string>> f, string p) => f(p);")]
    public Task FunctionThatIsGivenAPath_IsToldWhereItIsCalled(string members) => _test.WithProperty("endpoint", "https://erp.contoso.com/api/orders").WithProperty("verb", "GET").Reports(Class(members));

    [Fact]
    public Task EachCallOfAFunction_IsASite() => _test.Reports(Class("""
        async Task M(int id)
        {
            Func<string, Task<string>> get = p => http.GetStringAsync("api/" + p);
            await {|#0:get|}("orders");
            await {|#1:get|}($"orders/{id}");
        }
        """),
        Site(0, "https://erp.contoso.com/api/orders"),
        Site(1, "https://erp.contoso.com/api/orders/{}"));

    [Fact]
    public Task FunctionThatMayBeOneOfTwo_HasBothVerbs() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "GET | DELETE").Reports(
        Class("async Task M(bool b) { Func<string, Task<HttpResponseMessage>> f = b ? http.GetAsync : http.DeleteAsync; await [|f|](\"orders\"); }"));

    [Fact]
    public Task FunctionOfAnObject_IsToldWhereThePathIsGiven() => _test.Reports("""
        class Api(Func<string, Task<string>> get)
        {
            public Task Orders() => {|#0:get|}("orders");
            public Task Any(string path) => get("any/" + path);
        }
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            Task M() => new Api(http.GetStringAsync).{|#1:Any|}("thing");
        }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://erp.contoso.com/any/thing"));

    [Theory]
    [InlineData("Task M(string[] paths) => Task.WhenAll(paths.Select(http.[|GetStringAsync|]));")]
    [InlineData("void M(IDictionary<string, Func<string, Task<string>>> all) => all[\"erp\"] = http.[|GetStringAsync|];")]
    [InlineData("public Func<string, Task<string>> M() => http.[|GetStringAsync|];")]
    [InlineData("public Func<string, Task<string>> M() => p => http.[|GetStringAsync|](p);")]
    public Task FunctionWhoseCallsAreNotSeen_IsToldWhereItStands(string members) => _test.WithProperty("endpoint", "https://erp.contoso.com/{}").Reports(Class(members));

    [Fact]
    public Task FunctionWhoseCallsAreNotSeen_WithoutAClientThatIsKnown_SaysWhy() => _test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "the address comes from what the function is called with, which isn't seen")
        .Reports("class C(HttpClient http) { Task M(string[] urls) => Task.WhenAll(urls.Select(http.[|GetStringAsync|])); }");

    [Fact]
    public Task ValueThatALambdaIsGiven_StaysInside() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/7").Reports(
        Class("async Task M() { Func<int, Task<string>> get = id => http.[|GetStringAsync|]($\"orders/{id}\"); await get(7); }"));

    [Fact]
    public Task FunctionsThatSendNothing_AreQuiet() => _test.IsQuiet("""
        class C
        {
            readonly HttpClient http = new();
            static Task<string> Get(string path) => Task.FromResult(path);
            async Task M() { Func<string, Task<string>> f = Get; await f("https://erp.contoso.com/orders"); await Retry(Get, "https://erp.contoso.com/orders"); }
            static Task<string> Retry(Func<string, Task<string>> f, string p) => f(p);
        }
        """);

    private static string Class(string members) => $$"""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            {{members}}
        }
        """;

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);

    [Fact]
    public Task MethodForEachOfSeveralAddresses_GoesToThem() => _test.WithProperty("endpoint", "https://crm.contoso.com/a | https://erp.contoso.com/api/b").Reports("""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/api/") };
            Task M() => Task.WhenAll(new[] { "https://crm.contoso.com/a", "b" }.Select(http.[|GetStringAsync|]));
        }
        """);
}
