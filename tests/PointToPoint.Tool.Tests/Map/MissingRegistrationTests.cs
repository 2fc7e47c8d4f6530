namespace PointToPoint.Tool.Tests.Map;

/// <summary>Clients that a missing package registers, by a method that is called after their API, and registrations whose functions don't bind whole.</summary>
public sealed class MissingRegistrationTests
{
    [Fact]
    public async Task MethodCalledAfterAnApi_WiresIt_AndSaysWhoseItsClientsAre()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.CaseService.Client;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddCasesApiClient<IFilesClient, FilesClient>(builder.Configuration);
            builder.Services.AddStockApiClients(builder.Configuration);
            === App/Uses.cs
            using Contoso.CaseService.Client.Contracts;
            class Uses(IFilesClient files, IFoldersClient folders) { async Task Go() { await files.FindAsync(1); await folders.FindAsync(1); } }
            """);

        Assert.Equal(["App/Program.cs wiring Cases", "App/Program.cs wiring Stock", "App/Uses.cs FindAsync Cases"], Sites(scan).Order(StringComparer.Ordinal));
        Assert.Equal(["matched by name, because a package is missing", "registered by AddCasesApiClient"], scan.Call("App/Uses.cs").Provenance);
    }

    [Theory]
    [InlineData("new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/api/\") }.EnableIntercept(sp)")]
    [InlineData("sp.GetRequiredService<IHttpClientFactory>().CreateClient(\"erp\")")]
    public async Task ClientThatAFunctionOfMissingPartsMakes_IsWhatClassesGet(string made)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
            using Microsoft.Extensions.DependencyInjection;
            using Toolbelt.Blazor.Extensions;
            var builder = WebAssemblyHostBuilder.CreateDefault(args);
            builder.Services.AddHttpClient("erp", http => http.BaseAddress = new Uri("https://erp.contoso.com/api/"));
            builder.Services.AddScoped(sp => {{made}});
            === App/Orders.cs
            public class Orders(HttpClient http) { public Task Load() => http.GetAsync("orders"); }
            """);

        Assert.Contains("https://erp.contoso.com/api/orders", scan.Map.Connections.SelectMany(connection => connection.Sites).Select(site => site.Endpoint));
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task TypesCalledAfterTheirPackage_AreWiredByWhatAddsThem()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.Common;
            using Contoso.Stock.Client;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddCustomHttpClients<IStockHttpClient, StockHttpClient>();
            builder.Services.AddCustomHttpClients<IThings, Things>();
            builder.Services.AddMockHttpClient<IStockHttpClient, StockHttpClient>();
            builder.Services.AddHealthCheckForClient<StockHttpClient>();
            builder.Services.AddValidatorForClient<StockHttpClient>();
            builder.Services.AddHttpClient<IStockHttpClient, StockHttpClient>();
            builder.Services.AddSingleton<IStockHttpClient, StockHttpClient>();
            === App/Uses.cs
            using Contoso.Stock.Client;
            class Uses(IStockHttpClient stock) { async Task Go() => await stock.FindAsync(1); }
            """);

        Assert.Equal(["App/Program.cs wiring Stock", "App/Uses.cs FindAsync Stock"], Sites(scan).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task BaseAddressThatAMissingMethodSets_IsTheClients()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.Http;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.Configure<StockSettings>(builder.Configuration.GetSection("Stock"));
            builder.Services.AddHttpClient<Orders>().ConfigureBaseAddress("https://erp.contoso.com/api/").AddToken();
            builder.Services.AddHttpClient<Stock>()
                .WithBaseUrlFromOptions(static (StockSettings settings) => settings.Endpoint!);
            builder.Services.AddCrm().ConfigureBaseAddress(new Uri("https://crm.contoso.com")).AddToken("x");
            builder.Services.AddHttpClient<Quiet>().ConfigureTimeout("00:00:10").LogBaseAddress("https://log.contoso.com").ValidateBaseUrl("https://valid.contoso.com");
            Links.BuildFromBaseUrl("https://links.contoso.com", "/x");
            builder.AssertBaseUrl("https://assert.contoso.com");
            builder.Pages.WithBaseUrl("https://pages.contoso.com");
            === App/Clients.cs
            public class StockSettings { public string? Endpoint { get; set; } }
            class Orders(HttpClient http) { public Task Get() => http.GetAsync("orders"); }
            class Stock(HttpClient http) { public Task Get() => http.GetAsync("stock"); }
            class Crm(HttpClient http) { public Task Get() => http.GetAsync("customers"); }
            class Quiet(HttpClient http) { public Task Get() => http.GetAsync("quiet"); }
            static class Own { public static IHttpClientBuilder AddCrm(this IServiceCollection services) => services.AddHttpClient<Crm>(); }
            """);

        Assert.Equal(
            [
                "App/Clients.cs GET config:Stock:Endpoint/stock", "App/Clients.cs GET https://crm.contoso.com/customers", "App/Clients.cs GET https://erp.contoso.com/api/orders",
                "App/Program.cs wiring config:Stock:Endpoint", "App/Program.cs wiring https://crm.contoso.com", "App/Program.cs wiring https://erp.contoso.com/api/",
            ],
            scan.Map.Connections.SelectMany(connection => connection.Sites).Select(site => $"{site.File} {(site.Verb is { Length: > 0 } verb ? verb : "wiring")} {site.Endpoint}").Order(StringComparer.Ordinal));
        Assert.Single(scan.Map.Unresolved);
    }

    [Theory]
    [InlineData("services.AddApiClient<IFilesClient, FilesClient>(configuration);")]
    [InlineData("services.AddHttpApiClient<IFilesClient, FilesClient>(configuration);")]
    [InlineData("services.AddCasesClient<IFilesClient, FilesClient>(configuration);")]
    [InlineData("services.AddOwnApiClient<IFilesClient, FilesClient>();")]
    [InlineData("documents.AddCasesApiClient<IFilesClient, FilesClient>(configuration);")]
    [InlineData("services.AddFakeCasesApiClient<IFilesClient, FilesClient>();")]
    [InlineData("services.AddPollyApiClient<IFilesClient, FilesClient>();")]
    [InlineData("services.AddCasesApiClient<IFilesClient, Startup>();")]
    [InlineData("services.AddCasesApiClient<IFilesClient, FilesClient>(\"https://cases.contoso.com\");")]
    [InlineData("services.AddCasesApiClient<IFilesClient, FilesClient>(); services.AddOrdersApiClient<IFilesClient, FilesClient>();", "Cases", "Orders")]
    public async Task OtherMethod_SaysNothingOfItsClients(string registration, params string[] wired)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.CaseService.Client;
            class Uses(IFilesClient files) { async Task Go() { await files.FindAsync(1); } }
            public class Startup
            {
                static void Add(IServiceCollection services, IConfiguration configuration, List<string> documents) { {{registration}} }
                static void Main() { }
            }
            static class Own { public static void AddOwnApiClient<I, T>(this IServiceCollection services) { } }
            """);

        Assert.Equal(wired, scan.Map.Connections.Select(connection => connection.To).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(scan.Sites(), site => site.Contains("FindAsync", StringComparison.Ordinal));
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task FunctionOfARegistration_OfWhichOneLineDoesNotBind_StillSetsTheAddress()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.Kernel;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSecured<Erp>((_, http) => http.BaseAddress = new Uri("https://erp.contoso.com"));
            builder.Services.AddSecured<Crm>((_, http) => http.BaseAddress = new Uri("https://crm.contoso.com"));
            === App/Clients.cs
            using Contoso.Kernel;
            class Erp(HttpClient http) { public Task Orders() => http.GetAsync("orders"); }
            class Crm(HttpClient http) { public Task Customers() => http.GetAsync("customers"); }
            static class Registrations
            {
                public static void AddSecured<T>(this IServiceCollection services, Action<IServiceProvider, HttpClient> configure) where T : class =>
                    services.AddHttpClient<T>((provider, client) =>
                    {
                        configure(provider, client);
                        client.DefaultRequestHeaders.Add("Authorization", provider.GetToken());
                    });
            }
            """);

        Assert.Contains("App/Clients.cs GET https://erp.contoso.com/orders", Sites(scan));
        Assert.Contains("App/Clients.cs GET https://crm.contoso.com/customers", Sites(scan));
    }

    [Theory]
    [InlineData("""reader.GetAsync<string>(http, new Uri("https://erp.contoso.com/orders"))""", "GET https://erp.contoso.com/orders")]
    [InlineData("""reader.PostAsync(1, new Uri("orders", UriKind.Relative), http)""", "POST https://erp.contoso.com/orders")]
    public async Task MissingMethodThatIsGivenAClientAndAnAddress_SendsThere(string call, string told)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.Kernel;
            class Uses(IReader reader)
            {
                readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
                public async Task Go() { await {{call}}; }
                static void Main() { }
            }
            """);

        Assert.Contains("App/Program.cs " + told, Sites(scan));
    }

    [Theory]
    [InlineData("""reader.GetAsync<string>(new Uri("https://erp.contoso.com/orders"))""")]
    [InlineData("reader.GetAsync<string>(http, 1)")]
    [InlineData("""reader.GetAsync<string>(http, "token", "https://erp.contoso.com/orders")""")]
    [InlineData("""reader.CheckAsync(http, "orders")""")]
    public async Task MissingMethodThatIsGivenLess_IsQuiet(string call)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.Kernel;
            class Uses(IReader reader, HttpClient http) { public async Task Go() { await {{call}}; } static void Main() { } }
            """);

        Assert.Empty(scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task AddressThatAHandedFunctionSets_InARegistrationThatDoesntBindWhole_IsAWiring()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Core/Core.csproj
            netstandard
            === Core/Erp.cs
            using Contoso.Kernel;
            namespace Core;
            public interface IErp { Task Load(); }
            public class Api { protected readonly HttpClient Client; public Api(HttpClient client) => Client = client; }
            public class Erp : Api, IErp { public Erp(HttpClient http) : base(http) { } public async Task Load() => await Client.GetAsync("orders"); }
            === App/App.csproj
            exe ../Core/Core.csproj
            === App/Program.cs
            using Contoso.Kernel;
            using Core;
            static class Startup
            {
                public static void Add(this IServiceCollection services, IConfiguration configuration)
                {
                    services.AddSecured<IErp, Erp>((provider, client) =>
                    {
                        client.BaseAddress = new Uri(configuration.GetValue<string>("Erp:Url")!);
                    });
                }

                public static IServiceCollection AddSecured<TClient, [System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(this IServiceCollection services, Action<IServiceProvider, HttpClient> configure) where TClient : class where TImplementation : class, TClient
                {
                    services.AddHttpClient<TClient, TImplementation>((provider, client) =>
                    {
                        configure(provider, client);
                        var accessor = provider.GetService<IHttpContextAccessor>();
                        if (accessor == null)
                            throw new ArgumentException("accessor");
                        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {accessor.HttpContext!.GetBearerToken()}");
                    });
                    return services;
                }

                static void Main() { }
            }
            """);

        Assert.Equal(["App/Program.cs wiring config:Erp:Url", "Core/Erp.cs GET config:Erp:Url/orders"], Sites(scan));
    }

    [Theory]
    [InlineData("services.AddTenantsHttpClient(\"http://tenants:8082\", \"tenants\", \"secret\")")]
    [InlineData("services.AddTenantsHttpClient(new Uri(\"http://tenants:8082\"))")]
    public async Task ClientsThatAMissingPackageRegisters_AtAnAddress_AreCalledAfterIt(string registration)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            === App/Startup.cs
            using Contoso.InternalHttpClient;
            static class Startup { static void Add(IServiceCollection services) { {{registration}}; } static void Main() { } }
            === App/Uses.cs
            using Contoso.InternalHttpClient;
            class Uses(ITenantsHttpClient tenants) { async Task<object> Go() => await tenants.GetTenantByIdAsync("1"); }
            """);

        Assert.Equal(["App/Startup.cs wiring Tenants", "App/Uses.cs GetTenantByIdAsync Tenants"], Sites(scan));
    }

    [Theory]
    [InlineData("services.AddTenantsHttpClient(\"tenants\")")]
    [InlineData("services.AddRedisClient(\"http://redis:8082\")")]
    [InlineData("services.AddHttpClients(\"http://redis:8082\")")]
    public async Task MissingRegistration_WithoutAnAddress_OrOfATechnique_IsQuiet(string registration)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            === App/Startup.cs
            using Contoso.InternalHttpClient;
            static class Startup { static void Add(IServiceCollection services) { {{registration}}; } static void Main() { } }
            === App/Uses.cs
            using Contoso.InternalHttpClient;
            class Uses(ITenantsHttpClient tenants, IRedisClient redis) { async Task Go() { await tenants.GetTenantByIdAsync("1"); await redis.GetAsync("1"); } }
            """);

        Assert.Empty(scan.Sites());
    }

    [Theory]
    [InlineData("var builder = services.AddRefitClient<IErp>(); builder.ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com\"));")]
    [InlineData("var builder = services.AddRefitClient<IErp>(); builder.AddStandard().ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com\"));")]
    [InlineData("Kept(services, builder => builder.ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com\")));")]
    [InlineData("services.Kept(configure: builder => { var url = \"https://erp.contoso.com\"; builder.ConfigureHttpClient(c => c.BaseAddress = new Uri(url)).AddHttpMessageHandler<Handler>(); });")]
    public async Task BuilderOfAMissingPackage_ThatIsKept_IsConfiguredThere(string registration)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            === App/Program.cs
            using Refit;
            public interface IErp { [Get("/orders")] Task<string> All(); }
            class Uses(IErp erp) { async Task Go() => await erp.All(); }
            static class Startup
            {
                static void Add(IServiceCollection services) { {{registration}} }
                static void Kept(this IServiceCollection services, Action<IHttpClientBuilder> configure) { var kept = services.AddRefitClient<IErp>(); configure(kept); }
                static void Main() { }
            }
            """);

        Assert.Contains("App/Program.cs GET https://erp.contoso.com/orders", Sites(scan));
    }

    [Fact]
    public async Task NameThatMeansAnotherBuilderToo_IsNoBuilders()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Refit;
            public interface IErp { [Get("/orders")] Task<string> All(); }
            public interface IStock { [Get("/stock")] Task<string> All(); }
            class Uses(IErp erp, IStock stock) { async Task Go() { await erp.All(); await stock.All(); } }
            static class Startup
            {
                static void Erp(IServiceCollection services)
                {
                    var builder = services.AddRefitClient<IErp>();
                    builder = services.AddRefitClient<IStock>();
                    builder.ConfigureHttpClient(c => c.BaseAddress = new Uri("https://stock.contoso.com"));
                }
                static void Main() { }
            }
            """);

        Assert.DoesNotContain("App/Program.cs GET https://stock.contoso.com/orders", Sites(scan));
    }

    [Fact]
    public async Task InterfacesThatALoopRegisters_HaveItsAddress()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Refit;
            public interface IOrders { [Get("/orders")] Task<string> All(); }
            public interface IStock { [Get("/stock")] Task<string> All(); }
            public interface IOther { [Get("/other")] Task<string> All(); }
            class Uses(IOrders orders, IStock stock, IOther other) { async Task Go() { await orders.All(); await stock.All(); await other.All(); } }
            static class Startup
            {
                static void Add(IServiceCollection services)
                {
                    Type[] types = [typeof(IOrders), typeof(IStock)];
                    foreach (var type in types)
                    {
                        services.AddRefitClient(type, new() { Buffered = true }).ConfigureHttpClient(c => c.BaseAddress = new("https://erp.contoso.com"));
                    }
                }
                static void Main() { }
            }
            """);

        Assert.Contains("App/Program.cs GET https://erp.contoso.com/orders", Sites(scan));
        Assert.Contains("App/Program.cs GET https://erp.contoso.com/stock", Sites(scan));
        Assert.Equal(["no registration of 'IOther' was found that sets a base address"], scan.Map.Unresolved.Select(call => call.Reason));
    }

    /// <summary>The sites, whatever project says where they go.</summary>
    private static IEnumerable<string> Sites(ScannedSolution scan) => scan.Sites().Select(site => site.TrimEnd('*', ' '));
}
