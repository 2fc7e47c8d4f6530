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
