using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>One call that runs for several names: in a loop, in a query's lambda, over what an iterator gives.</summary>
public sealed class RepeatedCallTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("foreach (var p in new[] { \"a\", \"b\" }) { await http.[|GetAsync|](\"https://erp.contoso.com/\" + p); }")]
    [InlineData("foreach (string p in (string[])[\"a\", \"b\"]) await http.[|GetAsync|](\"https://erp.contoso.com/\" + p);")]
    [InlineData("foreach (var p in new List<string> { \"a\", \"b\" }) { var url = $\"https://erp.contoso.com/{p}\"; await http.[|GetAsync|](url); }")]
    [InlineData("string[] names = [\"a\", \"b\"]; await Task.WhenAll(names.Select(n => http.[|GetAsync|](\"https://erp.contoso.com/\" + n)));")]
    [InlineData("await Task.WhenAll(new[] { \"a\", \"b\" }.Select(async n => { await http.[|GetAsync|](\"https://erp.contoso.com/\" + n); }));")]
    [InlineData("await Task.WhenAll(from n in new[] { \"a\", \"b\" } select http.[|GetAsync|](\"https://erp.contoso.com/\" + n));")]
    [InlineData("var urls = new[] { \"a\", \"b\" }.Select(n => \"https://erp.contoso.com/\" + n); foreach (var u in urls) { await http.[|GetAsync|](u); }")]
    [InlineData("var tasks = Names.Select(n => http.[|GetAsync|](Root + n)).ToArray(); await Task.WhenAll(tasks);")]
    [InlineData("Names.ToList().ForEach(n => http.[|GetAsync|](Root + n));")]
    [InlineData("await Parallel.ForEachAsync(Names, async (n, ct) => await http.[|GetAsync|](Root + n, ct));")]
    [InlineData("Parallel.ForEach(Names, n => http.[|GetAsync|](Root + n));")]
    [InlineData("Array.ForEach(Names, n => http.[|GetAsync|](Root + n));")]
    [InlineData("foreach (var u in Urls()) { await http.[|GetAsync|](u); }")]
    [InlineData("foreach (var u in Walk()) { await http.[|GetAsync|](u); } static IEnumerable<string> Walk() { yield return Root + \"a\"; yield return Root + \"b\"; }")]
    [InlineData("foreach (var u in Each(Names)) { await http.[|GetAsync|](u); }")]
    [InlineData("await foreach (var u in UrlsAsync()) { await http.[|GetAsync|](u); }")]
    [InlineData("foreach (var (name, path) in new[] { (\"x\", \"a\"), (\"y\", \"b\") }) { await http.[|GetAsync|](Root + path); }")]
    [InlineData("foreach (var entry in new[] { new { Path = \"a\" }, new { Path = \"b\" } }) { await http.[|GetAsync|](Root + entry.Path); }")]
    [InlineData("foreach (var entry in new Entry[] { new(\"a\"), new(\"b\") }) { await http.[|GetAsync|](Root + entry.Path); }")]
    [InlineData("foreach (var entry in new[] { new Entry(\"a\"), new Entry(\"b\") }.Where(e => e.Path.Length > 0)) { await http.[|GetAsync|](Root + entry.Path); }")]
    [InlineData("await Task.WhenAll(new Entry[] { new(\"a\"), new(\"b\") }.Select(e => http.[|GetAsync|](Root + e.Path)));")]
    [InlineData("await Task.WhenAll(Names.Select((n, i) => http.[|GetAsync|](Root + n)));")]
    [InlineData("for (var i = 0; i < Names.Length; i++) { await http.[|GetAsync|](Root + Names[i]); }")]
    public Task EachOfTheNames_IsAnAlternative(string body) => _test.WithProperty("endpoint", "https://erp.contoso.com/a | https://erp.contoso.com/b").Reports($$"""
        using System.Linq;
        class C(HttpClient http)
        {
            const string Root = "https://erp.contoso.com/";
            static readonly string[] Names = ["a", "b"];
            async Task M()
            {
                {{body}}
            }

            IEnumerable<string> Urls() { yield return Root + "a"; yield return Root + "b"; }
            static IEnumerable<string> Each(string[] names) { foreach (var name in names) { yield return Root + name; } }
            async IAsyncEnumerable<string> UrlsAsync() { await Task.Yield(); yield return Root + "a"; yield return Root + "b"; }
        }
        record Entry(string Path);
        """);

    [Theory]
    [InlineData("foreach (var url in ids.Select(id => \"https://erp.contoso.com/orders/\" + id)) { await http.[|GetAsync|](url); }")]
    [InlineData("var urls = ids.Where(id => id > 0).Select(id => $\"https://erp.contoso.com/orders/{id}\").ToList(); await Task.WhenAll(urls.Select(url => http.[|GetAsync|](url)));")]
    [InlineData("for (var i = 0; i < 10; i++) { await http.[|GetAsync|](\"https://erp.contoso.com/orders/\" + i); }")]
    [InlineData("var page = 1; while (page < ids.Length) { await http.[|GetAsync|]($\"https://erp.contoso.com/orders/{page++}\"); }")]
    public Task AnyNumberOfTimes_HasAHole(string body) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports($$"""
        using System.Linq;
        class C(HttpClient http) { async Task M(int[] ids) { {{body}} } }
        """);
}
