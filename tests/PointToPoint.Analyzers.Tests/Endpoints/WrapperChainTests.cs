using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Wrappers of wrappers: the outermost call that fixes the origin or the path is the site, and <c>via</c> lists all between.</summary>
public sealed class WrapperChainTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Fact]
    public Task OutermostCall_IsTheSite() => _test
        .WithProperty("endpoint", "https://erp.contoso.com/api/orders")
        .WithProperty("via", "M:ErpApi.Get(System.String) ← M:ErpApi.Fetch(System.String,System.Int32) ← M:Sender.Send(System.String)")
        .WithProperty("member", "M:System.Net.Http.HttpClient.GetAsync(System.String)")
        .Reports("""
            -- Sender.cs
            class Sender(HttpClient http) { public Task Send(string url) => http.GetAsync(url); }
            -- ErpApi.cs
            class ErpApi(Sender sender)
            {
                public Task Get(string path) => Fetch("api/" + path, 3);
                Task Fetch(string path, int tries) => sender.Send("https://erp.contoso.com/" + path);
            }
            -- Orders.cs
            class Orders(ErpApi api) { Task M() => api.[|Get|]("orders"); }
            """);

    [Fact]
    public Task CallThatFixesOriginAndPath_IsTheSite_HoweverItIsCalled() => _test.WithProperty("via", "M:Sender.Send(System.String)").Reports("""
        class Sender(HttpClient http) { public Task Send(string url) => http.GetAsync(url); }
        class ErpApi(Sender sender) { public Task Orders(int id) => sender.[|Send|]("https://erp.contoso.com/orders/" + id); }
        class Orders(ErpApi api) { Task M() => api.Orders(7); }
        """);

    [Fact]
    public Task OverloadsThatCallEachOther_AreOneSite() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api(HttpClient http)
        {
            public Task Get(string url) => Get(url, CancellationToken.None);
            public Task Get(string url, CancellationToken cancellation) => http.GetAsync(url, cancellation);
        }
        class Orders(Api api)
        {
            Task A() => api.[|Get|]("https://erp.contoso.com/orders");
            Task B() => api.[|Get|]("https://erp.contoso.com/orders", default);
        }
        """);

    [Fact]
    public Task TwoCallsInside_AreAlternativesOfOneSite() => _test.WithProperty("endpoint", "https://erp.contoso.com/a/orders | https://erp.contoso.com/b/orders").Reports("""
        class Api(HttpClient http)
        {
            public async Task Get(string path)
            {
                await http.GetAsync("https://erp.contoso.com/a/" + path);
                await http.GetAsync("https://erp.contoso.com/b/" + path);
            }
        }
        class Orders(Api api) { Task M() => api.[|Get|]("orders"); }
        """);

    [Fact]
    public Task Recursion_EndsAndTellsTheCaller() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api(HttpClient http)
        {
            public async Task Get(string url, int tries)
            {
                try { await http.GetAsync(url); }
                catch when (tries > 0) { await Get(url, tries - 1); }
            }
        }
        class Orders(Api api) { Task M() => api.[|Get|]("https://erp.contoso.com/orders", 3); }
        """);

    [Fact]
    public Task MutualRecursion_EndsAndTellsTheCaller() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api(HttpClient http)
        {
            public Task Get(string url, int tries) => tries == 0 ? http.GetAsync(url) : Again(url, tries);
            Task Again(string url, int tries) => Get(url, tries - 1);
        }
        class Orders(Api api) { Task M() => api.[|Get|]("https://erp.contoso.com/orders", 3); }
        """);

    [Fact]
    public Task CircleThatNeverSends_IsQuiet() => _test.IsQuiet("""
        class Api
        {
            public Task Get(string url) => Send(url);
            Task Send(string url) => Get(url);
        }
        class Orders(Api api) { Task M() => api.Get("https://erp.contoso.com/orders"); }
        """);

    [Fact]
    public Task AddressThatGrowsInACircle_IsToldHonestly() => _test.WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("to", "erp.contoso.com").Reports("""
        class Api(HttpClient http)
        {
            public async Task Get(string url)
            {
                await http.GetAsync(url);
                await Get(url + "/next");
            }
        }
        class Orders(Api api) { Task M() => api.[|Get|]("https://erp.contoso.com/orders"); }
        """);

    [Theory]
    [InlineData("string path", "\"https://erp.contoso.com/\" + path", "path + \"/next\"", "\"orders\"", "https://erp.contoso.com/orders | https://erp.contoso.com/orders{}")]
    [InlineData("string path", "path", "path + \"/next\"", "\"https://erp.contoso.com/orders\"", "https://erp.contoso.com/orders | https://erp.contoso.com/orders{}")]
    [InlineData("string path", "path", "$\"{path}/{n}\"", "\"https://erp.contoso.com/orders\"", "https://erp.contoso.com/orders | https://erp.contoso.com/orders{}")]
    [InlineData("Uri path", "path", "new Uri(path, \"next\")", "new Uri(\"https://erp.contoso.com/orders\")", "https://erp.contoso.com/orders | https://erp.contoso.com/{}")]
    [InlineData("string path", "\"https://erp.contoso.com/\" + path", "\"next/\" + path", "\"orders\"", "https://erp.contoso.com/orders | https://erp.contoso.com/{}")]
    [InlineData("string path", "\"https://erp.contoso.com/\" + path", "path", "\"orders\"", "https://erp.contoso.com/orders")]
    public Task AddressThatGrowsWithEachRound_IsKnownAsFarAsItStays(string parameter, string address, string next, string first, string endpoint) => EndpointTest.Test.WithProperty("endpoint", endpoint).Reports($$"""
        class C(HttpClient http)
        {
            async Task Load({{parameter}}, int n) { await http.GetAsync({{address}}); if (n > 0) { await Load({{next}}, n - 1); } }
            Task M() => [|Load|]({{first}}, 3);
        }
        """);
}
