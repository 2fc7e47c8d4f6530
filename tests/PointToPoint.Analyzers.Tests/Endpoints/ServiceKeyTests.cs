using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Keyed services that are made of their key: the key under which a consumer asks says where its calls go.</summary>
public sealed class ServiceKeyTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    private const string Clients = """
        using Microsoft.Extensions.DependencyInjection;
        interface IApi { Task Load(string path); }
        class FromCrm([FromKeyedServices("crm")] IApi api) { Task M() => api.{|#0:Load|}("customers"); }
        class FromErp(IServiceProvider services) { Task M() => services.GetRequiredKeyedService<IApi>("erp").{|#1:Load|}("orders"); }
        static class Clients
        {
            public static IServiceCollection AddClients(this IServiceCollection services)
            {
                services.AddHttpClient("crm", c => c.BaseAddress = new Uri("https://crm.contoso.com/"));
                services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
                return services;
            }
        }

        """;

    [Theory]
    [InlineData("services.AddKeyedTransient<IApi>(\"crm\", (sp, key) => new Api(sp.GetRequiredService<IHttpClientFactory>().CreateClient((string)key!))); services.AddKeyedTransient<IApi>(\"erp\", (sp, key) => new Api(sp.GetRequiredService<IHttpClientFactory>().CreateClient((string)key!)));")]
    [InlineData("services.AddKeyedScoped<IApi>(\"crm\", Make); services.AddKeyedScoped<IApi>(\"erp\", Make);")]
    [InlineData("services.AddKeyedSingleton<IApi>(KeyedService.AnyKey, (sp, key) => new Api(sp.GetRequiredService<IHttpClientFactory>().CreateClient((string)key!)));")]
    [InlineData("services.AddKeyedSingleton<IApi>(\"crm\", Make); services.AddKeyedSingleton<IApi>(KeyedService.AnyKey, Make);")]
    [InlineData("foreach (var key in new[] { \"crm\", \"erp\" }) { services.AddKeyedSingleton<IApi>(key, Make); }")]
    public Task FactoryThatUsesItsKey(string registrations) => _test.Reports(
        Clients + $$"""
        class Api(HttpClient http) : IApi { public Task Load(string path) => http.GetAsync(path); }
        static class Setup
        {
            static void Add(IServiceCollection services) { services.AddClients(); {{registrations}} }
            static IApi Make(IServiceProvider services, object? key) => new Api(services.GetRequiredService<IHttpClientFactory>().CreateClient((string)key!));
        }
        """,
        Site(0, "https://crm.contoso.com/customers"),
        Site(1, "https://erp.contoso.com/orders"));

    [Theory]
    [InlineData("services.AddKeyedSingleton<IApi, Api>(\"crm\"); services.AddKeyedSingleton<IApi, Api>(\"erp\");")]
    [InlineData("services.AddApi<Api>(\"crm\"); services.AddApi<Api>(\"erp\");")]
    public Task ClassThatIsGivenItsKey(string registrations) => _test.Reports(
        Clients + $$"""
        class Api(IHttpClientFactory factory, [ServiceKey] string key) : IApi { public Task Load(string path) => factory.CreateClient(key).GetAsync(path); }
        static class Setup
        {
            static void Add(IServiceCollection services) { services.AddClients(); {{registrations}} }
            static void AddApi<T>(this IServiceCollection services, string key) where T : class, IApi => services.AddKeyedScoped<IApi, T>(key);
        }
        """,
        Site(0, "https://crm.contoso.com/customers"),
        Site(1, "https://erp.contoso.com/orders"));

    [Theory]
    [InlineData("class Api(HttpClient http, [ServiceKey] string key) : IApi { public Task Load() => http.[|GetAsync|]($\"https://{key}.contoso.com/orders\"); }", "services.AddKeyedScoped<IApi, Api>(\"crm\"); services.AddKeyedScoped<IApi, Api>(\"erp\");")]
    [InlineData("class Api(HttpClient http, string host) : IApi { public Task Load() => http.[|GetAsync|]($\"https://{host}.contoso.com/orders\"); }", "services.AddKeyedScoped<IApi>(\"crm\", (sp, key) => new Api(new HttpClient(), (string)key!)); services.AddKeyedScoped<IApi>(\"erp\", (sp, key) => new Api(new HttpClient(), (string)key!));")]
    public Task MethodWithoutParameters_IsToldWithAllKeys(string api, string registrations) => _test.WithProperty("endpoint", "https://crm.contoso.com/orders | https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        interface IApi { Task Load(); }
        {{api}}
        class A([FromKeyedServices("crm")] IApi api) { Task M() => api.Load(); }
        static class Setup { static void Add(IServiceCollection services) { {{registrations}} } }
        """);

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);
}
