namespace PointToPoint.Analyzers.Tests.Endpoints;

public sealed class VariableTests
{
    [Fact]
    public Task Local() => EndpointTest.BodyResolves("var url = \"https://erp.contoso.com/x\";", "https://erp.contoso.com/x");

    [Fact]
    public Task LocalThatGrows() => EndpointTest.BodyResolves(
        "var url = \"https://erp.contoso.com\"; url += \"/orders\"; url = url + \"/\" + id;", "https://erp.contoso.com/orders/{}");

    [Fact]
    public Task LastAssignment_Wins() => EndpointTest.BodyResolves(
        "var url = \"https://crm.contoso.com/x\"; url = \"https://erp.contoso.com/x\";", "https://erp.contoso.com/x");

    [Fact]
    public Task BothBranches_AreAlternatives() => EndpointTest.BodyResolves(
        "string url; if (flag) { url = \"https://erp.contoso.com/a\"; } else { url = \"https://erp.contoso.com/b\"; }",
        "https://erp.contoso.com/a | https://erp.contoso.com/b");

    [Fact]
    public Task ConditionalAssignment_IsASecondAlternative() => EndpointTest.BodyResolves(
        "var url = \"https://erp.contoso.com/a\"; if (flag) { url = \"https://erp.contoso.com/b\"; }",
        "https://erp.contoso.com/a | https://erp.contoso.com/b");

    [Fact]
    public Task AssignmentBehindTheUse_DoesNotCount() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/a").Reports("""
        class C(HttpClient http)
        {
            async Task M()
            {
                var url = "https://erp.contoso.com/a";
                await http.[|GetAsync|](url);
                url = "no address";
            }
        }
        """);

    [Fact]
    public Task AssignmentBehindTheUseInALoop_Counts() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/a | https://erp.contoso.com/b").Reports("""
        class C(HttpClient http)
        {
            async Task M()
            {
                var url = "https://erp.contoso.com/a";
                while (true)
                {
                    await http.[|GetAsync|](url);
                    url = "https://erp.contoso.com/b";
                }
            }
        }
        """);

    [Fact]
    public Task OtherBranch_DoesNotCount() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/b").Reports("""
        class C(HttpClient http)
        {
            async Task M(bool flag)
            {
                string url;
                if (flag)
                {
                    url = "https://erp.contoso.com/a";
                }
                else
                {
                    url = "https://erp.contoso.com/b";
                    await http.[|GetAsync|](url);
                }
            }
        }
        """);

    [Fact]
    public Task CapturedLocal_IsFollowed() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/x").Reports("""
        class C(HttpClient http)
        {
            Func<Task> M() { var url = "https://erp.contoso.com/x"; return () => http.[|GetAsync|](url); }
        }
        """);

    [Fact]
    public Task OutVariable_IsUnknown() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "the address comes from 'url', which 'Dictionary.TryGetValue' gives back through 'out value'").Reports("""
        class C(HttpClient http, Dictionary<string, string> urls)
        {
            async Task M() { if (urls.TryGetValue("erp", out var url)) { await http.[|GetAsync|](url); } }
        }
        """);

    [Theory]
    [InlineData("string url = \"https://erp.contoso.com/x\";")]
    [InlineData("static readonly string url = \"https://erp.contoso.com/x\";")]
    [InlineData("string url { get; } = \"https://erp.contoso.com/x\";")]
    [InlineData("string url => \"https://erp.contoso.com/x\";")]
    [InlineData("string url { get { return \"https://erp.contoso.com/x\"; } }")]
    [InlineData("string url; public C() { url = \"https://erp.contoso.com/x\"; }")]
    [InlineData("static string url; static C() { url = \"https://erp.contoso.com/x\"; }")]
    [InlineData("Uri url = new(\"https://erp.contoso.com/x\");")]
    [InlineData("string root = \"https://erp.contoso.com\"; string url; public C() { url = root + \"/x\"; }")]
    public Task Member(string members) => EndpointTest.Resolves("url", "https://erp.contoso.com/x", members);

    [Fact]
    public Task MemberOfAnotherType() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        -- Urls.cs
        static class Urls { public const string Erp = "https://erp.contoso.com"; public static readonly string Orders = Erp + "/orders"; }
        -- C.cs
        class C(HttpClient http) { Task M() => http.[|GetAsync|](Urls.Orders); }
        """);

    [Fact]
    public Task PartialClass() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/x").Reports("""
        -- A.cs
        partial class C { readonly string url; C() { url = "https://erp.contoso.com/x"; } }
        -- B.cs
        partial class C { HttpClient http = new(); Task M() => http.[|GetAsync|](url); }
        """);

    [Fact]
    public Task HelperMethod_IsInlinedWithItsArguments() => EndpointTest.Resolves(
        "Url(\"orders\", id)", "https://erp.contoso.com/orders/{}", "static string Url(string kind, int id) => $\"https://erp.contoso.com/{kind}/{id}\";");

    [Fact]
    public Task LocalFunction_IsInlined() => EndpointTest.BodyResolves(
        "string Of(string path) { return \"https://erp.contoso.com/\" + path; } var url = Of(\"orders\");", "https://erp.contoso.com/orders");

    [Fact]
    public Task CyclicProperties_AreUnknown() => EndpointTest.IsUnknown("A", "the address comes from 'C.B', which depends on itself", "string A => B; string B => A;");

    [Fact]
    public Task CyclicInitialisers_AreUnknown() => EndpointTest.IsUnknown("A", "the address comes from 'C.B', which depends on itself", "static string A = B; static string B = A;");

    [Fact]
    public Task MutuallyRecursiveHelpers_AreUnknown() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        class C(HttpClient http)
        {
            static string A(int n) => B(n - 1) + "a";
            static string B(int n) => A(n - 1) + "b";
            Task M() => http.[|GetAsync|](A(1));
        }
        """);

    [Fact]
    public Task TopLevelStatements() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/x").Reports("""
        var url = "https://erp.contoso.com/x";
        using var http = new HttpClient();
        await http.[|GetAsync|](url);
        """);

    [Fact]
    public Task ReassignedParameter_KeepsWhatWasPassed() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/x").Reports("""
        class C(HttpClient http)
        {
            public Task M(string? url = null)
            {
                if (url is null) { url = "https://erp.contoso.com/x"; }
                return http.[|GetAsync|](url);
            }
        }
        """);

    [Fact]
    public Task EmptyTextBeforeTheAddress_IsNoAddress() => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://crm.contoso.com/a | https://dms.contoso.com/b").Reports("""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/api/") };
            Task M(int kind)
            {
                string url = "";
                if (kind == 1) { url = "https://crm.contoso.com/a"; } else if (kind == 2) { url = "https://dms.contoso.com/b"; }
                return http.[|GetAsync|](url);
            }
        }
        """);
}
