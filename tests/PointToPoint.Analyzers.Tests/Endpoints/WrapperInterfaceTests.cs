using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Wrappers behind an interface, an abstract or a virtual member: the call goes to the implementations.</summary>
public sealed class WrapperInterfaceTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Fact]
    public Task OneImplementation_IsTheOne() => _test
        .WithProperty("endpoint", "https://erp.contoso.com/orders")
        .WithProperty("via", "M:ErpApi.GetAsync``1(System.String)")
        .Reports("""
            -- IErpApi.cs
            public interface IErpApi { Task<T?> GetAsync<T>(string path); }
            -- ErpApi.cs
            using System.Net.Http.Json;
            class ErpApi : IErpApi
            {
                readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
                public Task<T?> GetAsync<T>(string path) => http.GetFromJsonAsync<T>(path);
            }
            -- Orders.cs
            class Orders(IErpApi erp) { Task M() => erp.[|GetAsync|]<string>("orders"); }
            """);

    [Fact]
    public Task ImplementationsThatDisagree_AreAlternatives() => _test
        .WithProperty("endpoint", "https://crm.contoso.com/orders | https://erp.contoso.com/orders")
        .WithProperty("alsoTo", "erp.contoso.com")
        .Reports("""
            -- Apis.cs
            interface IApi { Task Get(string path); }
            class CrmApi(HttpClient http) : IApi { public Task Get(string path) => http.GetAsync("https://crm.contoso.com/" + path); }
            class ErpApi(HttpClient http) : IApi { public Task Get(string path) => http.GetAsync("https://erp.contoso.com/" + path); }
            -- Orders.cs
            class Orders(IApi api) { Task M() => api.[|Get|]("orders"); }
            """);

    [Fact]
    public Task ImplementationThatCallsNobody_AddsNothing() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        interface IApi { Task Get(string url); }
        class Api(HttpClient http) : IApi { public Task Get(string url) => http.GetAsync(url); }
        class Offline : IApi { public Task Get(string url) => Task.CompletedTask; }
        class Orders(IApi api) { Task M() => api.[|Get|]("https://erp.contoso.com/orders"); }
        """);

    [Fact]
    public Task ImplementationInATestProject_DoesNotCount() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        # project Orders
        -- Api.cs
        public interface IApi { Task Get(string path); }
        public class Api(HttpClient http) : IApi { public Task Get(string path) => http.GetAsync("https://erp.contoso.com/" + path); }
        public class Orders(IApi api) { Task M() => api.[|Get|]("orders"); }
        # project Orders.Tests -> Orders (IsTestProject=true)
        -- FakeApi.cs
        class FakeApi(HttpClient http) : IApi { public Task Get(string path) => http.GetAsync("https://fake.contoso.com/" + path); }
        """);

    [Fact]
    public Task ExplicitImplementation_IsOne() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        interface IApi { Task Get(string url); }
        class Api(HttpClient http) : IApi { Task IApi.Get(string url) => http.GetAsync(url); }
        class Orders(IApi api) { Task M() => api.[|Get|]("https://erp.contoso.com/orders"); }
        """);

    [Fact]
    public Task ParametersOfOtherNames_AreTheSameByPosition() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        interface IApi { Task Get(string address, int tries); }
        class Api(HttpClient http) : IApi { public Task Get(string url, int count) => http.GetAsync(url); }
        class Orders(IApi api) { Task M() => api.[|Get|](tries: 3, address: "https://erp.contoso.com/orders"); }
        """);

    [Fact]
    public Task GenericInterface_GivesItsTypeArguments() => _test.WithProperty("endpoint", "https://erp.contoso.com/Order").Reports("""
        interface IApi<T> { Task Get(); }
        class Api<T>(HttpClient http) : IApi<T> { public Task Get() => http.GetAsync("https://erp.contoso.com/" + typeof(T).Name); }
        class Order;
        class Orders(IApi<Order> api) { Task M() => api.[|Get|](); }
        """);

    [Fact]
    public Task InheritedImplementation_IsFound() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        interface IApi { Task Get(string url); }
        class Base(HttpClient http) { public Task Get(string url) => http.GetAsync(url); }
        class Api(HttpClient http) : Base(http), IApi;
        class Orders(IApi api) { Task M() => api.[|Get|]("https://erp.contoso.com/orders"); }
        """);

    [Fact]
    public Task DefaultImplementation_IsFound() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        interface IApi
        {
            Task Send(string url);
            Task Get(string path) => Send("https://erp.contoso.com/" + path);
        }
        class Api(HttpClient http) : IApi { public Task Send(string url) => http.GetAsync(url); }
        class Orders(IApi api) { Task M() => api.[|Get|]("orders"); }
        """);

    [Fact]
    public Task VirtualMethod_GoesToItsOverridesToo() => _test.WithProperty("endpoint", "https://crm.contoso.com/orders | https://erp.contoso.com/orders").Reports("""
        class Api(HttpClient http)
        {
            protected HttpClient Http => http;
            public virtual Task Get(string path) => http.GetAsync("https://crm.contoso.com/" + path);
        }
        class ErpApi(HttpClient http) : Api(http) { public override Task Get(string path) => Http.GetAsync("https://erp.contoso.com/" + path); }
        class Orders(Api api) { Task M() => api.[|Get|]("orders"); }
        """);

    [Fact]
    public Task AddressThatASubclassGives_IsItsOwn() => _test.Reports("""
        abstract class ApiClientBase
        {
            readonly HttpClient http;
            protected ApiClientBase(HttpClient http) => this.http = http;
            protected abstract string Root { get; }
            protected Task Get(string path) => http.GetAsync($"{Root}/{path}");
        }
        class ErpClient(HttpClient http) : ApiClientBase(http)
        {
            protected override string Root => "https://erp.contoso.com";
            public Task Orders() => {|#0:Get|}("orders");
        }
        class CrmClient(HttpClient http) : ApiClientBase(http)
        {
            protected override string Root => "https://crm.contoso.com";
            public Task Customers() => {|#1:Get|}("customers");
        }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://crm.contoso.com/customers"));

    [Fact]
    public Task BaseAddressThatASubclassPassesUp_IsItsOwn() => _test.Reports("""
        abstract class ApiClientBase(string root)
        {
            readonly HttpClient http = new() { BaseAddress = new Uri(root) };
            protected Task<string> Get(string path) => http.GetStringAsync(path);
        }
        class ErpClient() : ApiClientBase("https://erp.contoso.com") { public Task Orders() => {|#0:Get|}("orders"); }
        class CrmClient : ApiClientBase
        {
            public CrmClient() : base("https://crm.contoso.com") { }
            public Task Customers() => {|#1:Get|}("customers");
        }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://crm.contoso.com/customers"));

    [Fact]
    public Task TypedClientsOfOneBaseClass_AreRegisteredEachOnItsOwn() => _test.Reports("""
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
                services.AddHttpClient<CrmClient>(c => c.BaseAddress = new Uri("https://crm.contoso.com"));
            }
        }
        -- Clients.cs
        abstract class ApiClientBase(HttpClient http)
        {
            protected async Task<string> Get(string path) { using var answer = await http.GetAsync(path); return await answer.Content.ReadAsStringAsync(); }
        }
        class ErpClient(HttpClient http) : ApiClientBase(http) { public Task Orders(int id) => {|#0:Get|}($"orders/{id}"); }
        class CrmClient(HttpClient http) : ApiClientBase(http) { public Task Customers() => {|#1:Get|}("customers"); }
        """,
        Site(0, "https://erp.contoso.com/orders/{}"),
        Site(1, "https://crm.contoso.com/customers"));

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);
}
