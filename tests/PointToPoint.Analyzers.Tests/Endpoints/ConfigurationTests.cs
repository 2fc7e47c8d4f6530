using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

public sealed class ConfigurationTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("$\"{configuration[\"Apis:Crm:Scheme\"]}://{configuration[\"Apis:Crm:Host\"]}/orders\"")]
    [InlineData("$\"https://{configuration[\"Apis:Crm:Host\"]}:{configuration[\"Apis:Crm:Port\"]}/orders\"")]
    [InlineData("$\"https://{configuration[\"Region\"]}.{configuration[\"Apis:Crm:Host\"]}/orders\"")]
    [InlineData("$\"{scheme}://{configuration[\"Apis:Crm:Host\"]}/orders\"")]
    [InlineData("configuration[\"Protocol\"] + \"://\" + configuration[\"Apis:Crm:Host\"] + \"/orders\"")]
    [InlineData("new UriBuilder(configuration[\"Apis:Crm:Scheme\"], configuration[\"Apis:Crm:Host\"], 8443, \"orders\").Uri")]
    public Task KeyOfTheHost_NamesTheSystem(string expression) => _test.WithProperty("to", "Crm").WithProperty("endpoint", "config:Apis:Crm:Host/orders").Reports($$"""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration) { Task M(string scheme) => http.[|GetAsync|]({{expression}}); }
        """);

    [Theory]
    [InlineData("configuration[\"Services:Erp:BaseUrl\"]")]
    [InlineData("configuration.GetValue<string>(\"Services:Erp:BaseUrl\")")]
    [InlineData("configuration.GetSection(\"Services:Erp\")[\"BaseUrl\"]")]
    [InlineData("configuration.GetSection(\"Services\").GetSection(\"Erp\").GetValue<string>(\"BaseUrl\")")]
    [InlineData("configuration.GetRequiredSection(\"Services\")[\"Erp:BaseUrl\"]")]
    [InlineData("configuration.GetSection(\"Services:Erp:BaseUrl\").Value")]
    public Task ValueInAppSettings(string expression) => _test
        .WithAdditionalFile("appsettings.json", """{ "Services": { "Erp": { "BaseUrl": "https://erp.contoso.com" } } }""")
        .WithProperty("endpoint", "https://erp.contoso.com/orders")
        .WithProperty("provenance", "appsettings.json: Services:Erp:BaseUrl")
        .Reports($$"""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|]({{expression}} + "/orders"); }
            """);

    [Theory]
    [InlineData("configuration[$\"Regions:{region}:Url\"]")]
    [InlineData("configuration[\"Urls:\" + region]")]
    [InlineData("configuration[isEu ? \"Urls:Eu\" : \"Urls:Us\"]")]
    [InlineData("configuration.GetSection(\"Regions\").GetValue<string>(region == \"eu\" ? \"Eu:Url\" : \"Us:Url\")")]
    public Task KeyOfWhichOnlyRunTimeKnowsAPart_IsAnyOfThoseThatAreThere(string expression) => _test
        .WithAdditionalFile("appsettings.json", """{ "Regions": { "Eu": { "Url": "https://eu.contoso.com", "Name": "Europe" }, "Us": { "Url": "https://us.contoso.com" }, "Off": { "Name": "none" } }, "Urls": { "Eu": "https://eu.contoso.com", "Us": "https://us.contoso.com" } }""")
        .WithProperty("endpoint", "https://eu.contoso.com/orders | https://us.contoso.com/orders")
        .Reports($$"""
            using Microsoft.Extensions.Configuration;
            public class C(HttpClient http, IConfiguration configuration) { public Task M(string region, bool isEu) => http.[|GetAsync|]({{expression}} + "/orders"); }
            """);

    [Theory]
    [InlineData("{ }")]
    [InlineData("""{ "Services": { "Erp": { "BaseUrl": "" } } }""")]
    [InlineData("""{ "Services": { "Erp": { "BaseUrl": "#{ErpUrl}#" } } }""")]
    [InlineData("""{ "Services": { "Erp": { "BaseUrl": "_ErpBaseUrl_" } } }""")]
    [InlineData("""{ "Services": { "Erp": { "BaseUrl": "ERP_BASE_URL" } } }""")]
    [InlineData("""{ "Services": { "Erp": { "BaseUrl": "REPLACE-ME" } } }""")]
    [InlineData("""{ "Services": { "Erp": { "BaseUrl": "set in the key vault" } } }""")]
    [InlineData("""{ "Services": { "Erp": { "BaseUrl": "@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/erp)" } } }""")]
    [InlineData("""{ "Services": { "Erp": { "BaseUrl": """)]
    public Task WithoutAValue_TheKeyNamesTheSystem(string settings) => _test
        .WithAdditionalFile("appsettings.json", settings)
        .WithProperty("to", "Erp")
        .WithProperty("endpoint", "config:Services:Erp:BaseUrl/orders")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](configuration["Services:Erp:BaseUrl"] + "/orders"); }
            """);

    [Fact]
    public Task LoopbackValue_IsNamedByItsKey() => _test
        .WithAdditionalFile("appsettings.json", """{ "Erp": { "BaseUrl": "http://localhost:5102/" } }""")
        .WithProperty("to", "Erp")
        .WithProperty("endpoint", "http://localhost:5102/orders")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](configuration["Erp:BaseUrl"] + "orders"); }
            """);

    [Fact]
    public Task ManifestKnowsTheKey() => _test.WithManifest("""
        { "systems": { "Finance": { "owner": "f", "endpoints": ["config:Erp:BaseUrl"] } } }
        """).WithProperty("to", "Finance").Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](configuration["Erp:BaseUrl"] + "/orders"); }
        """);

    [Fact]
    public Task LoopbackInTheBaseFile_GivesWayToARealAddressInAnOverlay() => _test
        .WithAdditionalFile("appsettings.json", """{ "Erp": "http://localhost:5005/" }""")
        .WithAdditionalFile("appsettings.Production.json", """{ "Erp": "https://erp.contoso.com/" }""")
        .WithProperty("endpoint", "https://erp.contoso.com/orders")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](configuration["Erp"] + "orders"); }
            """);

    [Fact]
    public Task NumberInAFile_IsAValue() => _test
        .WithAdditionalFile("appsettings.json", """{ "Port": 8443 }""")
        .WithProperty("endpoint", "https://erp.contoso.com:8443/orders")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|]($"https://erp.contoso.com:{configuration["Port"]}/orders"); }
            """);

    [Fact]
    public Task BaseFile_CountsBeforeOverlays() => _test
        .WithAdditionalFile("appsettings.Development.json", """{ "Erp": "http://localhost:1" }""")
        .WithAdditionalFile("appsettings.json", """{ "Erp": "https://erp.contoso.com" }""")
        .WithProperty("endpoint", "https://erp.contoso.com/")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](configuration["Erp"] + "/"); }
            """);

    [Fact]
    public Task NamedClientFromConfiguration() => _test
        .WithAdditionalFile("appsettings.json", """{ "Marketing": { "BaseUrl": "https://marketing.contoso.com/" } }""")
        .WithProperty("endpoint", "https://marketing.contoso.com/campaigns/{}")
        .WithProperty("provenance", "\"marketing\" ← AddHttpClient(\"marketing\") ← appsettings.json: Marketing:BaseUrl")
        .Reports("""
            -- Program.cs
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("marketing", c => c.BaseAddress = new Uri(builder.Configuration["Marketing:BaseUrl"]!));
            var app = builder.Build();
            app.MapGet("/", (IHttpClientFactory factory, int id) => factory.CreateClient("marketing").[|GetStringAsync|]($"campaigns/{id}"));
            app.Run();
            """);

    [Fact]
    public Task SectionThatTheCallerGives_IsAPrefix() => _test.WithProperty("endpoint", "config:Finance:Url/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            public Task Start() => Load(configuration.GetSection("Finance"), 3);
            Task Load(IConfiguration section, int times) => times > 0 ? Load(section, times - 1) : http.[|GetAsync|](section["Url"] + "/orders");
        }
        """);

    [Fact]
    public Task SectionThatCallersGiveDifferently_IsToldAtThem() => _test.Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            public Task Orders() => {|#0:Load|}(configuration.GetSection("Finance"));
            public Task Leads() => {|#1:Load|}(configuration.GetSection("Sales"));
            Task Load(IConfigurationSection section) => http.GetAsync(section["Url"] + "/all");
        }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("to", "Finance"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("to", "Sales"));

    [Fact]
    public Task EnvironmentVariable_IsAKey() => _test.WithProperty("to", "Erp").Reports("""
        class C(HttpClient http) { Task M() => http.[|GetAsync|](Environment.GetEnvironmentVariable("ERP_URL") + "/orders"); }
        """);

    [Theory]
    [InlineData("https://__TAX_HOST__/")]
    [InlineData("https://{your-tenant}.tax.com/api")]
    [InlineData("https://<tenant>.tax.com/")]
    [InlineData("https://YOUR_HOST_HERE/")]
    [InlineData("https://your-tenant.tax.com/")]
    [InlineData("https://#{TaxHost}#/")]
    [InlineData("https://%TAX_HOST%/")]
    public Task MarkForTheHost_LeavesTheKey(string value) => EndpointTest.Test.WithProperty("to", "Tax").Reports($$"""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](configuration["Tax:Url"]); }

        -- appsettings.json
        { "Tax": { "Url": "{{value}}" } }
        """);

    [Theory]
    [InlineData("https://erp.contoso.com/api/", "https://erp.contoso.com/api/orders")]
    [InlineData("https://erp.contoso.com/api", "https://erp.contoso.com/api/orders")]
    public Task SlashAddedWhereTheValueLacksIt(string value, string endpoint) => _test
        .WithAdditionalFile("appsettings.json", $$"""{ "Erp": { "Url": "{{value}}" } }""")
        .WithProperty("endpoint", endpoint)
        .Reports("""
        using Microsoft.Extensions.Configuration;
        class C(HttpClient http, IConfiguration configuration)
        {
            async Task M()
            {
                var root = new Uri(configuration["Erp:Url"]!);
                var text = root.ToString().Trim();
                if (!text.EndsWith('/')) { root = new Uri(text + "/", UriKind.Absolute); }
                await http.[|GetAsync|](new Uri(root, "orders"));
            }
        }
        """);

    [Theory]
    [InlineData("from-keyvault")]
    [InlineData("N/A")]
    [InlineData("*****")]
    [InlineData("-")]
    [InlineData("xxx")]
    [InlineData("your-api-url-here")]
    [InlineData("stored in secrets.json")]
    [InlineData("https://")]
    public Task ValueThatIsNoAddress_IsTheKeys_WhateverTheClient(string value) => _test
        .WithAdditionalFile("appsettings.json", $$"""{ "Erp": { "BaseUrl": "{{value}}" } }""")
        .WithProperty("endpoint", "config:Erp:BaseUrl/orders")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(IConfiguration configuration)
            {
                readonly HttpClient http = new() { BaseAddress = new Uri("https://crm.contoso.com/api/") };
                Task M() => http.[|GetAsync|](configuration["Erp:BaseUrl"] + "/orders");
            }
            """);

    [Theory]
    [InlineData("readonly HttpClient http = new();", "configuration[\"Erp:BaseUrl\"] + \"/orders\"")]
    [InlineData("readonly HttpClient http = new() { BaseAddress = new Uri(configuration[\"Erp:BaseUrl\"]!) };", "\"orders\"")]
    public Task WordsThatStandForAnAddress_AreTheKeys(string client, string address) => _test
        .WithAdditionalFile("appsettings.json", """{ "Erp": { "BaseUrl": "later" } }""")
        .WithProperty("endpoint", "config:Erp:BaseUrl/orders")
        .Reports($$"""
            using Microsoft.Extensions.Configuration;
            class C(IConfiguration configuration) { {{client}} Task M() => http.[|GetAsync|]({{address}}); }
            """);

    [Fact]
    public Task Production_CountsBeforeOtherEnvironments() => _test
        .WithAdditionalFile("appsettings.json", """{ "Erp": "" }""")
        .WithAdditionalFile("appsettings.Test.json", """{ "Erp": "https://test.contoso.com" }""")
        .WithAdditionalFile("appsettings.Production.json", """{ "Erp": "https://erp.contoso.com" }""")
        .WithAdditionalFile("appsettings.Development.json", """{ "Erp": "https://dev.contoso.com" }""")
        .WithProperty("endpoint", "https://erp.contoso.com/")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](configuration["Erp"] + "/"); }
            """);

    [Theory]
    [InlineData("appsettings.json.template")]
    [InlineData("appsettings.example.json")]
    [InlineData("appsettings.Development.json.dist")]
    [InlineData("appsettings.Development.example.json")]
    [InlineData("appsettings-template.json")]
    public Task TemplateOfSettings_CountsWhereNothingElseSpeaks(string template) => _test
        .WithAdditionalFile(template, """{ "Erp": "https://template.contoso.com/api", "Crm": "https://crm.contoso.com" }""")
        .WithAdditionalFile("appsettings.Development.json", """{ "Erp": "https://erp.contoso.com" }""")
        .WithProperty("endpoint", "https://erp.contoso.com/orders | https://crm.contoso.com/orders")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M(bool flag) => http.[|GetAsync|](configuration[flag ? "Erp" : "Crm"] + "/orders"); }
            """);

    [Theory]
    [InlineData("https://example.com/erp")]
    [InlineData("https://erp.example.org")]
    [InlineData("https://my-tenant.contoso.com/x")]
    [InlineData("https://yourcompany.atlassian.net")]
    [InlineData("https://xxx.azurewebsites.net")]
    [InlineData("https://change-me")]
    [InlineData("replace-me")]
    public Task WhatPeoplePutTheirsFor_IsNoValueOfATemplate(string value) => _test
        .WithAdditionalFile("appsettings.example.json", $$"""{ "Erp": "{{value}}" }""")
        .WithProperty("endpoint", "config:Erp/orders")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](configuration["Erp"] + "/orders"); }
            """);

    [Fact]
    public Task TemplateOfSettings_SaysNothingOfWhatAFileHasALoopbackAddressFor() => _test
        .WithAdditionalFile("appsettings.json.template", """{ "Erp": "https://template.contoso.com" }""")
        .WithAdditionalFile("appsettings.Development.json", """{ "Erp": "http://localhost:5001" }""")
        .WithProperty("endpoint", "http://localhost:5001/orders")
        .Reports("""
            using Microsoft.Extensions.Configuration;
            class C(HttpClient http, IConfiguration configuration) { Task M() => http.[|GetAsync|](configuration["Erp"] + "/orders"); }
            """);
}
