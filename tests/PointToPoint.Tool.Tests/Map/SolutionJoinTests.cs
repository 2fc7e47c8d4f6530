namespace PointToPoint.Tool.Tests.Map;

/// <summary>A client of one project is bound to its address in another: only the whole solution tells where it calls.</summary>
public sealed class SolutionJoinTests
{
    private const string TypedClient = """
        === Clients/Clients.csproj
        netstandard
        === Clients/ErpClient.cs
        namespace Clients
        {
            public class ErpClient
            {
                private readonly HttpClient http;
                public ErpClient(HttpClient http) { this.http = http; }
                public Task Load(int id) => http.GetAsync($"orders/{id}");
            }
        }

        """;

    [Fact]
    public async Task TypedClientOfALibrary_IsBoundWhereAnApplicationRegistersIt()
    {
        using var scan = await ScannedSolution.OfAsync(TypedClient + """
            === App/App.csproj
            exe ../Clients/Clients.csproj
            === App/appsettings.json
            { "Erp": { "BaseUrl": "https://erp.contoso.com/api/" } }
            === App/Program.cs
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient<Clients.ErpClient>(c => c.BaseAddress = new Uri(builder.Configuration["Erp:BaseUrl"]!));
            """);

        Assert.Equal(
            ["App/Program.cs wiring https://erp.contoso.com/api/", "Clients/ErpClient.cs GET https://erp.contoso.com/api/orders/{} *"],
            scan.Sites());
        var call = scan.Call("Clients/ErpClient.cs");
        Assert.Equal(["App"], call.Hosts);
        Assert.Equal(["field ErpClient.http", "typed client ErpClient", "AddHttpClient<ErpClient>", "appsettings.json: Erp:BaseUrl"], call.Provenance);
        Assert.Contains("\"scope\": \"solution\"", scan.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamedClientOfALibrary_IsBoundByItsName()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Clients/Clients.csproj
            === Clients/ErpClient.cs
            namespace Clients
            {
                public class ErpClient(IHttpClientFactory factory) { public Task Load(int id) => factory.CreateClient("erp").GetAsync($"orders/{id}"); }
            }
            === App/App.csproj
            exe ../Clients/Clients.csproj
            === App/Program.cs
            new ServiceCollection().AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com/api/"));
            """);

        Assert.Equal(
            ["App/Program.cs wiring https://erp.contoso.com/api/", "Clients/ErpClient.cs GET https://erp.contoso.com/api/orders/{} *"],
            scan.Sites());
    }

    [Fact]
    public async Task OptionsOfALibrary_AreBoundInTheApplication()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Clients/Clients.csproj
            === Clients/ErpClient.cs
            namespace Clients
            {
                public class ErpOptions { public string BaseUrl { get; set; } = ""; }
                public class ErpClient(HttpClient http, IOptions<ErpOptions> options) { public Task Load(int id) => http.GetAsync($"{options.Value.BaseUrl}/orders/{id}"); }
            }
            === App/App.csproj
            exe ../Clients/Clients.csproj
            === App/appsettings.json
            { "Finance": { "BaseUrl": "https://erp.contoso.com" } }
            === App/Program.cs
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.Configure<Clients.ErpOptions>(builder.Configuration.GetSection("Finance"));
            """);

        Assert.Equal(["Clients/ErpClient.cs GET https://erp.contoso.com/orders/{} *"], scan.Sites());
        Assert.Contains("appsettings.json: Finance:BaseUrl", scan.Call("Clients/ErpClient.cs").Provenance);
    }

