using static PointToPoint.CodeFixes.Tests.Behaviour.BehaviourTest;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>Clients that dependency injection makes.</summary>
public sealed class RegisteredClientBehaviourTests
{
    [Fact]
    public Task TypedClientWithPath_IsTheSame() => SameAfterFix("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(HttpClient http)
        {
            public async Task<string> Run(string id)
            {
                using var response = await http.PutAsync(id, new StringContent("x"));
                return $"{response.RequestMessage!.RequestUri!.AbsoluteUri} {http.Timeout}";
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddHttpClient<Orders>(client =>
            {
                client.BaseAddress = new Uri("http://erp.contoso.com/api/v1/");
                client.DefaultRequestHeaders.Add("X-Tenant", "a");
                client.Timeout = TimeSpan.FromSeconds(7);
            }).SetHandlerLifetime(TimeSpan.FromMinutes(1));
        }
        """, Holes.Foreign);

    [Fact]
    public Task TypedClientOfOriginOnly_IsTheSame() => SameAfterFix("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(HttpClient http)
        {
            public async Task<string> Run(string id)
            {
                using var response = await http.GetAsync($"orders/{id}");
                return response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.AddHttpClient<Orders>().ConfigureHttpClient(client => client.BaseAddress = new Uri("http://erp.contoso.com/"));
        }
        """);

    [Fact]
    public Task HoleInTheRegisteredPath_IsTheSame() => SameAfterFix("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Tenant
        {
            public static string Name { get; set; } = "";
        }

        public class ErpClient(HttpClient http)
        {
            public async Task<string> Load()
            {
                using var response = await http.GetAsync("orders");
                return response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }

        public class Orders(IServiceProvider services)
        {
            public Task<string> Run(string id)
            {
                Tenant.Name = id;
                return services.GetRequiredService<ErpClient>().Load();
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.AddHttpClient<ErpClient>(client => client.BaseAddress = new Uri($"http://erp.contoso.com/{Tenant.Name}/x"));
        }
        """);

    [Fact]
    public Task PathThatLooksLikeAScheme_IsTheSame() => SameAfterFix("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(HttpClient http)
        {
            public async Task<string> Run(string id)
            {
                using var response = await http.GetAsync($"x/{id}");
                return response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.AddHttpClient<Orders>(client => client.BaseAddress = new Uri("http://erp.contoso.com/orders:v1"));
        }
        """);

    [Fact]
    public Task NamedClient_IsTheSame() => SameAfterFix("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(IHttpClientFactory factory)
        {
            public async Task<string> Run(string id)
            {
                var client = factory.CreateClient("finance");
                using var response = await client.PostAsync(id, new StringContent("x"));
                return response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.AddHttpClient("finance", client => client.BaseAddress = new Uri("http://erp.contoso.com/api"));
        }
        """, Holes.Foreign);

    [Fact]
    public Task TypedClientWithAbsoluteAddresses_IsTheSame() => SameAfterFix("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(HttpClient http)
        {
            public async Task<string> Run(string id)
            {
                using var response = await http.GetAsync($"http://erp.contoso.com/{id}");
                return response.RequestMessage!.RequestUri!.AbsoluteUri + await http.GetStringAsync("http://erp.contoso.com/api?id=" + id);
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddHttpClient<Orders>();
        }
        """);

    [Fact]
    public Task BaseAddressSetByTheTypedClient_IsTheSame() => SameAfterFix("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Orders
        {
            private readonly HttpClient _http;

            public Orders(HttpClient http)
            {
                _http = http;
                _http.BaseAddress = new Uri("http://erp.contoso.com/api/v1/");
            }

            public async Task<string> Run(string id)
            {
                using var response = await _http.DeleteAsync(id);
                return response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddHttpClient<Orders>();
        }
        """, Holes.Foreign);

    [Fact]
    public Task ConfiguredAddress_IsTheSame() => SameAfterFix("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(IHttpClientFactory factory)
        {
            public async Task<string> Run(string id)
            {
                using var response = await factory.CreateClient("finance").PostAsync($"orders/{id}", new StringContent(id));
                return response.RequestMessage!.RequestUri!.AbsoluteUri;
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.AddHttpClient("finance", client => client.BaseAddress = new Uri(configuration["Erp:BaseUrl"]!));
        }
        """);
}
