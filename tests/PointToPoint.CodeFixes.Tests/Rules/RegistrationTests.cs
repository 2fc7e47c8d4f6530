using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests.Rules;

public sealed class RegistrationTests
{
    private static readonly AnalyzerTest Test = GatewayTest.Test.WithDefaultRule("P2P1003");

    [Fact]
    public Task TypedClientWithPath_KeepsThePath() => Test.Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.{|P2P1001:GetStringAsync|}("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) =>
                services.[|AddHttpClient|]<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com/api/"));
        }
        """,
        into: """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.GetStringAsync("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) =>
                services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri(c.BaseAddress!, "api/")).UseIntegrationGateway("erp-contoso-com");
        }
        """);

    [Fact]
    public Task NamedClientOfOriginOnly_LosesItsDelegate() => Test.Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(IHttpClientFactory factory)
        {
            public Task<string> Load()
            {
                var client = factory.CreateClient("erp");
                return client.{|P2P1001:GetStringAsync|}("orders");
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) =>
                services.[|AddHttpClient|]("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """,
        into: """
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(IHttpClientFactory factory)
        {
            public Task<string> Load()
            {
                var client = factory.CreateClient("erp");
                return client.GetStringAsync("orders");
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) =>
                services.AddHttpClient("erp").UseIntegrationGateway("erp-contoso-com");
        }
        """);

    [Fact]
    public Task ConfiguredAddress_StaysAndIsRouted() => Test.WithDefaultRule("P2P1003").Fixes(
        """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Leads(IHttpClientFactory clients)
        {
            public Task Report() => clients.CreateClient("marketing").{|P2P1001:GetAsync|}("leads");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.[|AddHttpClient|]("marketing", client => client.BaseAddress = new Uri(configuration["Marketing:BaseUrl"]!));
        }
        """,
        into: """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Leads(IHttpClientFactory clients)
        {
            public Task Report() => clients.CreateClient("marketing").GetAsync("leads");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.AddHttpClient("marketing", client => client.BaseAddress = new Uri(configuration["Marketing:BaseUrl"]!)).UseIntegrationGateway("marketing");
        }
        """);

    [Fact]
    public Task ConfiguredAddressWithAnAbsoluteCall_HasNoFix() => Test.WithDefaultRule("P2P1003").OffersNoFix("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Leads(IHttpClientFactory clients)
        {
            public Task Report() => clients.CreateClient("marketing").{|P2P1001:GetAsync|}("https://erp.contoso.com/leads");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.[|AddHttpClient|]("marketing", client => client.BaseAddress = new Uri(configuration["Marketing:BaseUrl"]!));
        }
        """);
}
