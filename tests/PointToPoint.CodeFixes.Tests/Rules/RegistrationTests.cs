using PointToPoint.CodeFixes.Rewriting;
using PointToPoint.Testing;

using static PointToPoint.CodeFixes.Tests.RefusalTest;

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
    public Task StatementDelegateOfOriginOnly_LosesTheStatement() => Test.Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.{|P2P1001:GetStringAsync|}("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<ErpClient>((sp, client) =>
                    {
                        // The finance department's.
                        client.[|BaseAddress|] = new Uri("https://erp.contoso.com/");
                        client.Timeout = TimeSpan.FromSeconds(3);
                    })
                    .SetHandlerLifetime(TimeSpan.FromMinutes(5));
            }
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
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<ErpClient>((sp, client) =>
                    {
                        // The finance department's.
                        client.Timeout = TimeSpan.FromSeconds(3);
                    })
                    .UseIntegrationGateway("erp-contoso-com")
                    .SetHandlerLifetime(TimeSpan.FromMinutes(5));
            }
        }
        """);

    [Fact]
    public Task ConfigureCallOfOriginOnly_GivesItsPlace() => Test.Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.{|P2P1001:GetStringAsync|}("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<ErpClient>()
                    .[|ConfigureHttpClient|](client => client.BaseAddress = new Uri("https://erp.contoso.com/"))
                    .SetHandlerLifetime(TimeSpan.FromMinutes(5));
            }
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
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<ErpClient>()
                    .UseIntegrationGateway("erp-contoso-com")
                    .SetHandlerLifetime(TimeSpan.FromMinutes(5));
            }
        }
        """);

    [Fact]
    public Task HoleInPath_StaysAPath() => Test.Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.{|P2P1001:GetStringAsync|}("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, string tenant)
            {
                services.[|AddHttpClient|]<ErpClient>(client => client.BaseAddress = new($"https://erp.contoso.com/{tenant}/"));
            }
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
            public static void Add(IServiceCollection services, string tenant)
            {
                services.AddHttpClient<ErpClient>(client => client.BaseAddress = new(client.BaseAddress!, $"/./{tenant}/")).UseIntegrationGateway("erp-contoso-com");
            }
        }
        """);

    [Fact]
    public Task ServiceDiscoveryName_IsRouted() => Test.Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.{|P2P1001:GetStringAsync|}("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.[|AddHttpClient|]<ErpClient>(client => client.BaseAddress = new Uri("https+http://erp-api"));
            }
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
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient<ErpClient>().UseIntegrationGateway("erp-api");
            }
        }
        """);

    [Fact]
    public Task MethodGroup_NoFix() => Refuses(Test, RefusalReason.ClientIsParameter, """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public int Load() => http.GetHashCode();
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>(Configure);
            private static void Configure(HttpClient client) => client.[|BaseAddress|] = new Uri("https://erp.contoso.com");
        }
        """);

    [Fact]
    public Task BaseAddressIsReadInDelegate_NoFix() => Refuses(Test, RefusalReason.BaseAddressRead, """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.{|P2P1001:GetStringAsync|}("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>(c =>
            {
                c.[|BaseAddress|] = new Uri("https://erp.contoso.com");
                c.DefaultRequestHeaders.Referrer = c.BaseAddress;
            });
        }
        """);

    [Fact]
    public Task RegisteredTwice_NoFix() => Refuses(Test, RefusalReason.SeveralRegistrations, """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.{|P2P1001:GetStringAsync|}("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.[|AddHttpClient|]<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
                services.[|AddHttpClient|]<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
            }
        }
        """);

    [Fact]
    public Task TypedClientOfLibrary_NoFix() => Refuses(Test, RefusalReason.TypeOutsideSolution, """
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.[|AddHttpClient|]<HttpMessageInvoker>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """);

    [Fact]
    public Task NamedClientGoesElsewhere_NoFix() => Refuses(Test, RefusalReason.TwoSystems, """
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(IHttpClientFactory factory)
        {
            public Task<string> Load() => factory.CreateClient("erp").{|P2P1001:GetStringAsync|}("https://crm.contoso.com/x");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.[|AddHttpClient|]("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """);

    [Fact]
    public Task NamedClientFromPrivateMethod_IsFollowed() => Test.Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(IHttpClientFactory factory)
        {
            public Task<string> Load() => Client().{|P2P1001:GetStringAsync|}("https://erp.contoso.com/x");

            private HttpClient Client() => factory.CreateClient("erp");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.[|AddHttpClient|]("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """,
        into: """
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(IHttpClientFactory factory)
        {
            public Task<string> Load() => Client().GetStringAsync("/x");

            private HttpClient Client() => factory.CreateClient("erp");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient("erp").UseIntegrationGateway("erp-contoso-com");
        }
        """);

    [Fact]
    public Task CommentsInDroppedDelegate_MoveBeforeTheRegistration() => Test.Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                services.AddHttpClient("erp", client =>
                {
                    // The finance department's.
                    client.[|BaseAddress|] = new Uri("https://erp.contoso.com/"); // live
                });
            }
        }
        """,
        into: """
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                // The finance department's.
                // live
                services.AddHttpClient("erp").UseIntegrationGateway("erp-contoso-com");
            }
        }
        """);

    [Fact]
    public Task CommentsInDroppedDelegateOfATopLevelStatement_MoveBeforeTheStatement() => Test.AsConsoleApp().Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        var services = new ServiceCollection();
        services.AddHttpClient("erp", client =>
        {
            // The finance department's.
            client.[|BaseAddress|] = new Uri("https://erp.contoso.com/"); // live
        });
        services.[|AddHttpClient|]("crm", client => client.BaseAddress = new Uri(/* ours */ "https://crm.contoso.com/"));
        """,
        into: """
        using Microsoft.Extensions.DependencyInjection;

        var services = new ServiceCollection();
        // The finance department's.
        // live
        services.AddHttpClient("erp").UseIntegrationGateway("erp-contoso-com");
        /* ours */
        services.AddHttpClient("crm").UseIntegrationGateway("crm-contoso-com");
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
    public Task ConfiguredAddressWithAnAbsoluteCall_HasNoFix() => Refuses(Test, RefusalReason.AddressNotConstant, """
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

    [Fact]
    public Task ConfiguredAddressWithACallThatMayBeAbsolute_HasNoFix() => Refuses(Test, RefusalReason.UnknownAddress, """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Leads(IHttpClientFactory clients)
        {
            public Task Report(string address) => clients.CreateClient("marketing").{|P2P1001:GetAsync|}(address);
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.[|AddHttpClient|]("marketing", client => client.BaseAddress = new Uri(configuration["Marketing:BaseUrl"]!));
        }
        """);
}
