using PointToPoint.CodeFixes.Rewriting;
using PointToPoint.Testing;

using static PointToPoint.CodeFixes.Tests.RefusalTest;

namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>Classes that get their client by their constructor.</summary>
public sealed class TypedClientTests
{
    private static readonly AnalyzerTest Test = GatewayTest.Test;

    [Fact]
    public Task AbsoluteAddresses_BecomeRelativeAndRegistrationIsRouted() => Test.Fixes(
        """
        -- ErpClient.cs
        public class ErpClient
        {
            private readonly HttpClient _http;

            public ErpClient(HttpClient http)
            {
                _http = http ?? throw new ArgumentNullException(nameof(http));
            }

            public Task<string> Load(int id) => _http.[|GetStringAsync|]($"https://erp.contoso.com/orders/{id}");

            public Task<string> All() => _http.[|GetStringAsync|](new Uri("https://erp.contoso.com/orders"));
        }
        -- Startup.cs
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                // The ERP.
                services.AddHttpClient<ErpClient>() // typed
                    .SetHandlerLifetime(TimeSpan.FromMinutes(5));
            }
        }
        """,
        into: """
        -- ErpClient.cs
        public class ErpClient
        {
            private readonly HttpClient _http;

            public ErpClient(HttpClient http)
            {
                _http = http ?? throw new ArgumentNullException(nameof(http));
            }

            public Task<string> Load(int id) => _http.GetStringAsync($"/orders/{id}");

            public Task<string> All() => _http.GetStringAsync(new Uri("/orders", UriKind.Relative));
        }
        -- Startup.cs
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Add(IServiceCollection services)
            {
                // The ERP.
                services.AddHttpClient<ErpClient>() // typed
                    .UseIntegrationGateway("erp-contoso-com")
                    .SetHandlerLifetime(TimeSpan.FromMinutes(5));
            }
        }
        """);

    [Fact]
    public Task BaseAddressInConstructor_IsLeftToTheGateway() => Test.Fixes(
        """
        using Microsoft.Extensions.DependencyInjection;

        public interface IErp { Task<string> Load(); }

        public class ErpClient : IErp
        {
            private readonly HttpClient _http;

            public ErpClient(HttpClient http)
            {
                http.{|P2P1003:BaseAddress|} = new Uri("https://erp.contoso.com");
                http.Timeout = TimeSpan.FromSeconds(3);
                _http = http;
            }

            public Task<string> Load() => _http.[|GetStringAsync|]("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient<IErp, ErpClient>();
        }
        """,
        into: """
        using Microsoft.Extensions.DependencyInjection;

        public interface IErp { Task<string> Load(); }

        public class ErpClient : IErp
        {
            private readonly HttpClient _http;

            public ErpClient(HttpClient http)
            {
                http.Timeout = TimeSpan.FromSeconds(3);
                _http = http;
            }

            public Task<string> Load() => _http.GetStringAsync("orders");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient<IErp, ErpClient>().UseIntegrationGateway("erp-contoso-com");
        }
        """);

    [Fact]
    public Task NotRegistered_NoFix() => Refuses(RefusalReason.NoRegistration, """
        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.[|GetStringAsync|]("https://erp.contoso.com/orders");
        }
        """);

    [Fact]
    public Task CreatedByHandToo_NoFix() => Refuses(RefusalReason.CreatedExplicitly, """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.[|GetStringAsync|]("https://erp.contoso.com/orders");
        }

        public static class Startup
        {
            public static ErpClient Make() => new(new HttpClient());
            public static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>();
        }
        """);

    [Fact]
    public Task OtherSystemInside_NoFix() => Refuses(RefusalReason.TwoSystems, """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.[|GetStringAsync|]("orders");
            public Task<string> Pay() => http.[|GetStringAsync|]("https://pay.contoso.com/x");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.{|P2P1003:AddHttpClient|}<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """);

    [Fact]
    public Task ClientGoesToBaseClass_NoFix() => Refuses(RefusalReason.ClientEscapes, """
        using Microsoft.Extensions.DependencyInjection;

        public class Service(HttpClient http) { protected HttpClient Http => http; }

        public class ErpClient(HttpClient http) : Service(http);

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.{|P2P1003:AddHttpClient|}<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """);

    [Fact]
    public Task UnknownAddressWithoutBase_NoFix() => Refuses(GatewayTest.Test.IgnoringRules("P2P1010"), RefusalReason.UnknownAddress, """
        using Microsoft.Extensions.DependencyInjection;

        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.[|GetStringAsync|]("https://erp.contoso.com/orders");
            public Task<string> Any(string url) => http.GetStringAsync(url);
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>();
        }
        """);

    [Fact]
    public Task RegistrationInOtherProject_IsRouted() => Test.Fixes(
        """
        # project Clients
        -- ErpClient.cs
        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.[|GetStringAsync|]("https://erp.contoso.com/orders");
        }
        # project App -> Clients
        -- Startup.cs
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>();
        }
        # project App.Tests -> Clients (IsTestProject=true)
        -- ErpClientTests.cs
        public class ErpClientTests
        {
            public Task<string> Load() => new ErpClient(new HttpClient()).Load();
        }
        """,
        into: """
        -- App/Startup.cs
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>().UseIntegrationGateway("erp-contoso-com");
        }
        -- Clients/ErpClient.cs
        public class ErpClient(HttpClient http)
        {
            public Task<string> Load() => http.{|P2P1010:GetStringAsync|}("/orders");
        }

        """);
}
