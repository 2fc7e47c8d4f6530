using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Systems;

/// <summary>An endpoint of p2p.json that is a configuration key names the system, however code comes by the key, and whether or not it has a value.</summary>
public sealed class ConfigurationEntryTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("to", "Finance");

    [Theory]
    [InlineData("config:Services:Erp", "configuration[\"Services:Erp:BaseUrl\"]")]
    [InlineData("config:Services:Erp", "configuration[\"services:ERP:baseUrl\"]")]
    [InlineData("config:services__erp", "configuration.GetSection(\"Services\")[\"Erp:BaseUrl\"]")]
    [InlineData("config:Services:Erp:BaseUrl", "options.Value.BaseUrl")]
    [InlineData("config:SERVICES:ERP", "options.Value.BaseUrl")]
    [InlineData("config:Services:Erp", "Environment.GetEnvironmentVariable(\"Services__Erp__BaseUrl\")")]
    [InlineData("config:Services:Erp:BaseUrl", "Environment.GetEnvironmentVariable(\"SERVICES__ERP__BASEURL\")")]
    [InlineData("config:ERP_URL", "Environment.GetEnvironmentVariable(\"ERP_URL\")")]
    public Task Key_NamesTheSystem(string entry, string read) => Finances(entry).Reports(Code(read));

    [Theory]
    [InlineData("config:Services:Erp", "configuration[\"Services:Erp:BaseUrl\"]")]
    [InlineData("config:services:erp:baseurl", "options.Value.BaseUrl")]
    public Task KeyWithAValue_NamesTheSystem(string entry, string read) =>
        Finances(entry).WithAdditionalFile("appsettings.json", """{ "Services": { "Erp": { "BaseUrl": "https://backend7.contoso.com" } } }""").Reports(Code(read));

    private static AnalyzerTest Finances(string entry) => _test.WithManifest($$"""{ "systems": { "Finance": { "endpoints": ["{{entry}}"] } } }""");

    private static string Code(string read) => $$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        class ErpOptions { public string BaseUrl { get; set; } = ""; }
        class C(HttpClient http, IConfiguration configuration, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|]({{read}} + "/orders"); }
        static class R { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>(configuration.GetSection("Services:Erp")); }
        """;
}
