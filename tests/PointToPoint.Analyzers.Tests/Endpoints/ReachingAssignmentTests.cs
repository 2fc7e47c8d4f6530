namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Which assignments of a local may be the last before the call.</summary>
public sealed class ReachingAssignmentTests
{
    [Theory]
    [InlineData("string url; try { url = \"https://erp.contoso.com/a\"; } catch (Exception) { url = \"https://erp.contoso.com/b\"; }", "https://erp.contoso.com/a | https://erp.contoso.com/b")]
    [InlineData("string url; try { Console.WriteLine(); } finally { url = \"https://erp.contoso.com/a\"; }", "https://erp.contoso.com/a")]
    [InlineData("var url = \"https://erp.contoso.com/a\"; try { url = \"https://erp.contoso.com/b\"; } finally { Console.WriteLine(); }", "https://erp.contoso.com/b")]
    public Task Try(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint);

    [Theory]
    [InlineData("string url; switch (id) { case 1: url = \"https://erp.contoso.com/a\"; break; default: url = \"https://erp.contoso.com/b\"; break; }", "https://erp.contoso.com/a | https://erp.contoso.com/b")]
    [InlineData("string url; switch (id) { case 1: url = \"https://erp.contoso.com/a\"; break; default: throw new InvalidOperationException(); }", "https://erp.contoso.com/a")]
    [InlineData("var url = id switch { 1 => \"https://erp.contoso.com/a\", 2 => \"https://erp.contoso.com/b\", _ => throw new InvalidOperationException() };", "https://erp.contoso.com/a | https://erp.contoso.com/b")]
    public Task Switch(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint);

    [Theory]
    [InlineData("string url; if (flag) { return; } url = \"https://erp.contoso.com/a\";", "https://erp.contoso.com/a")]
    [InlineData("var url = \"https://crm.contoso.com/a\"; if (flag) { url = \"https://erp.contoso.com/a\"; } else { return; }", "https://erp.contoso.com/a")]
    [InlineData("var url = \"https://erp.contoso.com/a\"; if (flag) { url = \"https://crm.contoso.com/a\"; Console.WriteLine(url); return; }", "https://erp.contoso.com/a")]
    [InlineData("var url = \"https://erp.contoso.com/a\"; if (flag) { url = \"https://crm.contoso.com/a\"; throw new InvalidOperationException(url); }", "https://erp.contoso.com/a")]
    public Task EarlyEnd(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint);

    [Theory]
    [InlineData("string? url = null; url ??= \"https://erp.contoso.com/a\";", "https://erp.contoso.com/a")]
    [InlineData("string? url = flag ? \"https://erp.contoso.com/b\" : null; url ??= \"https://erp.contoso.com/a\";", "https://erp.contoso.com/b | https://erp.contoso.com/a")]
    [InlineData("var url = (flag ? \"https://erp.contoso.com/b\" : null) ?? \"https://erp.contoso.com/a\";", "https://erp.contoso.com/b | https://erp.contoso.com/a")]
    public Task NullCoalescing(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint);

    [Theory]
    [InlineData("Find(out var url);")]
    [InlineData("string url; Find(out url);")]
    [InlineData("if (!TryFind(out var url)) { return; }")]
    [InlineData("if (!TryFind(out string? url) || url is null) { return; }")]
    public Task OutVariableOfAnOwnMethod(string body) => EndpointTest.BodyResolves(body, "https://erp.contoso.com/a", """
        static void Find(out string url) { url = "https://erp.contoso.com/a"; }
        static bool TryFind(out string url) { url = "https://erp.contoso.com/a"; return true; }
        """);

    [Theory]
    [InlineData("var url = \"https://erp.contoso.com/a\"; foreach (var next in new[] { 1, 2 }) { url = \"https://erp.contoso.com/b\"; }", "https://erp.contoso.com/b")]
    [InlineData("var url = \"https://erp.contoso.com/a\"; for (var i = 0; i < id; i++) { url = \"https://erp.contoso.com/b\"; }", "https://erp.contoso.com/a | https://erp.contoso.com/b")]
    [InlineData("string url; do { url = \"https://erp.contoso.com/b\"; } while (flag);", "https://erp.contoso.com/b")]
    public Task Loop(string body, string endpoint) => EndpointTest.BodyResolves(body, endpoint);

    [Fact]
    public Task UsingDeclaration_HoldsItsClient() => Reports("https://erp.contoso.com/orders", """
        class C(IHttpClientFactory factory)
        {
            async Task M()
            {
                using var http = factory.CreateClient();
                http.BaseAddress = new Uri("https://erp.contoso.com");
                using (var answer = await http.[|GetAsync|]("orders")) { }
            }
        }
        """);

    [Fact]
    public Task UsingStatement_HoldsItsClient() => Reports("https://erp.contoso.com/orders", """
        class C
        {
            async Task M()
            {
                using (var http = new HttpClient { BaseAddress = new Uri("https://erp.contoso.com") })
                {
                    await http.[|GetAsync|]("orders");
                }
            }
        }
        """);

    [Fact]
    public Task CapturedInALambda_KeepsItsValue() => Reports("https://erp.contoso.com/orders", """
        class C(HttpClient http)
        {
            Task M(IEnumerable<int> ids)
            {
                var root = "https://erp.contoso.com";
                return Task.WhenAll(ids.Select(async id => { var url = root + "/orders"; await http.[|GetAsync|](url); }));
            }
        }
        """);

    [Fact]
    public Task CapturedAndChanged_KeepsAllValues() => Reports("https://erp.contoso.com/a | https://erp.contoso.com/b", """
        class C(HttpClient http)
        {
            Task M()
            {
                var url = "https://erp.contoso.com/a";
                Func<Task> get = () => http.[|GetAsync|](url);
                url = "https://erp.contoso.com/b";
                return get();
            }
        }
        """);

    [Fact]
    public Task AssignedInALocalFunction_Counts() => Reports("https://erp.contoso.com/a | https://erp.contoso.com/b", """
        class C(HttpClient http)
        {
            Task M()
            {
                var url = "https://erp.contoso.com/a";
                Change();
                return http.[|GetAsync|](url);
                void Change() { url = "https://erp.contoso.com/b"; }
            }
        }
        """);

    [Fact]
    public Task PatternVariable_IsWhatIsTested() => Reports("https://erp.contoso.com/a", """
        class C(HttpClient http)
        {
            readonly string? configured = "https://erp.contoso.com/a";
            Task M() => configured is { } url ? http.[|GetAsync|](url) : Task.CompletedTask;
        }
        """);

    [Fact]
    public Task GoTo_KeepsAllValues() => Reports("https://erp.contoso.com/a | https://erp.contoso.com/b", """
        class C(HttpClient http)
        {
            async Task M(bool flag)
            {
                var url = "https://erp.contoso.com/a";
            again:
                await http.[|GetAsync|](url);
                url = "https://erp.contoso.com/b";
                if (flag) { goto again; }
            }
        }
        """);

    private static Task Reports(string endpoint, string code) => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", endpoint).Reports(code);
}