    [Fact]
    public async Task SectionThatAnApplicationHandsToALibrary_IsThePrefixOfItsKeys()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Clients/Clients.csproj
            === Clients/Registration.cs
            namespace Clients
            {
                public static class Registration
                {
                    public static void AddErp(this IServiceCollection services, IConfiguration configuration) =>
                        services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri(configuration["Url"]!));
                }
                public class ErpClient(HttpClient http) { public Task Load() => http.GetAsync("orders"); }
            }
            === App/App.csproj
            exe ../Clients/Clients.csproj
            === App/appsettings.json
            { "Url": "https://other.contoso.com/", "Finance": { "Url": "https://erp.contoso.com/" } }
            === App/Program.cs
            using Clients;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddErp(builder.Configuration.GetSection("Finance"));
            """);

        Assert.Equal(["Clients/Registration.cs wiring https://erp.contoso.com/ *", "Clients/Registration.cs GET https://erp.contoso.com/orders *"], scan.Sites());
    }

    [Fact]
    public async Task ApplicationsThatBindAClientDifferently_AreAlternatives()
    {
        using var scan = await ScannedSolution.OfAsync(TypedClient + """
            === Shop/Shop.csproj
            exe ../Clients/Clients.csproj
            === Shop/Program.cs
            new ServiceCollection().AddHttpClient<Clients.ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
            === Till/Till.csproj
            exe ../Clients/Clients.csproj
            === Till/Program.cs
            new ServiceCollection().AddHttpClient<Clients.ErpClient>(c => c.BaseAddress = new Uri("https://old-erp.contoso.com/"));
            """);

        var call = scan.Call("Clients/ErpClient.cs");
        Assert.Equal("https://erp.contoso.com/orders/{} | https://old-erp.contoso.com/orders/{}", call.Endpoint);
        Assert.Equal(["old-erp.contoso.com"], call.AlsoTo);
        Assert.Equal(["Shop", "Till"], call.Hosts);
    }

    [Fact]
    public async Task SettingsOfTwoApplications_AreAlternatives()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Clients/Clients.csproj
            === Clients/ErpClient.cs
            namespace Clients
            {
                public class ErpClient(HttpClient http, IConfiguration configuration) { public Task Load() => http.GetAsync(configuration["Erp:Url"] + "/orders"); }
            }
            === Shop/Shop.csproj
            exe ../Clients/Clients.csproj
            === Shop/appsettings.json
            { "Erp": { "Url": "https://erp.contoso.com" } }
            === Shop/Program.cs
            Console.WriteLine();
            === Till/Till.csproj
            exe ../Clients/Clients.csproj
            === Till/appsettings.json
            { "Erp": { "Url": "https://erp.fabrikam.com" } }
            === Till/Program.cs
            Console.WriteLine();
            === Other/Other.csproj
            exe
            === Other/appsettings.json
            { "Erp": { "Url": "https://other.contoso.com" } }
            === Other/Program.cs
            Console.WriteLine();
            """);

        Assert.Equal(["Clients/ErpClient.cs GET https://erp.contoso.com/orders | https://erp.fabrikam.com/orders *"], scan.Sites());
    }

    [Fact]
    public async Task RegistrationOfOneApplication_HasThatApplicationsSettings()
    {
        using var scan = await ScannedSolution.OfAsync(TypedClient + """
            === Shop/Shop.csproj
            exe ../Clients/Clients.csproj
            === Shop/appsettings.json
            { "Erp": "https://shop-only.contoso.com/" }
            === Shop/Program.cs
            new ServiceCollection().AddHttpClient<Clients.ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
            === Till/Till.csproj
            exe ../Clients/Clients.csproj
            === Till/appsettings.json
            { "Erp": "https://erp.fabrikam.com/" }
            === Till/Program.cs
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient<Clients.ErpClient>(c => c.BaseAddress = new Uri(builder.Configuration["Erp"]!));
            """);

        Assert.Equal("https://erp.contoso.com/orders/{} | https://erp.fabrikam.com/orders/{}", scan.Call("Clients/ErpClient.cs").Endpoint);
    }

    [Theory]
    [InlineData("", "Configure<ErpOptions>")]
    [InlineData("public static class Registration { public static void AddErp(this IServiceCollection services, IConfiguration section) => services.Configure<ErpOptions>(section); }", "AddErp")]
    public async Task OptionsThatOneApplicationBinds_HaveThatApplicationsSettings(string library, string method)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === Clients/Clients.csproj
            === Clients/ErpClient.cs
            namespace Clients
            {
                public class ErpOptions { public string Url { get; set; } = ""; }
                public class ErpClient(HttpClient http, IOptions<ErpOptions> options) { public Task Load() => http.GetAsync(options.Value.Url + "/orders"); }
                {{library}}
            }
            === Shop/Shop.csproj
            exe ../Clients/Clients.csproj
            === Shop/appsettings.json
            { "Finance": { "Url": "https://shop-only.contoso.com" } }
            === Shop/Program.cs
            Console.WriteLine();
            === Till/Till.csproj
            exe ../Clients/Clients.csproj
            === Till/appsettings.json
            { "Finance": { "Url": "https://erp.fabrikam.com" } }
            === Till/Program.cs
            using Clients;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.{{method}}(builder.Configuration.GetSection("Finance"));
            """);

        Assert.Equal("https://erp.fabrikam.com/orders", scan.Call("Clients/ErpClient.cs").Endpoint);
    }

    [Fact]
    public async Task RegistrationInATest_DoesNotCount()
    {
        using var scan = await ScannedSolution.OfAsync(TypedClient + """
            === App/App.csproj
            exe ../Clients/Clients.csproj
            === App/Program.cs
            new ServiceCollection().AddHttpClient<Clients.ErpClient>();
            === Tests/Tests.csproj
            exe test ../Clients/Clients.csproj
            === Tests/Program.cs
            new ServiceCollection().AddHttpClient<Clients.ErpClient>(c => c.BaseAddress = new Uri("https://fake.contoso.com/"));
            """);

        Assert.Empty(scan.Sites());
        Assert.Equal("AddHttpClient<ErpClient> sets no base address", Assert.Single(scan.Map.Unresolved).Reason);
        Assert.DoesNotContain("fake.contoso.com", scan.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplicationThatDoesNotUseTheLibrary_BindsNothingInIt()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Clients/Clients.csproj
            === Clients/ErpClient.cs
            namespace Clients
            {
                public class ErpClient(IHttpClientFactory factory) { public Task Load() => factory.CreateClient("erp").GetAsync("orders"); }
            }
            === App/App.csproj
            exe ../Clients/Clients.csproj
            === App/Program.cs
            Console.WriteLine();
            === Other/Other.csproj
            exe
            === Other/Program.cs
            new ServiceCollection().AddHttpClient("erp", c => c.BaseAddress = new Uri("https://other.contoso.com/"));
            """);

        Assert.Equal(["Other/Program.cs wiring https://other.contoso.com/"], scan.Sites());
        Assert.Contains("no registration of client \"erp\"", Assert.Single(scan.Map.Unresolved).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallThatTheProjectExplainsItself_IsNoMatterOfTheSolution()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            await new HttpClient().GetAsync("https://erp.contoso.com/orders");
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders"], scan.Sites());
        Assert.DoesNotContain("scope", scan.Json, StringComparison.Ordinal);
    }
}
