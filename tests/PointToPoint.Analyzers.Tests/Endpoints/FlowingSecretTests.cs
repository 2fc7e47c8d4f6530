using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Secrets stay hidden on every way that a value takes: through options, lists, connection strings and delegates.</summary>
public sealed class FlowingSecretTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithAdditionalFile("appsettings.json", """
        {
          "ConnectionStrings": { "Queue": "Endpoint=sb://erp.contoso.com/;SharedAccessKey=hush-hush", "Store": "AccountName=erp;AccountKey=hush/hush" },
          "Hooks": [ "https://hooks.contoso.com/AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/in" ],
          "Hook": { "Url": "https://user:hush@hooks.contoso.com/AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/in", "Token": "hush-hush" }
        }
        """);

    [Theory]
    [InlineData("configuration.GetSection(\"Hooks\").Get<string[]>()![0]", "https://hooks.contoso.com/{}/in")]
    [InlineData("configuration.GetSection(\"Hooks\").GetChildren().First().Value", "https://hooks.contoso.com/{}/in")]
    [InlineData("options.Value.Url", "https://hooks.contoso.com/{}/in")]
    [InlineData("\"https://hooks.contoso.com/\" + options.Value.Token + \"/in\"", "https://hooks.contoso.com/{}/in")]
    [InlineData("\"https://hooks.contoso.com/\" + configuration.GetConnectionString(\"Queue\")", "https://hooks.contoso.com/{}")]
    [InlineData("\"https://hooks.contoso.com/\" + configuration.GetConnectionString(\"Store\")", "https://hooks.contoso.com/{}")]
    [InlineData("filled.Value.Url", "https://hooks.contoso.com/{}/in")]
    public Task Secret_NeverShows(string address, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        using System.Linq;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        public class HookOptions { public string Url { get; set; } = ""; public string Token { get; set; } = ""; }
        public class FilledOptions { public string Url { get; set; } = ""; }
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<HookOptions>(configuration.GetSection("Hook"))
                .Configure<FilledOptions>(o => o.Url = "https://hooks.contoso.com/AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/in");
        }
        class C(HttpClient http, IConfiguration configuration, IOptions<HookOptions> options, IOptions<FilledOptions> filled) { Task M() => http.[|GetAsync|]({{address}}); }
        """);
}
