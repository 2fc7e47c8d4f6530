namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>A provenance reads like a sentence, and says of an address with several parts which comes from where.</summary>
public sealed class ProvenanceTests
{
    [Theory]
    [InlineData("Root + \"/orders\"", "field C.Root ← literal")]
    [InlineData("Root + Orders", "base address from field C.Root; path from constant C.Orders")]
    [InlineData("$\"{Root}{Orders}\"", "base address from field C.Root; path from constant C.Orders")]
    [InlineData("new Uri(new Uri(Root), Orders)", "base address from field C.Root; path from constant C.Orders")]
    public Task EachPartIsTold(string expression, string provenance) => EndpointTest.Resolves(
        expression, "https://erp.contoso.com/orders", "static readonly string Root = \"https://erp.contoso.com\"; const string Orders = \"/orders\";", provenance);

    [Fact]
    public Task MessageSaysItInShort() => EndpointTest.Test.WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" } }""").WithMessage(
        "'TestProject' calls 'erp.contoso.com' directly: GET https://erp.contoso.com/orders (base address from options ErpOptions.Url ← appsettings.json: Erp:Url; path from constant Paths.Orders); route it through the gateway as 'erp-contoso-com'").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>(configuration.GetSection("Erp")); }
        public class ErpOptions { public string Url { get; set; } = ""; }
        static class Paths { public const string Orders = "/orders"; }
        class C(HttpClient http, IOptions<ErpOptions> options) { public Task M() => http.[|GetAsync|](options.Value.Url + Paths.Orders); }
        """);
}
