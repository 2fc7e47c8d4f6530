namespace PointToPoint.Tool.Tests.Map;

/// <summary>Clients that a package makes which isn't there: what it makes them of says where they go.</summary>
public sealed class MissingFactoryTests
{
    [Fact]
    public async Task ClientMadeOfSettings_GoesWhereTheSettingsSay()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/appsettings.json
            { "Registry": { "ApiBaseAddress": "https://registry.contoso.com/" } }
            === App/Clients.cs
            using Contoso.Http;
            public class RegistryApiConfiguration : IManagedIdentityConfiguration { public string ApiBaseAddress { get; set; } = ""; public string IdentifierUri { get; set; } = ""; }
            public class QnaApiConfiguration : IManagedIdentityConfiguration { public string ApiBaseAddress { get; set; } = ""; public string IdentifierUri { get; set; } = ""; }

            public class RegistryClient
            {
                private readonly HttpClient _http;
                public RegistryClient(RegistryApiConfiguration configuration) { _http = new ManagedIdentityHttpClientFactory(configuration).CreateHttpClient(); }
                public Task Search(string name) => _http.GetAsync($"organisations?name={name}");
            }

            public class QnaClient(QnaApiConfiguration configuration)
            {
                public Task Start() { var factory = new ManagedIdentityHttpClientFactory(configuration); HttpClient http = factory.CreateHttpClient(); return http.PostAsync("applications/start", null); }
            }
            === App/Program.cs
            var services = new ServiceCollection();
            var configuration = new ConfigurationBuilder().AddJsonFile("appsettings.json").Build();
            services.AddSingleton(configuration.GetSection("Registry").Get<RegistryApiConfiguration>());
            services.AddTransient<RegistryClient>();
            services.AddTransient<QnaClient>();
            """);

        Assert.Equal(
            [
                "App/Clients.cs GET https://registry.contoso.com/organisations",
                "App/Clients.cs POST config:QnaApiConfiguration:ApiBaseAddress/applications/start",
            ],
            scan.Sites());
        Assert.Equal(["Qna", "registry.contoso.com"], scan.Map.Connections.Select(connection => connection.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task FactoryOfOwnWhoseInterfaceIsDeclaredThere_IsFollowedByTheMethodsName()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Factories.cs
            using Contoso.Http;
            public interface IQnaClientFactory : IClientFactory { }
            public class QnaClientFactory : IQnaClientFactory { public HttpClient CreateHttpClient() { var client = new HttpClient { BaseAddress = new Uri("https://qna.contoso.com/") }; return client; } }
            public interface IRegistryClientFactory : IClientFactory { }
            public class RegistryClientFactory : IRegistryClientFactory { public HttpClient CreateHttpClient() => new HttpClient { BaseAddress = new Uri("https://registry.contoso.com/") }; public HttpClient CreateHttpClient(string name) => new HttpClient(); }
            === App/Clients.cs
            public abstract class ApiClientBase
            {
                private readonly HttpClient _http;
                protected ApiClientBase(HttpClient http) => _http = http;
                protected async Task<string> Read(HttpRequestMessage request) => await (await _http.SendAsync(request)).Content.ReadAsStringAsync();
            }

            public class QnaClient(IQnaClientFactory factory) : ApiClientBase(factory.CreateHttpClient())
            {
                public Task<string> Start(int id) { using var request = new HttpRequestMessage(HttpMethod.Post, $"applications/{id}/start"); return Read(request); }
            }

            public class RegistryClient
            {
                private readonly HttpClient _http;
                public RegistryClient(IRegistryClientFactory factory) { _http = factory.CreateHttpClient(); }
                public Task Search(string name) => _http.GetAsync($"organisations?name={name}");
            }
            === App/Program.cs
            var services = new ServiceCollection();
            services.AddTransient<IQnaClientFactory, QnaClientFactory>();
            services.AddTransient<QnaClient>();
            """);

        Assert.Equal(
            [
                "App/Clients.cs POST https://qna.contoso.com/applications/{}/start *",
                "App/Clients.cs GET https://registry.contoso.com/organisations *",
            ],
            scan.Sites().Where(site => !site.Contains("wiring", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ClientMadeOfWhatIsNoAddress_StaysUnknown()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.Http;
            var http = new ClientFactory(new ProxySettings(), new RetryOptions(), new Order()).Create();
            await http.GetAsync("orders");
            class ProxySettings { public string Address { get; set; } = "http://proxy.contoso.com:8080"; }
            class RetryOptions { public int Count { get; set; } public string LogUrl { get; set; } = ""; }
            class Order { public string Url { get; set; } = ""; }
            """);

        Assert.Empty(scan.Sites());
    }

    [Fact]
    public async Task NameThatACallerGives_IsTheOneThatTheFactoryIsAskedFor()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Client.cs
            using System.Net.Http;
            public class Client(IHttpClientFactory factory)
            {
                private HttpClient Make(string name) => factory.CreateClient(name);
                public Task Load() => Make("erp").GetAsync("orders");
            }
            === App/Program.cs
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
            builder.Services.AddHttpClient("crm", c => c.BaseAddress = new Uri("https://crm.contoso.com/"));
            """);

        Assert.Equal("https://erp.contoso.com/orders", scan.Call("App/Client.cs").Endpoint);
    }

    [Fact]
    public async Task ClientThatAMissingPackageRegistersInItsOwnWay_IsThatOfTheFactory()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Clients.cs
            class ErpClient(HttpClient http) { public Task<string> Orders() => http.GetStringAsync("orders"); }
            class CrmClient(HttpClient http) { public Task<string> Customers() => http.GetStringAsync("customers"); }
            === App/Registrations.cs
            using Contoso.Kernel;
            static class Registrations
            {
                public static void AddClient<T>(this IServiceCollection services, IConfiguration configuration, string key, Func<HttpClient, IServiceProvider, T> make) where T : class
                {
                    var name = typeof(T).Name;
                    services.AddSecureHttpClient(name, (_, client) =>
                    {
                        var url = configuration.GetValue<string?>(key);
                        client.BaseAddress = new Uri(url!);
                    });
                    services.AddScoped<T>(provider => make.Invoke(provider.GetService<IHttpClientFactory>()!.CreateClient(name), provider));
                }
            }
            === App/Program.cs
            using Contoso.Kernel;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddClient<ErpClient>(builder.Configuration, "ErpBaseUrl", (client, provider) => new ErpClient(client));
            builder.Services.AddResilientHttpClient<CrmClient>(client => client.BaseAddress = new Uri("https://crm.contoso.com"));
            """);

        Assert.Equal(
            [
                "App/Clients.cs GET config:ErpBaseUrl/orders *",
                "App/Clients.cs GET https://crm.contoso.com/customers *",
                "App/Program.cs wiring config:ErpBaseUrl *",
                "App/Program.cs wiring https://crm.contoso.com *",
            ],
            string.Join("\n", scan.Sites()).Split("\n"));
    }
}
