using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary><c>x!</c> is <c>x</c>, wherever it stands.</summary>
public sealed class SuppressedNullTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://erp.contoso.com/orders").WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" } }""");

    [Theory]
    [InlineData("string Root => configuration[\"Erp:Url\"]!;", "Root")]
    [InlineData("string Root { get { return configuration[\"Erp:Url\"]!; } }", "Root")]
    [InlineData("string Root { get; } = configuration[\"Erp:Url\"]!;", "Root")]
    [InlineData("readonly string _root = configuration[\"Erp:Url\"]!;", "_root")]
    [InlineData("string Root() => (configuration[\"Erp:Url\"])!;", "Root()")]
    [InlineData("string Root() { var root = configuration[\"Erp:Url\"]; return root!; }", "Root()")]
    [InlineData("string Of(string key) => configuration[key]!;", "Of(\"Erp:Url\")")]
    [InlineData("static string? Literal() => \"https://erp.contoso.com\"; string Root => Literal()!;", "Root")]
    public Task Member_IsWhatItHolds(string member, string read) => _test.Reports($$"""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            {{member}}
            Task M() => http.[|GetAsync|]({{read}} + "/orders");
        }
        """);

    [Fact]
    public Task LocalFunction_IsWhatItReturns() => _test.Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            Task M() { string Root() => configuration["Erp:Url"]!; return http.[|GetAsync|](Root() + "/orders"); }
        }
        """);

    [Fact]
    public Task AsyncMethod_IsWhatItReturns() => _test.Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            async Task<string> Root() { await Task.Yield(); return configuration["Erp:Url"]!; }
            async Task M() => await http.[|GetAsync|](await Root() + "/orders");
        }
        """);

    [Fact]
    public Task Client_IsTheOneThatIsMade() => _test.Reports("""
        class C
        {
            HttpClient? _http;
            HttpClient Http { get { _http ??= new HttpClient { BaseAddress = new Uri("https://erp.contoso.com") }; return _http!; } }
            Task M() => Http.[|GetAsync|]("orders");
        }
        """);

    [Fact]
    public Task SettingsClass_HoldsWhatItReads() => EndpointTest.Test.WithProperty("endpoint", "config:BILLING_URL/orders").WithProperty("to", "Billing").Reports("""
        class EnvSettings { public string Url => Environment.GetEnvironmentVariable("BILLING_URL")!; }
        class C(HttpClient http, EnvSettings settings) { Task M() => http.[|GetAsync|](settings.Url + "/orders"); }
        """);
}
