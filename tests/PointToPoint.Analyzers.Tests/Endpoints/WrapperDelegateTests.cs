using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Local functions and delegates that send where their caller says.</summary>
public sealed class WrapperDelegateTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Fact]
    public Task LocalFunction_IsAWrapper() => _test.Reports("""
        class Orders(HttpClient http)
        {
            async Task M(int id)
            {
                await {|#0:Get|}("orders");
                await {|#1:Get|}($"orders/{id}");
                Task<string> Get(string path) => http.GetStringAsync("https://erp.contoso.com/" + path);
            }
        }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://erp.contoso.com/orders/{}"));

    [Fact]
    public Task LocalFunctionThatCapturesTheAddress_IsToldInside() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Orders(HttpClient http)
        {
            Task M()
            {
                var url = "https://erp.contoso.com/orders";
                return Get();
                Task Get() => http.[|GetAsync|](url);
            }
        }
        """);

    [Fact]
    public Task LocalFunctionThatCapturesAParameter_IsTheCallersOfTheMethod() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api(HttpClient http)
        {
            public Task Get(string url)
            {
                return Send();
                Task Send() => http.GetAsync(url);
            }
        }
        class Orders(Api api) { Task M() => api.[|Get|]("https://erp.contoso.com/orders"); }
        """);

    [Fact]
    public Task LocalFunctionInTopLevelStatements_IsAWrapper() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using var http = new HttpClient { BaseAddress = new Uri("https://erp.contoso.com") };
        await [|Get|]("orders");
        async Task Get(string path) => await http.GetAsync(path);
        """);

    [Fact]
    public Task LambdaThatCapturesAParameter_IsTheCallersOfTheMethod() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api(HttpClient http)
        {
            public Task Get(string url) => Retry(() => http.GetAsync(url));
            static Task Retry(Func<Task> action) => action();
        }
        class Orders(Api api) { Task M() => api.[|Get|]("https://erp.contoso.com/orders"); }
        """);

    [Fact]
    public Task LambdaThatKnowsTheAddress_IsToldInside() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Orders(HttpClient http)
        {
            Task M() => Retry(() => http.[|GetAsync|]("https://erp.contoso.com/orders"));
            static Task Retry(Func<Task> action) => action();
        }
        """);

    [Fact]
    public Task ClientThatADelegateIsGiven_IsTheOneOfTheMethodThatCallsIt() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public Task Use(Func<HttpClient, Task> action) => action(http);
        }
        class Orders(Api api) { Task M() => api.Use(client => client.[|GetAsync|]("orders")); }
        """);

    [Fact]
    public Task AddressMadeByADelegate_IsFollowed() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Orders(HttpClient http)
        {
            static readonly Func<string, string> Url = path => "https://erp.contoso.com/" + path;
            Task M() => http.[|GetAsync|](Url("orders"));
        }
        """);

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);
}
