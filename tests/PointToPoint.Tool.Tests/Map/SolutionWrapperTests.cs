namespace PointToPoint.Tool.Tests.Map;

/// <summary>Wrappers, interfaces and kept values whose parts lie in several projects.</summary>
public sealed class SolutionWrapperTests
{
    [Fact]
    public async Task WrapperOfALibrary_IsToldAtItsCallers()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Rest/Rest.csproj
            netstandard
            === Rest/Api.cs
            namespace Rest
            {
                public static class Api
                {
                    private static readonly HttpClient Http = new HttpClient();
                    public static Task<string> Get(string url) => Http.GetStringAsync(url);
                }
            }
            === App/App.csproj
            exe ../Rest/Rest.csproj
            === App/Program.cs
            await Rest.Api.Get("https://erp.contoso.com/orders");
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders *"], scan.Sites());
        var call = scan.Call("App/Program.cs");
        Assert.Equal(["M:Rest.Api.Get(System.String)"], call.Via);
        Assert.Equal("M:System.Net.Http.HttpClient.GetStringAsync(System.String)", call.Member);
        Assert.Equal(["via Api.Get", "literal"], call.Provenance);
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task WrapperThatReadsXml_IsToldAtTheCallersThatGiveAnAddress()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            using System.Xml;
            Feeds.Read("https://news.contoso.com/feed");
            Feeds.Read("feed.xml");
            static class Feeds { public static XmlReader Read(string feed) => XmlReader.Create(feed); }
            """);

        Assert.Equal(["App/Program.cs GET https://news.contoso.com/feed"], scan.Sites());
        Assert.Empty(scan.Map.Unresolved);
    }

    [Fact]
    public async Task BaseClassOfALibrary_IsToldAtItsCallers_WhateverClassTheyTake()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Lib/Lib.csproj
            netstandard
            === Lib/Base.cs
            namespace Lib
            {
                public abstract class Base1(HttpClient http) { protected abstract string Url { get; } public Task Load() => http.GetAsync(Url + "/orders"); }
                public class Erp(HttpClient http) : Base1(http) { protected override string Url => "https://erp.contoso.com"; }
                public class Crm(HttpClient http) : Base1(http) { protected override string Url => "https://crm.contoso.com"; }
            }
            === AppA/AppA.csproj
            exe ../Lib/Lib.csproj
            === AppA/Program.cs
            class A(Lib.Base1 provider) { public Task Go() => provider.Load(); static void Main() { } }
            === AppB/AppB.csproj
            exe ../Lib/Lib.csproj
            === AppB/Program.cs
            class B(Lib.Crm provider) { public Task Go() => provider.Load(); static void Main() { } }
            """);

        Assert.Equal(["AppA/Program.cs GET https://erp.contoso.com/orders | https://crm.contoso.com/orders", "AppB/Program.cs GET https://crm.contoso.com/orders"], scan.Sites().Select(site => site.TrimEnd('*', ' ')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task InterfaceImplementedInAnotherProject_GoesThere()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Contracts/Contracts.csproj
            netstandard
            === Contracts/IOrders.cs
            namespace Contracts { public interface IOrders { Task<string> Load(string path); } }
            === Erp/Erp.csproj
            ../Contracts/Contracts.csproj
            === Erp/Orders.cs
            namespace Erp
            {
                public class Orders(HttpClient http) : Contracts.IOrders { public Task<string> Load(string path) => http.GetStringAsync("https://erp.contoso.com/" + path); }
            }
            === App/App.csproj
            exe ../Contracts/Contracts.csproj ../Erp/Erp.csproj
            === App/Page.cs
            public class Page(Contracts.IOrders orders) { public Task<string> Show(int id) => orders.Load($"orders/{id}"); }
            === App/Program.cs
            new ServiceCollection().AddSingleton<Contracts.IOrders, Erp.Orders>();
            """);

        Assert.Equal(["App/Page.cs GET https://erp.contoso.com/orders/{} *"], scan.Sites());
        Assert.Equal(["M:Erp.Orders.Load(System.String)"], scan.Call("App/Page.cs").Via);
    }

    [Fact]
    public async Task AddressKeptByTypeInAnotherProject_IsFound()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Data/Data.csproj
            netstandard
            === Data/Services.cs
            namespace Data
            {
                public static class Services
                {
                    private static readonly Dictionary<Type, string> Urls = new Dictionary<Type, string>();
                    public static void Add<T>(string url) => Urls[typeof(T)] = url;
                    public static Task<string> Load<T>(HttpClient http) => http.GetStringAsync(Urls[typeof(T)] + "/all");
                }
            }
            === App/App.csproj
            exe ../Data/Data.csproj
            === App/Program.cs
            Data.Services.Add<Order>("https://erp.contoso.com/orders");
            Data.Services.Add<Customer>("https://crm.contoso.com/customers");
            await Data.Services.Load<Order>(new HttpClient());
            class Order;
            class Customer;
            """);

        Assert.Equal(
            [
                "App/Program.cs wiring https://erp.contoso.com/orders *",
                "App/Program.cs wiring https://crm.contoso.com/customers *",
                "App/Program.cs GET https://erp.contoso.com/orders/all *",
            ],
            scan.Sites());
    }

    [Fact]
    public async Task MethodOfALibraryThatBindsAClient_MakesItsCallTheWiring()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Hosting/Hosting.csproj
            === Hosting/Registration.cs
            namespace Hosting
            {
                public static class Registration
                {
                    public static void AddApi<TClient>(this IServiceCollection services, string address) where TClient : class =>
                        services.AddHttpClient<TClient>(c => c.BaseAddress = new Uri(address));
                }
            }
            === App/App.csproj
            exe ../Hosting/Hosting.csproj
            === App/Program.cs
            using Hosting;
            new ServiceCollection().AddApi<ErpClient>("https://erp.contoso.com/");
            class ErpClient(HttpClient http) { public Task Load() => http.GetAsync("orders"); }
            """);

        Assert.Equal(["App/Program.cs wiring https://erp.contoso.com/ *", "App/Program.cs GET https://erp.contoso.com/orders *"], scan.Sites());
    }

    [Fact]
    public async Task OptionsHelperOfASharedLibrary_BindsTheOptionsOfItsCaller()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Shared/Shared.csproj
            === Shared/Settings.cs
            namespace Shared
            {
                public static class Settings
                {
                    public static void AddSettings<T>(this IServiceCollection services, string section) where T : class => services.AddOptions<T>().BindConfiguration(section);
                }
            }
            === App/App.csproj
            exe ../Shared/Shared.csproj
            === App/appsettings.json
            { "Finance": { "Url": "https://erp.contoso.com" } }
            === App/Program.cs
            using Shared;
            new ServiceCollection().AddSettings<ErpOptions>("Finance");
            public class ErpOptions { public string Url { get; set; } = ""; }
            public class Client(HttpClient http, IOptions<ErpOptions> options) { public Task Load() => http.GetAsync(options.Value.Url + "/orders"); }
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders *"], scan.Sites());
        Assert.Contains("appsettings.json: Finance:Url", scan.Call("App/Program.cs").Provenance);
    }

    [Fact]
    public async Task BaseClassOfALibrary_ReadsWhatTheDerivedClassGives()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Rest/Rest.csproj
            netstandard
            === Rest/RestClient.cs
            namespace Rest
            {
                public abstract class RestClient
                {
                    private readonly string root;
                    protected RestClient(string root) { this.root = root; }
                    protected Task<string> Get(string path) => new HttpClient().GetStringAsync(root + path);
                }
            }
            === App/App.csproj
            exe ../Rest/Rest.csproj
            === App/ErpClient.cs
            public class ErpClient() : Rest.RestClient("https://erp.contoso.com/") { public Task<string> Orders() => Get("orders"); }
            === App/Program.cs
            await new ErpClient().Orders();
            """);

        Assert.Equal(["App/ErpClient.cs GET https://erp.contoso.com/orders *"], scan.Sites());
    }

    [Fact]
    public async Task ObjectThatCallersInOtherProjectsDontKnow_IsToldOnceWhereItIsSent()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Rest/Rest.csproj
            netstandard
            === Rest/Hooks.cs
            namespace Rest
            {
                public class Hook { public string Url { get; set; } }
                public interface IHooks { Task<string> Call(Hook hook); }
                public class Hooks : IHooks { public Task<string> Call(Hook hook) => new HttpClient().GetStringAsync(hook.Url); }
            }
            === App/App.csproj
            exe ../Rest/Rest.csproj
            === App/Store.cs
            public interface IStore { Rest.Hook Load(int id); }
            public class Mapping { public Rest.Hook Map(Rest.Hook other) => new() { Url = other.Url }; }
            === App/A.cs
            public class A(Rest.IHooks hooks, IStore store) { public Task<string> M() => hooks.Call(store.Load(1)); }
            === App/B.cs
            public class B(Rest.IHooks hooks, IStore store) { public Task<string> M() => hooks.Call(store.Load(2)); }
            === App/Program.cs
            await new Rest.Hooks().Call(new Rest.Hook { Url = "https://erp.contoso.com/orders" });
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders *"], scan.Sites());
        Assert.Equal(["Rest/Hooks.cs"], scan.Map.Unresolved.Select(call => call.File));
    }
}
