using System.Globalization;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>More texts than are told apart: what all of them start with is still known.</summary>
public sealed class ManyAlternativesTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    private const string Filters = "if (flag) url += \"&a=\" + id; if (id > 1) url += \"&b=\" + text; if (id > 2) url += \"&c=1\"; if (id > 3) url += \"&d=\" + text; if (id > 4) url += \"&e=\" + text; if (id > 5) url += \"&f=2\";";

    [Fact]
    public Task OptionalFilters_LeaveHostAndPath() => EndpointTest.BodyResolves("var url = \"https://erp.contoso.com/orders?page=1\"; " + Filters, "https://erp.contoso.com/orders");

    [Fact]
    public Task OptionalFiltersOfARelativePath_LeaveThePath() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/{}/lines").Reports($$"""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/") };
            Task M(int id, string text, bool flag) { var url = $"orders/{id}/lines?page=1"; {{Filters}} return http.[|GetAsync|](url); }
        }
        """);

    [Fact]
    public Task OptionalFiltersOfAnAddress_DontTakeTheClients() => _test.WithProperty("endpoint", "https://crm.contoso.com/orders").Reports($$"""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/") };
            Task M(int id, string text, bool flag) { var url = "https://crm.contoso.com/orders?page=1"; {{Filters}} return http.[|GetAsync|](url); }
        }
        """);

    [Fact]
    public Task FiltersInABuilder_LeaveHostAndPath() => EndpointTest.BodyResolves(
        "var builder = new System.Text.StringBuilder(\"https://erp.contoso.com/orders?page=1\"); " + Filters.Replace("url += ", "builder.Append(", StringComparison.Ordinal).Replace(";", ");", StringComparison.Ordinal) + " var url = builder.ToString();",
        "https://erp.contoso.com/orders");

    [Fact]
    public Task FiltersByChoice_LeaveHostAndPath() => EndpointTest.Resolves(
        "\"https://erp.contoso.com/orders?page=1\"" + string.Concat(Enumerable.Range(0, 8).Select(i => string.Create(CultureInfo.InvariantCulture, $" + (id > {i} ? \"&f{i}=\" + text : \"\")"))),
        "https://erp.contoso.com/orders");

    [Fact]
    public Task ManyPathsOfAHost_AreOneHole() => EndpointTest.Resolves(
        "\"https://erp.contoso.com/\" + id switch { " + Arms(40, i => $"\"orders{i}\"") + "_ => \"none\" } + \"/lines\"", "https://erp.contoso.com/{}/lines");

    [Fact]
    public Task PathsThatStartAlikeWithinASegment_KeepWholeSegments() => EndpointTest.Resolves(
        "id switch { " + Arms(40, i => $"\"https://erp.contoso.com/api/order{i}\"") + "_ => \"https://erp.contoso.com/api/order\" }", "https://erp.contoso.com/api/{}");

    [Fact]
    public Task ManyHosts_AreNobodys() => EndpointTest.IsUnknown(
        "id switch { " + Arms(40, i => $"\"https://erp{i}.contoso.com/x\"") + "_ => text }", $"the address comes from more than {Limits.Alternatives} possible values");

    [Fact]
    public Task ManyHostsThatStartAlike_AreNotTheClients() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports($$"""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/") };
            Task M(int id) => http.[|GetAsync|](id switch { {{Arms(40, i => $"\"https://shop{i}.contoso.com/x\"")}}_ => "https://shop.contoso.com/x" });
        }
        """);

    [Fact]
    public Task ManyRelativePaths_StayTheClients() => _test.WithProperty("endpoint", "https://erp.contoso.com/{}").Reports($$"""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/") };
            Task M(int id) => http.[|GetAsync|](id switch { {{Arms(40, i => $"\"orders{i}\"")}}_ => "none" });
        }
        """);

    private static string Arms(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i} => {text(i)}, ")));

    [Theory]
    [InlineData("var q = \"\"; if (a != null) q += \"&a=\" + a; if (b != null) q += \"&b=\" + b; if (c != null) q += \"&c=\" + c; if (d != null) q += \"&d=\" + d; if (e != null) q += \"&e=\" + e; var url = \"https://erp.contoso.com/orders\" + (q.Length > 0 ? \"?\" + q.TrimStart('&') : \"\");")]
    [InlineData("var q = \"\"; if (a != null) q += (q == \"\" ? \"?\" : \"&\") + \"a=\" + a; if (b != null) q += (q == \"\" ? \"?\" : \"&\") + \"b=\" + b; if (c != null) q += (q == \"\" ? \"?\" : \"&\") + \"c=\" + c; if (d != null) q += (q == \"\" ? \"?\" : \"&\") + \"d=\" + d; if (e != null) q += (q == \"\" ? \"?\" : \"&\") + \"e=\" + e; var url = \"https://erp.contoso.com/orders\" + q;")]
    [InlineData("var q = \"\"; var s = \"?\"; if (a != null) { q += s + \"a=\" + a; s = \"&\"; } if (b != null) { q += s + \"b=\" + b; s = \"&\"; } if (c != null) { q += s + \"c=\" + c; s = \"&\"; } if (d != null) { q += s + \"d=\" + d; s = \"&\"; } if (e != null) { q += s + \"e=\" + e; s = \"&\"; } var url = $\"https://erp.contoso.com/orders{q}\";")]
    [InlineData("var q = \"\"; var s = \"?\"; if (a != null) { q += s + \"a=\" + a; s = \"&\"; } if (b != null) { q += s + \"b=\" + b; s = \"&\"; } if (c != null) { q += s + \"c=\" + c; s = \"&\"; } if (d != null) { q += s + \"d=\" + d; s = \"&\"; } if (e != null) { q += s + \"e=\" + e; s = \"&\"; } if (a != b) { q += s + \"f=\" + a; s = \"&\"; } var url = $\"https://erp.contoso.com/orders{q}\";")]
    public Task OptionalQuery_IsNoPartOfThePath(string body) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        class C
        {
            readonly HttpClient http = new();
            public Task M(string? a, string? b, string? c, string? d, string? e) { {{body}} return http.[|GetAsync|](url); }
        }
        """);
}
