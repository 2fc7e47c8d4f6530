using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Rules;

public sealed class DirectWiringTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectWiring);

    [Fact]
    public Task RegistrationOfTypedClient_IsReportedAtTheMethod() => _test
        .WithMessage("'TestProject' wires a client directly to 'erp.contoso.com': https://erp.contoso.com/api/ (AddHttpClient<ErpClient> ← literal); bind it to the gateway as 'erp-contoso-com'")
        .WithProperty("kind", "wiring")
        .WithProperty("origin", "https://erp.contoso.com")
        .Reports("""
            using Microsoft.Extensions.DependencyInjection;
            static class Registrations
            {
                static void Add(IServiceCollection services) => services.[|AddHttpClient|]<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com/api/"));
            }
            class ErpClient(HttpClient http) { public HttpClient Http => http; }
            """);

    [Fact]
    public Task TwoAssignmentsInOneDelegate_AreOneWiring() => _test
        .WithProperty("endpoint", "https://erp.contoso.com | https://erp2.contoso.com")
        .Reports("""
            using Microsoft.Extensions.DependencyInjection;
            static class Registrations
            {
                static void Add(IServiceCollection services, bool flag) => services.AddHttpClient("erp", c =>
                {
                    if (flag) { c.[|BaseAddress|] = new Uri("https://erp.contoso.com"); }
                    else { c.BaseAddress = new Uri("https://erp2.contoso.com"); }
                });
            }
            """);

    [Fact]
    public Task DelegateWithABody_IsReportedAtThePropertyInIt() => _test.Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient("erp", (provider, c) =>
                {
                    var address = "https://erp.contoso.com";

                    c.[|BaseAddress|] = new Uri(address);
                });
                services.AddHttpClient("crm").ConfigureHttpClient(delegate (HttpClient c) { c.[|BaseAddress|] = new Uri("https://crm.contoso.com"); });
            }
        }
        """);

    [Fact]
    public Task ConfigureHttpClient_IsReportedAtTheMethod() => _test.Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) => services.AddHttpClient("erp").[|ConfigureHttpClient|](c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """);

    [Fact]
    public Task BaseAddress_IsReportedAtTheProperty() => _test.Reports("""
        class C
        {
            readonly HttpClient a = new() { [|BaseAddress|] = new Uri("https://erp.contoso.com") };
            C(HttpClient http) { http.[|BaseAddress|] = new Uri("https://erp.contoso.com"); }
        }
        """);

    [Fact]
    public Task CallAndWiring_AreBothReported() => _test.Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) => services.[|AddHttpClient|]<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com/api/"));
        }
        class ErpClient(HttpClient http) { public Task Load() => http.{|P2P1001:GetAsync|}("orders"); }
        """);

    [Fact]
    public Task ClientOfALibrary_IsReportedWhereItIsRegistered() => _test.IgnoringRules(RuleIds.UnknownTarget).Reports("""
        # project Library
        -- ErpClient.cs
        public class ErpClient(HttpClient http) { public Task Load() => http.GetAsync("orders"); }
        # project App -> Library
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) => services.[|AddHttpClient|]<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com/api/"));
        }
        """);

    [Fact]
    public Task WiringThroughTheGateway_IsQuiet() => _test.IsQuiet("""
        using Microsoft.Extensions.DependencyInjection;
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class GatewayExtensions { public static IHttpClientBuilder UseIntegrationGateway(this IHttpClientBuilder builder, string system) => builder; }
        }
        static class Registrations
        {
            static void Add(IServiceCollection services) => services.AddHttpClient("erp", c => c.BaseAddress = new Uri(c.BaseAddress!, "api/")).UseIntegrationGateway("erp");
        }
        """);

    [Fact]
    public Task Loopback_IsQuiet() => _test.IsQuiet("""
        class C { readonly HttpClient a = new() { BaseAddress = new Uri("http://localhost:5000") }; }
        """);

    [Fact]
    public Task UnknownAddress_IsQuiet() => _test.IsQuiet("""
        class C { HttpClient M(string url) => new() { BaseAddress = new Uri(url) }; }
        """);

    [Fact]
    public Task OtherPropertyOfThatName_IsQuiet() => _test.IsQuiet("""
        class Options { public Uri? BaseAddress { get; set; } }
        class C { Options M() => new() { BaseAddress = new Uri("https://erp.contoso.com") }; }
        """);
}
