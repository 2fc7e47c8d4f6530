using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>The many ways to read one value of configuration.</summary>
public sealed class ConfigurationShapeTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring)
        .WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com", "Urls": [ "https://erp.contoso.com", "https://erp2.contoso.com" ] } }""");

    [Theory]
    [InlineData("var url = configuration.GetSection(\"Erp:Url\").Get<string>();")]
    [InlineData("var url = configuration.GetRequiredSection(\"Erp\").GetSection(\"Url\").Get<string>() ?? throw new InvalidOperationException();")]
    [InlineData("var url = configuration.GetSection(\"Erp:Url\").Get<Uri>()!.ToString().TrimEnd('/');")]
    [InlineData("var url = (string?)configuration.GetValue(typeof(string), \"Erp:Url\");")]
    [InlineData("var url = configuration.GetSection(\"Erp:Urls\").Get<string[]>()![0];")]
    [InlineData("var url = configuration.GetSection(\"Erp:Urls\").Get<List<string>>()!.First();")]
    [InlineData("var urls = configuration.GetSection(\"Erp:Urls\").Get<string[]>() ?? []; var url = urls[0];")]
    [InlineData("if (configuration[\"Erp:Url\"] is not { Length: > 0 } url) { throw new InvalidOperationException(); }")]
    [InlineData("if (configuration.GetSection(\"Erp\")[\"Url\"] is not string url) { return; }")]
    [InlineData("if (configuration[\"Erp:Url\"] is not { } url) { return; }")]
    [InlineData("if (!(configuration.GetSection(\"Erp\")[\"Url\"] is { Length: > 0 } found)) { return; } var url = found;")]
    [InlineData("var url = configuration[\"Erp:Url\"] switch { null => throw new InvalidOperationException(), { Length: 0 } => throw new InvalidOperationException(), var given => given };")]
    [InlineData("if (!TryGet(\"Erp:Url\", out var url)) { return; }")]
    [InlineData("if (!TryRead(configuration, \"Erp:Url\", out string? url)) { return; }")]
    [InlineData("var url = Required(\"Erp:Url\");")]
    [InlineData("var url = configuration.Need(\"Erp:Url\");")]
    [InlineData("var url = configuration.GetSection(\"Erp\").GetValue<string>(\"Url\", \"https://default.contoso.com\");")]
    [InlineData("var url = configuration.GetSection(ConfigurationPath.Combine(\"Erp\", \"Url\")).Value;")]
    [InlineData("var url = ((IConfiguration)configuration.GetSection(\"Erp\"))[$\"{nameof(Url)}\"];")]
    [InlineData("var url = configuration.GetSection(\"Erp\") is { } section ? section[\"Url\"] : null;")]
    [InlineData("var url = configuration.GetSection(\"Erp\").GetChildren().First(child => child.Key == \"Url\").Value;")]
    public Task Value_Flows(string body) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Extensions.cs
        using Microsoft.Extensions.Configuration;
        static class Extensions
        {
            public static string Need(this IConfiguration configuration, string key) => configuration[key] ?? throw new InvalidOperationException(key);
        }
        -- C.cs
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            const string Url = "";
            async Task M()
            {
                {{body}}
                await http.[|GetAsync|](url + "/orders");
            }

            string Required(string key) { var value = configuration[key]; if (string.IsNullOrEmpty(value)) { throw new InvalidOperationException(key); } return value; }
            bool TryGet(string key, out string? value) { value = configuration[key]; return value is not null; }
            static bool TryRead(IConfiguration from, string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                if (from.GetSection(key) is { Value: { Length: > 0 } found }) { value = found; return true; }
                value = null;
                return false;
            }
        }
        """);

    [Theory]
    [InlineData("foreach (var url in configuration.GetSection(\"Erp:Urls\").Get<string[]>()!) { await http.[|GetAsync|](url + \"/orders\"); }")]
    [InlineData("foreach (var url in configuration.GetSection(\"Erp:Urls\").Get<IEnumerable<string>>()!) { await http.[|GetAsync|](url + \"/orders\"); }")]
    [InlineData("foreach (var child in configuration.GetSection(\"Erp:Urls\").GetChildren()) { await http.[|GetAsync|](child.Value + \"/orders\"); }")]
    [InlineData("var urls = configuration.GetSection(\"Erp:Urls\").GetChildren().Select(child => child.Value).ToList(); foreach (var url in urls) { await http.[|GetAsync|](url + \"/orders\"); }")]
    public Task List_IsAnyOfItsValues(string body) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders | https://erp2.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            async Task M() { {{body}} }
        }
        """);

    [Theory]
    [InlineData("configuration.GetValue(\"Crm:Url\", \"https://default.contoso.com\")", "https://default.contoso.com/orders | config:Crm:Url/orders")]
    [InlineData("configuration.GetValue<string>(\"Crm:Url\", \"https://default.contoso.com\")", "https://default.contoso.com/orders | config:Crm:Url/orders")]
    [InlineData("configuration[\"Crm:Url\"] ?? configuration[\"Sales:Url\"] ?? \"https://default.contoso.com\"", "https://default.contoso.com/orders | config:Crm:Url/orders | config:Sales:Url/orders")]
    [InlineData("(configuration.GetSection(\"Crm:Urls\").Get<string[]>() ?? [])[0]", "config:Crm:Urls/orders")]
    [InlineData("configuration.GetSection(\"Crm:Url\").Get<string>()", "config:Crm:Url/orders")]
    public Task WithoutAValue_TheKeyAndTheDefaultAreAlternatives(string expression, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](({{expression}}) + "/orders"); }
        """);

    [Theory]
    [InlineData("class Urls(IConfiguration c) { public string this[string name] => c[\"Services:\" + name + \":Url\"]!; }", "class C(HttpClient http, Urls urls) { Task M() => http.[|GetAsync|](urls[\"Erp\"] + \"/orders\"); }")]
    [InlineData("class Urls(IConfiguration c) { public string this[string name] { get { return c[$\"Services:{name}:Url\"]!; } } }", "class C(HttpClient http, Urls urls) { Task M() => http.[|GetAsync|](urls[\"Erp\"] + \"/orders\"); }")]
    [InlineData("class Urls { readonly IConfiguration _c; public Urls(IConfiguration c) => _c = c.GetSection(\"Services\"); public string this[string name] => (_c[name + \":Url\"]!); }", "class C(HttpClient http, Urls urls) { Task M() => http.[|GetAsync|](urls[\"Erp\"] + \"/orders\"); }")]
    [InlineData("interface IUrls { string this[string name] { get; } } class Urls(IConfiguration c) : IUrls { public string this[string name] => c[\"Services:\" + name + \":Url\"]!; }", "class C(HttpClient http, IUrls urls) { Task M() => http.[|GetAsync|](urls[\"Erp\"] + \"/orders\"); }")]
    [InlineData("", "class C(HttpClient http, IConfiguration c) { string this[string name] => c[\"Services:\" + name + \":Url\"]!; Task M() => http.[|GetAsync|](this[\"Erp\"] + \"/orders\"); }")]
    [InlineData("", "class C(HttpClient http, IConfiguration c) { string Url(string name) => c[\"Services:\" + name + \":Url\"]!; Task M() => http.[|GetAsync|](Url(\"Erp\") + \"/orders\"); }")]
    [InlineData("enum Service { Erp }", "class C(HttpClient http, IConfiguration c) { string this[Service name] => c[$\"Services:{name}:Url\"]!; Task M() => http.[|GetAsync|](this[Service.Erp] + \"/orders\"); }")]
    public Task OwnIndexerOrMethodOverConfiguration_IsTheKeyItMakes(string urls, string user) => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/orders")
        .WithAdditionalFile("appsettings.json", """{ "Services": { "Erp": { "Url": "https://erp.contoso.com" } } }""").Reports($$"""
        using Microsoft.Extensions.Configuration;
        {{urls}}
        {{user}}
        """);
}
