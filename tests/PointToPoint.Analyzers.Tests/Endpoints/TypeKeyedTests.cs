using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Addresses kept under a type: a read with the same type argument gets what was stored with it.</summary>
public sealed class TypeKeyedTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("urls[typeof(Order)] = \"https://erp.contoso.com/orders\"; urls[typeof(Customer)] = \"https://crm.contoso.com/customers\";")]
    [InlineData("urls.Add(typeof(Order), \"https://erp.contoso.com/orders\"); urls.Add(typeof(Customer), \"https://crm.contoso.com/customers\");")]
    [InlineData("urls.TryAdd(typeof(Order), \"https://erp.contoso.com/orders\"); urls.TryAdd(typeof(Customer), \"https://crm.contoso.com/customers\");")]
    [InlineData("Keep<Order>(\"https://erp.contoso.com/orders\"); Keep<Customer>(\"https://crm.contoso.com/customers\");")]
    [InlineData("KeepPath<Order>(\"erp\", \"orders\"); KeepPath<Customer>(\"crm\", \"customers\");")]
    public Task WhatIsStored_IsRead(string stores) => _test.Reports($$"""
        class Order;
        class Customer;
        class Api
        {
            readonly Dictionary<Type, string> urls = new();
            readonly HttpClient http = new();
            public Api() { {{stores}} }
            void Keep<T>(string url) => urls[typeof(T)] = url;
            void KeepPath<T>(string host, string path) => Keep<T>($"https://{host}.contoso.com/{path}");
            public Task Get<T>() => http.GetAsync(urls[typeof(T)]);
        }
        class C(Api api)
        {
            Task A() => api.{|#0:Get|}<Order>();
            Task B() => api.{|#1:Get|}<Customer>();
        }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://crm.contoso.com/customers"));

    [Theory]
    [InlineData("urls[typeof(T)]")]
    [InlineData("urls.TryGetValue(typeof(T), out var url) ? url : throw new InvalidOperationException()")]
    [InlineData("Of(typeof(T))")]
    public Task ReadThroughAnInjectedGenericInterface(string read) => _test.Reports($$"""
        -- Order.cs
        class Order;
        class Customer;
        -- Api.cs
        interface IApi<T> { Task Get(int id); }
        class Api<T>(HttpClient http, Urls urls) : IApi<T> { public Task Get(int id) => http.GetAsync(urls.For<T>() + "/" + id); }
        class Urls
        {
            readonly Dictionary<Type, string> urls = new();
            public Urls Add<T>(string url) { urls[typeof(T)] = url; return this; }
            public string For<T>() => {{read}};
            string Of(Type type) => urls[type];
        }
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services)
            {
                services.AddSingleton(typeof(IApi<>), typeof(Api<>));
                services.AddSingleton(new Urls().Add<Order>("https://erp.contoso.com/orders").Add<Customer>("https://crm.contoso.com/customers"));
            }
        }
        -- C.cs
        class C(IApi<Order> orders, IApi<Customer> customers)
        {
            Task A(int id) => orders.{|#0:Get|}(id);
            Task B(int id) => customers.{|#1:Get|}(id);
        }
        """,
        Site(0, "https://erp.contoso.com/orders/{}"),
        Site(1, "https://crm.contoso.com/customers/{}"));

    [Fact]
    public Task Initialiser_Stores() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Order;
        class Api(HttpClient http)
        {
            static readonly Dictionary<Type, string> urls = new() { [typeof(Order)] = "https://erp.contoso.com/orders", [typeof(string)] = "https://crm.contoso.com/customers" };
            public Task Get<T>() => http.GetAsync(urls[typeof(T)]);
        }
        class C(Api api) { Task A() => api.[|Get|]<Order>(); }
        """);

    [Fact]
    public Task CollectionInitialiser_Stores() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Order;
        class Api(HttpClient http)
        {
            static readonly Dictionary<Type, string> urls = new() { { typeof(Order), "https://erp.contoso.com/orders" }, { typeof(string), "https://crm.contoso.com/customers" } };
            public Task Get<T>() => http.GetAsync(urls[typeof(T)]);
        }
        class C(Api api) { Task A() => api.[|Get|]<Order>(); }
        """);

    [Fact]
    public Task TypeThatNothingIsStoredWith_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        class Order;
        class Api(HttpClient http)
        {
            readonly Dictionary<Type, string> urls = new() { };
            public void Keep() => urls[typeof(string)] = "https://crm.contoso.com/customers";
            public Task Get<T>() => http.GetAsync(urls[typeof(T)]);
        }
        class C(Api api) { Task A() => api.[|Get|]<Order>(); }
        """);

    [Fact]
    public Task TwoDictionaries_AreNotMixed() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Order;
        class Api(HttpClient http)
        {
            readonly Dictionary<Type, string> urls = new();
            readonly Dictionary<Type, string> names = new();
            public Api Keep() { urls[typeof(Order)] = "https://erp.contoso.com/orders"; names[typeof(Order)] = "https://crm.contoso.com/customers"; return this; }
            public Task Get<T>() => http.GetAsync(urls[typeof(T)]);
        }
        class C(Api api) { Task A() => api.[|Get|]<Order>(); }
        """);

    [Theory]
    [InlineData("readonly Dictionary<Type, string> kept = new(); public void Map<T>(string u) => kept[typeof(T)] = u; bool TryGet(Type type, out string? url) => kept.TryGetValue(type, out url); public string For<T>() => TryGet(typeof(T), out var url) ? url! : throw new InvalidOperationException();")]
    [InlineData("readonly Dictionary<Type, string> kept = new(); public void Map<T>(string u) => kept.TryAdd(typeof(T), u); bool TryGet<T>(out string? url) => kept.TryGetValue(typeof(T), out url); public string For<T>() { TryGet<T>(out var url); return url!; }")]
    [InlineData("readonly Dictionary<Type, Uri> kept = new(); public void Map<T>(string u) => kept.Add(typeof(T), new Uri(u)); Uri? Find(Type type) => kept.GetValueOrDefault(type); public string For<T>() => Find(typeof(T))!.ToString();")]
    [InlineData("readonly Dictionary<Type, string> kept = new(); public void Map<T>(string u) => kept[typeof(T)] = u; string Of(object entity) => kept[entity.GetType()]; public string For<T>() where T : new() { var entity = new T(); return kept[entity.GetType()]; }")]
    [InlineData("readonly Dictionary<Type, string> kept = new(); public void Map<T>(string u) => kept[typeof(T)] = u; public string For<T>() => kept.ToFrozenDictionary()[typeof(T)];")]
    public Task OtherReaders(string members) => EndpointTest.Test.Reports(
        $$"""
        using System.Collections.Frozen;
        class Order;
        class Customer;
        class Routes { {{members}} }
        class Api(HttpClient http, Routes routes) { public Task Get<T>() where T : new() => http.GetAsync(routes.For<T>()); }
        static class Setup { static void Add(Routes routes) { routes.{|#2:Map|}<Order>("https://erp.contoso.com/orders"); routes.{|#3:Map|}<Customer>("https://crm.contoso.com/customers"); } }
        class C(Api api)
        {
            Task A() => api.{|#0:Get|}<Order>();
            Task B() => api.{|#1:Get|}<Customer>();
        }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://crm.contoso.com/customers"),
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(2).WithProperty("endpoint", "https://erp.contoso.com/orders"),
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(3).WithProperty("endpoint", "https://crm.contoso.com/customers"));

    [Fact]
    public Task DictionaryInOptions_IsNoKeyOfConfiguration() => _test.Reports(
        """
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        class Order;
        class Customer;
        record RemoteService(string BaseUrl, string Path);
        class UrlOptions { public Dictionary<Type, string> Urls { get; } = new(); public Dictionary<Type, RemoteService> Services { get; } = new(); }
        class Client<T>(HttpClient http, IOptions<UrlOptions> options) { public Task All() => options.Value.Urls.TryGetValue(typeof(T), out var url) ? http.GetAsync(url) : throw new InvalidOperationException(); }
        class Proxy<T>(HttpClient http, IOptions<UrlOptions> options)
        {
            public Task Count() { var service = options.Value.Services[typeof(T)]; return http.GetAsync($"{service.BaseUrl}/{service.Path}/count"); }
        }
        static class Setup
        {
            static IServiceCollection AddClient<T>(this IServiceCollection services, string url) => services.Configure<UrlOptions>(o => o.Urls[typeof(T)] = url);
            static IServiceCollection AddProxy<T>(this IServiceCollection services, string url, string path) => services.Configure<UrlOptions>(o => o.Services[typeof(T)] = new RemoteService(url, path));
            static void Add(IServiceCollection services) => services.AddClient<Order>("https://erp.contoso.com/orders").AddClient<Customer>("https://crm.contoso.com/customers")
                .AddProxy<Order>("https://erp.contoso.com", "orders").AddProxy<Customer>("https://crm.contoso.com", "customers");
        }
        class C(Client<Order> orders, Client<Customer> customers, Proxy<Order> remoteOrders, Proxy<Customer> remoteCustomers)
        {
            Task A() => orders.{|#0:All|}();
            Task B() => customers.{|#1:All|}();
            Task D() => remoteOrders.{|#2:Count|}();
            Task E() => remoteCustomers.{|#3:Count|}();
        }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://crm.contoso.com/customers"),
        Site(2, "https://erp.contoso.com/orders/count"),
        Site(3, "https://crm.contoso.com/customers/count"));

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);
}
