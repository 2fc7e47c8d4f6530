namespace PointToPoint.Tool.Tests.Map;

/// <summary>Code whose packages aren't there: what it calls is matched by name, and a build says nothing about it.</summary>
public sealed class MissingPackageTests
{
    private const string Step = "matched by name, because a package is missing";

    [Fact]
    public async Task ExtensionOfAMissingPackage_IsACallByItsName()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            var http = new HttpClient { BaseAddress = new Uri("https://erp.contoso.com/") };
            await http.PostAsync<Order>("orders", new Order(), new JsonMediaTypeFormatter());
            await http.PostAsJsonAsync("orders/more", new Order());
            await http.PutAsXmlAsync("orders/1", new Order());
            class Order;
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://erp.contoso.com/",
                "App/Program.cs POST https://erp.contoso.com/orders *",
                "App/Program.cs POST https://erp.contoso.com/orders/more *",
                "App/Program.cs PUT https://erp.contoso.com/orders/1 *",
            ],
            scan.Sites());
        Assert.All(scan.Map.Connections.Single().Sites.Where(site => !site.IsWiring), site => Assert.Equal(Step, site.Provenance[0]));
        await SaysNothing(scan, except: "P2P1003");
    }

    [Fact]
    public async Task ClientOfAMissingBuilder_HasTheAddressThatIsSetOnIt()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/ErpClient.cs
            public class ErpClient(HttpClient client, string version) { public Task Load() => client.GetAsync($"api/v{version}/orders"); }
            === App/CrmClient.cs
            public class CrmClient { readonly HttpClient _client; public CrmClient(HttpClient client, int limit) { _client = client; } public Task Load() => _client.PostAsync("customers", null); }
            === App/Program.cs
            var services = new ServiceCollection();
            services.AddTransient<ErpClient>(s =>
            {
                var settings = s.GetRequiredService<IOptions<ErpSettings>>().Value;
                var builder = new HttpClientBuilder().WithDefaultHeaders();
                var client = builder.Build();
                if (!settings.ApiBaseUrl.EndsWith("/"))
                {
                    settings.ApiBaseUrl += "/";
                }

                client.BaseAddress = new Uri(settings.ApiBaseUrl);
                return new ErpClient(client, settings.Version);
            });
            Registrations.AddCrm(services, (client, s, limit) => new CrmClient(client, limit));
            static class Registrations
            {
                public static void AddCrm<T>(IServiceCollection services, Func<HttpClient, IServiceProvider, int, T> instance) where T : class => services.AddTransient(s =>
                {
                    var client = new HttpClientBuilder().Build();
                    client.BaseAddress = new Uri("https://crm.contoso.com/");
                    return instance.Invoke(client, s, 4);
                });
            }

            class ErpSettings { public string ApiBaseUrl { get; set; } = ""; public string Version { get; set; } = ""; }
            """);

        Assert.Equal(
            [
                "App/CrmClient.cs POST https://crm.contoso.com/customers *",
                "App/ErpClient.cs GET config:ErpSettings:ApiBaseUrl/api/v{}/orders *",
                "App/Program.cs wiring config:ErpSettings:ApiBaseUrl",
                "App/Program.cs wiring https://crm.contoso.com/",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task ClientOfAMissingPackageThatTheManifestNames_IsACallOfItsSystem()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === p2p.json
            { "systems": { "Courses": {} }, "clients": { "Contoso.Shared.IApiClient<>": "{0}", "App.ICoursesClient<>": "{0}", "Contoso.Shared.ErpClient": "ERP" } }
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.Shared;
            namespace App;
            public interface ICoursesClient<T> : IGetClient<T>;
            public class CoursesConfiguration;
            public class RecruitConfiguration;
            public class Handler(ICoursesClient<CoursesConfiguration> courses, IApiClient<RecruitConfiguration> recruit, OtherClient other)
            {
                public async Task Load(int id) => await courses.Get<string>(new object());
                public async Task Send(int id) => await recruit.Post(id);
                public async Task Quiet(int id) => await other.Post(id);
            }

            public static class Program { public static void Main() { } }
            """);

        Assert.Equal([("App", "Courses"), ("App", "Recruit")], scan.Map.Connections.Select(connection => (connection.From, connection.To)));
        Assert.Equal([Step, "p2p.json: clients"], scan.Map.Connections[0].Sites.Single().Provenance);
    }

    [Fact]
    public async Task MethodThatTheManifestNames_SaysNothingOfWhatStandsBesideItsType()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === p2p.json
            { "systems": { "ERP": { "sdks": ["N:Contoso.Erp.Sdk", "M:Contoso.ErpApi.Call address=path"] }, "Legacy": {} }, "clients": { "Contoso.Legacy.LegacyClient": "Legacy" } }
            === App/App.csproj
            exe core
            === App/Program.cs
            using Contoso.Auditing;
            using Contoso.Erp.Sdk;
            using Contoso.Legacy;
            public class Uses(LegacyClient legacy, IAuditLog audit)
            {
                public Task Call() => legacy.PingAsync();
                public Task Quiet() => audit.WriteAsync("x");
                static void Main() { }
            }
            """);

        Assert.Equal(["Legacy"], scan.Map.Connections.Select(connection => connection.To));
    }

    [Fact]
    public async Task RegistrationOnAMissingHost_IsReadOffItsText()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/ErpClient.cs
            public class ErpClient(HttpClient http) { public Task Load() => http.GetAsync("orders"); }
            === App/Program.cs
            var builder = WebAssemblyHostBuilder.CreateDefault(args);
            builder.Services.AddHttpClient<ErpClient>(c => c.BaseAddress = new("https://erp.contoso.com/"));
            builder.Services.AddHttpClient("crm", (services, c) => { c.BaseAddress = new Uri("https://crm.contoso.com/"); }).AddPolicyHandler(Policies.Retry);
            """);

        Assert.Equal(
            [
                "App/ErpClient.cs GET https://erp.contoso.com/orders *",
                "App/Program.cs wiring https://erp.contoso.com/ *",
                "App/Program.cs wiring https://crm.contoso.com/ *",
            ],
            scan.Sites());
        Assert.Contains($"AddHttpClient<ErpClient> ({Step})", scan.Call("App/ErpClient.cs").Provenance);
        await SaysNothing(scan, except: "P2P1010");
    }

    [Fact]
    public async Task BaseAddressOfAClientWhoseMakerIsMissing_IsAWiring()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            var services = new ServiceCollection();
            services.AddResilientClient("erp", client => { client.BaseAddress = new Uri("https://erp.contoso.com"); });
            class Crm(IHttpClientFactory factory)
            {
                public void Load()
                {
                    var client = factory.CreateClient();
                    client.BaseAddress = new Uri("https://crm.contoso.com");
                    var page = new Missing.Page();
                    page.BaseAddress = "https://docs.contoso.com";
                    page.Address = new Uri("https://docs.contoso.com");
                    page.Base.BaseAddress = new Uri("https://docs.contoso.com");
                    page.BaseAddress = new Uri("https://docs.contoso.com");
                }
            }
            """);

        Assert.Equal(["App/Program.cs wiring https://erp.contoso.com", "App/Program.cs wiring https://crm.contoso.com"], scan.Sites());
        Assert.All(scan.Map.Connections.SelectMany(connection => connection.Sites), site => Assert.Equal(Step, site.Provenance[0]));
        await SaysNothing(scan, except: "P2P1010");
    }

    [Fact]
    public async Task ArgumentOfAMissingType_DoesNotHideWhatMakesTheClient()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Data/Data.csproj
            library
            === Data/Clients.cs
            using Contoso.Missing;
            public interface IClients { HttpClient Create(ICorrelation correlation); }
            public class Clients(IHttpClientFactory factory) : IClients
            {
                public HttpClient Create(ICorrelation correlation)
                {
                    var client = factory.CreateClient("erp");
                    client.DefaultRequestHeaders.Add("Id", correlation.Id);
                    return client;
                }
            }
            === Orders/Orders.csproj
            library ../Data/Data.csproj
            === Orders/Orders.cs
            using Contoso.Missing;
            public class Orders(IClients clients, ICorrelation correlation)
            {
                public async Task Load() { var client = clients.Create(correlation); await client.GetAsync("orders"); }
            }
            === App/App.csproj
            exe core ../Orders/Orders.csproj
            === App/Program.cs
            var services = new ServiceCollection();
            services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com"));
            """);

        Assert.Equal("https://erp.contoso.com/orders", scan.Call("Orders/Orders.cs").Endpoint);
    }

    [Fact]
    public async Task RegistrationInAnotherProjectWhosePackagesAreMissing_BindsTheClient()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Clients/Clients.csproj
            netstandard
            === Clients/ErpClient.cs
            namespace Clients
            {
                public class ErpClient
                {
                    private readonly HttpClient http;
                    public ErpClient(HttpClient http) { this.http = http; }
                    public Task Load() => http.GetAsync("orders");
                }
            }
            === App/App.csproj
            exe core ../Clients/Clients.csproj
            === App/Program.cs
            var builder = WebAssemblyHostBuilder.CreateDefault(args);
            builder.Services.AddHttpClient<Clients.ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
            """);

        Assert.Equal(["App/Program.cs wiring https://erp.contoso.com/ *", "Clients/ErpClient.cs GET https://erp.contoso.com/orders *"], scan.Sites());
    }

    [Fact]
    public async Task ArgumentOfAMissingType_DoesNotHideTheWrapper()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Api.cs
            public static class Api
            {
                private static readonly HttpClient Http = new();
                public static Task<string> Get(string url, IPolicy policy) => Http.GetStringAsync(url);
            }
            === App/Program.cs
            await Api.Get("https://erp.contoso.com/orders", Policy.Retry(3));
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders *"], scan.Sites());
        Assert.Equal(["M:Api.Get(System.String,IPolicy)"], scan.Call("App/Program.cs").Via);
    }

    [Fact]
    public async Task InterfaceOfMissingRefit_IsReadOffItsAttributes()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Usings.cs
            global using Refit;
            === App/IErpApi.cs
            public interface IErpApi
            {
                [Get("/orders/{id}")] Task<string> Find(int id);
                [Refit.Post("/orders?draft={draft}")] Task Send(bool draft, [Body] string order);
            }
            public interface ICrmApi { [DeleteAttribute("/customers/{**rest}")] Task Forget(string rest); }
            === App/Program.cs
            var services = new ServiceCollection();
            services.AddRefitClient<ICrmApi>(new RefitSettings()).ConfigureHttpClient(c => c.BaseAddress = new Uri("https://crm.contoso.com/v1"));
            IErpApi erp = RestService.For<IErpApi>("https://erp.contoso.com/api", new RefitSettings());
            await erp.Find(1);
            await erp.Send(true, "order");
            class Customers(ICrmApi crm) { public Task Forget() => crm.Forget("1/2"); }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://crm.contoso.com/v1 *",
                "App/Program.cs wiring https://erp.contoso.com/api *",
                "App/Program.cs GET https://erp.contoso.com/api/orders/{} *",
                "App/Program.cs POST https://erp.contoso.com/api/orders *",
                "App/Program.cs DELETE https://crm.contoso.com/v1/customers/{} *",
            ],
            scan.Sites());
        Assert.All(scan.Map.Connections.SelectMany(connection => connection.Sites).Where(site => !site.IsWiring), site => Assert.Equal(Step, site.Provenance[0]));
        await SaysNothing(scan, except: "P2P1010");
    }

    [Fact]
    public async Task LocalThatMissingRefitMakes_IsOfTheInterfaceItNames()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Refit;
            var erp = RestService.For<IErpApi>(new HttpClient { BaseAddress = new Uri("https://erp.contoso.com/api/") });
            await erp.Find(1);
            await erp.Other();
            interface IErpApi { [Get("/orders/{id}")] Task<string> Find(int id); Task Other(); }
            """);

        Assert.Equal(["App/Program.cs wiring https://erp.contoso.com/api/", "App/Program.cs GET https://erp.contoso.com/api/orders/{} *"], scan.Sites());
    }

    [Fact]
    public async Task MissingRestEase_IsKnownByItsAttributes()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Microsoft.Extensions.DependencyInjection;
            using RestEase;
            using RestEase.HttpClientFactory;
            IErpApi api = RestClient.For<IErpApi>("https://erp.contoso.com");
            await api.Load();
            IHrApi hr = RestClient.For<IHrApi>();
            await hr.Find(1);
            await RestClient.For<IHrApi>().Find(2);
            var services = new ServiceCollection();
            services.AddRestEaseClient<ICrmApi>("https://crm.contoso.com");
            services.AddHttpClient("tax").ConfigureHttpClient(client => client.BaseAddress = new Uri("https://tax.contoso.com")).UseWithRestEaseClient<ITaxApi>();
            interface IErpApi { [Get("orders")] Task Load(); }
            [BaseAddress("https://hr.contoso.com"), BasePath("api/v1")] interface IHrApi { [Get("people/{id}")] Task Find([Path] int id); }
            interface ICrmApi { [Put("customers")] Task Save(); }
            interface ITaxApi { [Get("rates")] Task Rates(); }
            class Uses(ICrmApi crm, ITaxApi tax) { public async Task Go() { await crm.Save(); await tax.Rates(); } }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://erp.contoso.com *",
                "App/Program.cs GET https://erp.contoso.com/orders *",
                "App/Program.cs GET https://hr.contoso.com/api/v1/people/{} *",
                "App/Program.cs GET https://hr.contoso.com/api/v1/people/{} *",
                "App/Program.cs wiring https://crm.contoso.com *",
                "App/Program.cs wiring https://tax.contoso.com *",
                "App/Program.cs PUT https://crm.contoso.com/customers *",
                "App/Program.cs GET https://tax.contoso.com/rates *",
            ],
            scan.Sites());
    }

    [Theory]
    [InlineData("using RestEase;", "")]
    [InlineData("", "global using RestEase;")]
    public async Task InterfaceOfMissingRestEase_InAProjectThatSeesOtherPackages_IsKnownByItsAttributes(string own, string everywhere)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === Contracts/Contracts.csproj
            netstandard
            === Contracts/Usings.cs
            {{everywhere}}
            === Contracts/IErpApi.cs
            {{own}}
            namespace Contracts
            {
                [BasePath("api/v1")]
                public interface IErpApi
                {
                    [Get("orders/{id}"), AllowAnyStatusCode]
                    Task<string> Load([Path] int id);
                    [Post]
                    Task Save();
                }
            }
            === App/App.csproj
            exe ../Contracts/Contracts.csproj
            === App/Program.cs
            using Contracts;
            using RestEase.HttpClientFactory;
            var services = new ServiceCollection();
            services.AddRestEaseClient<IErpApi>("https://erp.contoso.com");
            class Uses(IErpApi erp) { public async Task Go() { await erp.Load(1); await erp.Save(); } }
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://erp.contoso.com *",
                "App/Program.cs GET https://erp.contoso.com/api/v1/orders/{} *",
                "App/Program.cs POST https://erp.contoso.com/api/v1/ *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task OwnExtensionBehindAMissingOne_IsCalledAsItsNameSays()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/ErpClient.cs
            class Settings { public string Url { get; set; } = ""; }
            class ErpClient(HttpClient http) { public Task<string> Orders() => http.GetStringAsync("orders"); }
            class CrmClient(HttpClient http) { public Task<string> Customers() => http.GetStringAsync("customers"); }
            === App/Registrations.cs
            namespace App.Registrations
            {
                static class ServiceExtensions
                {
                    public static IServiceCollection AddErp(this IServiceCollection services, Settings settings)
                    {
                        services.AddHttpClient<ErpClient>(client => client.BaseAddress = new Uri(settings.Url));
                        return services;
                    }

                    public static IServiceCollection AddCrm(this IServiceCollection services, string address)
                    {
                        services.AddHttpClient<CrmClient>(client => client.BaseAddress = new Uri(address));
                        return services;
                    }
                }
            }
            === App/Program.cs
            using App.Registrations;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddOptions()
                .AddMissing("https://missing.contoso.com")
                .AddErp(builder.Configuration.GetSection("Erp").Get<Settings>()!)
                .AddCrm(address: "https://crm.contoso.com");
            """);

        Assert.Equal(
            [
                "App/ErpClient.cs GET config:Erp:Url/orders",
                "App/ErpClient.cs GET https://crm.contoso.com/customers",
                "App/Program.cs wiring https://crm.contoso.com",
                "App/Registrations.cs wiring config:Erp:Url",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task ExtensionThatTheFileDoesNotSee_OrThatIsTwoMethods_IsNotCalled()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Clients.cs
            namespace App.Elsewhere
            {
                static class ServiceExtensions { public static void AddErp(this IServiceCollection services, string url) => services.AddHttpClient("erp", client => client.BaseAddress = new Uri(url)); }
            }
            namespace App.First
            {
                static class ServiceExtensions { public static void AddCrm(this IServiceCollection services, string url) => services.AddHttpClient("crm", client => client.BaseAddress = new Uri(url)); }
            }
            namespace App.Second
            {
                static class ServiceExtensions { public static void AddCrm(this IServiceCollection services, object url) => Console.WriteLine(url); }
            }
            === App/Program.cs
            using App.First;
            using App.Second;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddMissing().AddErp("https://erp.contoso.com");
            builder.Services.AddMissing().AddCrm("https://crm.contoso.com");
            """);

        Assert.Empty(scan.Sites());
    }

    [Fact]
    public async Task ExtensionOfAnotherType_OrThatNobodyElseSees_IsNotCalled()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Extensions.cs
            static class Extensions
            {
                public static Task Report(this HttpClient http, string url) => http.GetAsync(url);
                static void AddErp(this IServiceCollection services, string url) => services.AddHttpClient("erp", client => client.BaseAddress = new Uri(url));
            }
            === App/Program.cs
            WebApplication.CreateBuilder(args).Services.AddMissing().AddErp("https://erp.contoso.com");
            class Uses(Missing missing) : MissingBase
            {
                void A() { missing.Report("https://a.contoso.com"); Log.Report("https://b.contoso.com"); base.Report("https://c.contoso.com"); missing.Policy.Report("https://d.contoso.com"); }
            }
            """);

        Assert.Empty(scan.Sites());
    }

    [Fact]
    public async Task GenericExtensionBehindAMissingOne_BindsTheClientItNames()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            WebApplication.CreateBuilder(args).Services.AddMissing().AddTyped<ErpClient>("https://erp.contoso.com");
            static class Extensions
            {
                public static void AddTyped(this IServiceCollection services, string name) => Console.WriteLine(name);
                public static IServiceCollection AddTyped<T>(this IServiceCollection services, string url) where T : class { services.AddHttpClient<T>(client => client.BaseAddress = new Uri(url)); return services; }
            }
            class ErpClient(HttpClient http) { public Task<string> Orders() => http.GetStringAsync("orders"); }
            """);

        Assert.Contains("App/Program.cs GET https://erp.contoso.com/orders *", scan.Sites());
    }

    [Fact]
    public async Task CallOfAnInterfaceWithAnArgumentThatIsMissing_IsKnownByWhatIsWrittenOnIt()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/IErpApi.cs
            using RestEase;
            interface IErpApi
            {
                [Get("orders/{id}")] Task<string> Load([Path] int id);
                [Get("orders")] Task<string> Load(int page, int size);
                [Put("orders")] Task<Response<string>> Save(Missing order);
                Task<string> Describe(Missing order);
            }
            class Settings { public string Url { get; set; } = ""; }
            static class ServiceExtensions
            {
                public static void AddErp(this IServiceCollection services, Settings settings) => services.AddRestEaseClient<IErpApi>(settings.Url);
            }
            === App/Program.cs
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddErp(builder.Configuration.GetSection("Erp").Get<Settings>()!);
            class Uses(IErpApi erp, Missing from)
            {
                public async Task Go()
                {
                    await erp.Load(from.GetId());
                    var saved = erp.Save(from.GetOrder());
                    await erp.Describe(from.GetOrder());
                }
            }
            """);

        Assert.Equal(
            [
                "App/IErpApi.cs wiring config:Erp:Url *",
                "App/Program.cs GET config:Erp:Url/orders/{} *",
                "App/Program.cs PUT config:Erp:Url/orders *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task TypedClientOfMissingRefit_GoesWhereItsRegistrationSays()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using Refit;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("erp", http => http.BaseAddress = new Uri("https://erp.contoso.com")).AddTypedClient(http => RestService.For<IErpApi>(http, new RefitSettings()));
            builder.Services.AddHttpClient("crm").ConfigureHttpClient(http => http.BaseAddress = new Uri("https://crm.contoso.com")).AddTypedClient(RestService.For<ICrmApi>);
            interface IErpApi { [Get("/orders")] Task Load(); }
            interface ICrmApi { [Get("/customers")] Task Load(); }
            class Uses(IErpApi erp, ICrmApi crm) { public async Task Go() { await erp.Load(); await crm.Load(); } }
            """);

        Assert.Equal(["GET https://crm.contoso.com/customers", "GET https://erp.contoso.com/orders"], scan.Map.Connections.SelectMany(connection => connection.Sites).Where(site => !site.IsWiring).Select(site => $"{site.Verb} {site.Endpoint}").Order(StringComparer.Ordinal));
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task MissingAttributesOfTheSameNames_WithoutRefit_AreNoCalls()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Contoso.Web;
            IErpApi api = ApiClient.For<IErpApi>("https://erp.contoso.com");
            await api.Load();
            interface IErpApi { [Get("orders")] Task Load(); [Contoso.Get("orders")] Task More(); }
            """);

        Assert.Empty(scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task MethodsOfTheSameNameOnOtherTypes_AreNoCalls()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            var cache = new RedisCache();
            await cache.GetAsync("https://erp.contoso.com/orders");
            await Missing.Factory.Create().PostAsync<Order>("https://erp.contoso.com/orders");
            await new Dictionary<string, string>().GetStringAsync("https://erp.contoso.com/orders");
            class Order;
            """);

        Assert.Empty(scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    /// <summary>A build of all projects reports no other rule, and no analyzer fails in it.</summary>
    private static async Task SaysNothing(ScannedSolution scan, string except) =>
        Assert.DoesNotContain(await scan.DiagnosticsAsync("App"), diagnostic => diagnostic.Id != except);
}
