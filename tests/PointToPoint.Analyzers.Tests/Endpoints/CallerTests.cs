using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>
/// Callers are found by names before anything is bound: every way of naming what a method is called on must lead to it, and a namesake must cost nothing. The call
/// in the wrapper is quiet exactly where its caller was found.
/// </summary>
public sealed class CallerTests
{
    private const string Wrapper = """
        -- Api.cs
        interface IApi { Task GetAsync(string path); }
        class Api(HttpClient http) : IApi { public Task GetAsync(string path) => http.GetAsync("https://erp.contoso.com/" + path); }
        """;

    [Theory]
    [InlineData("class C(Api api) { Task M() => api.[|GetAsync|](\"a\"); }")]
    [InlineData("class C { readonly Api _api = null!; Task M() => this._api.[|GetAsync|](\"a\"); }")]
    [InlineData("class C { Api Api { get; } = null!; Task M() => Api.[|GetAsync|](\"a\"); }")]
    [InlineData("class C { Api Client { get; } = null!; Task M(C other) => other.Client.[|GetAsync|](\"a\"); }")]
    [InlineData("record C(Api Client) { Task M() => Client.[|GetAsync|](\"a\"); }")]
    [InlineData("class C { Task? M(Api? api) => api?.[|GetAsync|](\"a\"); }")]
    [InlineData("class C { Task M() { var api = new Api(new HttpClient()); return api.[|GetAsync|](\"a\"); } }")]
    [InlineData("class C { Api Make() => null!; Task M() { var api = Make(); return api.[|GetAsync|](\"a\"); } }")]
    [InlineData("class C { Task M(Api[] all) { foreach (Api api in all) { return api.[|GetAsync|](\"a\"); } return Task.CompletedTask; } }")]
    [InlineData("class C { Task M(object any) => any is Api api ? api.[|GetAsync|](\"a\") : Task.CompletedTask; }")]
    [InlineData("class C { Func<Api, Task> M() => api => api.[|GetAsync|](\"a\"); }")]
    [InlineData("class C { IEnumerable<Task> M(Api[] all) => from api in all select api.[|GetAsync|](\"a\"); }")]
    [InlineData("class C { Task M(IApi api) => api.[|GetAsync|](\"a\"); }")]
    [InlineData("class C<T>(T api) where T : Api { Task M() => api.[|GetAsync|](\"a\"); }")]
    [InlineData("class Sub(HttpClient http) : Api(http); class C(Sub sub) { Task M() => sub.[|GetAsync|](\"a\"); }")]
    [InlineData("class Sub(HttpClient http) : Api(http) { Task M() => [|GetAsync|](\"a\"); }")]
    [InlineData("class Sub(HttpClient http) : Api(http) { Task M() => base.[|GetAsync|](\"a\"); class Inner(Sub outer) { Task N() => outer.GetAsync2(); } Task GetAsync2() => this.[|GetAsync|](\"b\"); }")]
    [InlineData("class Base { protected Api api = null!; } class C : Base { Task M() => api.[|GetAsync|](\"a\"); }")]
    [InlineData("partial class C { Api api = null!; } partial class C { Task M() => api.[|GetAsync|](\"a\"); }")]
    [InlineData("class C { string client = \"\"; Task M(Api client) => client.[|GetAsync|](this.client.Length + \"a\"); }")]
    [InlineData("class C { Api api = null!; Task M(bool b) { if (b) { string api = \"\"; return Task.FromResult(api); } else { return api.[|GetAsync|](\"a\"); } } }")]
    [InlineData("class C { Api api = null!; class Base { protected string api = \"\"; } class Inner(C outer) : Base { Task M() => outer.api.[|GetAsync|](api); } }")]
    [InlineData("class Outer { string api = \"\"; class Base { protected Api api = null!; } class Inner : Base { Task M() => api.[|GetAsync|](\"a\"); } }")]
    public Task EveryReceiver_LeadsToTheWrapper(string caller) => EndpointTest.Test.Reports(Wrapper + "\n-- Caller.cs\n" + caller);

    [Fact]
    public Task Aliases_LeadToTheWrapper() => EndpointTest.Test.Reports(Wrapper + """

        -- Aliases.cs
        global using Everywhere = Api;
        -- A.cs
        class A(Everywhere api) { Task M() => api.[|GetAsync|]("a"); }
        -- B.cs
        using Here = Api;
        class B(Here api) { Task M() => api.[|GetAsync|]("b"); }
        """);

    [Fact]
    public Task StaticMethods_AreFoundByAnyName() => EndpointTest.Test.Reports("""
        -- Aliases.cs
        global using Everywhere = Calls;
        -- Calls.cs
        class Calls { public static Task Load(HttpClient http, string path) => http.GetAsync("https://erp.contoso.com/" + path); }
        class Sub : Calls;
        -- A.cs
        class A { Task M(HttpClient http) => Calls.[|Load|](http, "a"); Task N(HttpClient http) => global::Calls.[|Load|](http, "b"); }
        -- B.cs
        using static Calls;
        class B { Task M(HttpClient http) => [|Load|](http, "a"); Task N(HttpClient http) => Everywhere.[|Load|](http, "b"); Task O(HttpClient http) => Sub.[|Load|](http, "c"); }
        """);

    [Fact]
    public async Task Namesakes_AreNotBound()
    {
        var alone = await BodiesBound("");
        var many = await BodiesBound(string.Concat(Enumerable.Range(0, 50).Select(i => $$"""

            -- Other{{i}}.cs
            class Store{{i}} { public Task<int> GetAsync(string key) => Task.FromResult(key.Length); }
            class Other{{i}}(Store{{i}} store)
            {
                readonly Store{{i}} _field = store;
                Task<int> Of(Store{{i}} given) => given.GetAsync("a");
                async Task<int> All() => await store.GetAsync("b") + await _field.GetAsync("c") + await this._field.GetAsync("d") + await GetAsync("e");
                Task<int> GetAsync(string key) => Of(store);
                Task<int> Local() { var made = new Store{{i}}(); return made.GetAsync("f"); }
            }
            """)));

        Assert.True(alone > 0, "the wrapper's caller is bound");

        // Two a file: what its own two methods that take something hand on.
        Assert.Equal(alone + 100, many);
    }

    private static async Task<int> BodiesBound(string others)
    {
        var counters = new EngineCounters();
        await AnalyzerTest.For(() => CouplingTest.Analyzer(counters)).WithDefaultRule(RuleIds.DirectHttpCall)
            .WithoutRepeatCheck().WithoutGeneratedCodeCheck().WithoutPragmaCheck()
            .Reports(Wrapper + "\n-- Z.cs\nclass Z(Api api) { Task M() => api.[|GetAsync|](\"a\"); }" + others);
        return counters.BodiesBound;
    }
}
