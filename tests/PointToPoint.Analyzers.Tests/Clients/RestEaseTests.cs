using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Interfaces that RestEase implements: attributes say verb and path, a registration or <c>RestClient.For</c> says where.</summary>
public sealed class RestEaseTests
{
    // What RestEase 1.5 and the package RestEase.HttpClientFactory add, as far as these tests use it.
    private const string Factory = """
        -- Factory.cs
        using Microsoft.Extensions.DependencyInjection;
        namespace RestEase
        {
            [AttributeUsage(AttributeTargets.Interface)] public sealed class BasePathAttribute : Attribute { public BasePathAttribute(string basePath) { } }
        }
        namespace RestEase.HttpClientFactory
        {
            public static class HttpClientFactoryExtensions
            {
                public static IHttpClientBuilder AddRestEaseClient<T>(this IServiceCollection services, string? baseAddress = null, Action<RestClient>? configurer = null) where T : class => null!;
                public static IHttpClientBuilder UseWithRestEaseClient<T>(this IHttpClientBuilder httpClientBuilder, Action<RestClient>? configurer = null) where T : class => null!;
            }
        }

        -- Test0.cs

        """;

    private const string Api = """
        using Microsoft.Extensions.DependencyInjection;
        using RestEase;
        using RestEase.HttpClientFactory;
        [BasePath("api")]
        public interface IErpApi
        {
            [Header("Authorization")] string Token { get; set; }
            [Get("orders/{id}")] Task<string> Find([Path] int id, [Query] bool full);
            [Post("/orders")] Task Save([Body] string order);
            [Delete] Task Clear();
        }

        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall).WithReferences(ReferenceSet.AspNetCore.With(typeof(RestEase.RestClient).Assembly));

    [Theory]
    [InlineData("Find(1, true)", "GET", "/orders/{}")]
    [InlineData("Save(\"1\")", "POST", "/orders")]
    [InlineData("Clear()", "DELETE", "/")]
    public Task Attribute_SaysVerbAndPath(string call, string verb, string path) => _test.IgnoringRules(RuleIds.DirectWiring)
        .WithProperty("verb", verb).WithProperty("endpoint", "https://erp.contoso.com/api" + path).WithProperty("client", "IErpApi")
        .Reports(Factory + Api + $$"""
            class C
            {
                private readonly IErpApi _api = RestClient.For<IErpApi>("https://erp.contoso.com");
                Task M() => _api.{{call.Insert(call.IndexOf('('), "|]").Insert(0, "[|")}};
            }
            """);

    [Theory]
    [InlineData("RestClient.{|P2P1003:For|}<IErpApi>(\"https://erp.contoso.com\")")]
    [InlineData("RestClient.{|P2P1003:For|}<IErpApi>(new Uri(\"https://erp.contoso.com\"))")]
    [InlineData("RestClient.For<IErpApi>(new HttpClient { {|P2P1003:BaseAddress|} = new Uri(\"https://erp.contoso.com\") })")]
    [InlineData("new RestClient(\"https://erp.contoso.com\").{|P2P1003:For|}<IErpApi>()")]
    [InlineData("new RestClient(new HttpClient { {|P2P1003:BaseAddress|} = new Uri(\"https://erp.contoso.com\") }).For<IErpApi>()")]
    public Task ClientThatIsMade_SaysWhere(string made) => _test.Reports(Factory + Api + $$"""
        class C
        {
            async Task M()
            {
                var api = {{made}};
                await api.[|Find|](1, true);
            }
        }
        """);

    [Theory]
    [InlineData("services.{|P2P1003:AddRestEaseClient|}<IErpApi>(\"https://erp.contoso.com\");")]
    [InlineData("services.AddRestEaseClient<IErpApi>().{|P2P1003:ConfigureHttpClient|}(c => c.BaseAddress = new Uri(\"https://erp.contoso.com\"));")]
    [InlineData("services.{|P2P1003:AddHttpClient|}(\"erp\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com\")).UseWithRestEaseClient<IErpApi>();")]
    public Task Registration_SaysWhere(string registration) => _test.Reports(Factory + Api + $$"""
        class Orders(IErpApi api) { Task<string> Load(int id) => api.[|Find|](id, true); }
        static class Setup { static void Add(IServiceCollection services) { {{registration}} } }
        """);

    [Fact]
    public Task ConfiguredAddress_NamesTheSystem() => _test.IgnoringRules(RuleIds.DirectWiring).WithProperty("to", "Erp").Reports(Factory + Api + """
        class Orders(IErpApi api)
        {
            Task<string> Load(int id) => api.[|Find|](id, true);
            static void Add(IServiceCollection services, Microsoft.Extensions.Configuration.IConfiguration configuration) => services.AddRestEaseClient<IErpApi>(configuration["Services:Erp:BaseUrl"]);
        }
        """);

    [Fact]
    public Task SettingsOfAHelpersCaller_AreWiredWhereTheHelperRegisters() => _test.Reports(Factory + Api + """
        class Orders(IErpApi api) { Task<string> Load(int id) => api.[|Find|](id, true); }
        class Settings { public string Url { get; set; } = ""; }
        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddErp(new Settings { Url = "https://erp.contoso.com" });
            static void AddErp(this IServiceCollection services, Settings settings) => services.{|P2P1003:AddRestEaseClient|}<IErpApi>(settings.Url);
        }
        """);

    [Fact]
    public Task WhatOnlyDescribes_IsQuiet() => _test.IsQuiet(Factory + Api + """
        class Fake : IErpApi
        {
            public string Token { get; set; } = "";
            public Task<string> Find(int id, bool full) => Task.FromResult("");
            public Task Save(string order) => Task.CompletedTask;
            public Task Clear() => Task.CompletedTask;
        }
        class C
        {
            object M(IErpApi api)
            {
                api.Token = "secret";
                return new object[] { nameof(IErpApi.Find), typeof(IErpApi), new RestClient("https://erp.contoso.com") };
            }
        }
        """);

    [Fact]
    public Task AddressOfTheInterface_CountsWhereNobodySetsOne() => _test.WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("endpoint", "https://erp.contoso.com/api/orders").Reports("""
        -- Test0.cs
        using RestEase;
        [BaseAddress("https://erp.contoso.com/api/")]
        public interface IErpApi { [Get("orders")] Task<string> Orders(); }
        class C(IErpApi erp) { Task M() => erp.[|Orders|](); }

        -- BaseAddress.cs
        namespace RestEase { public sealed class BaseAddressAttribute(string baseAddress) : Attribute { public string BaseAddress => baseAddress; } }
        """);

    [Theory]
    [InlineData("readonly RestClient rest = new RestClient(\"https://erp.contoso.com\");", "rest.{|P2P1003:For|}<IErpApi>()")]
    [InlineData("RestClient rest { get; } = new RestClient(\"https://erp.contoso.com\");", "rest.{|P2P1003:For|}<IErpApi>()")]
    [InlineData("readonly RestClient rest; public C() { rest = new RestClient(\"https://erp.contoso.com\"); }", "rest.{|P2P1003:For|}<IErpApi>()")]
    public Task ClientThatAFieldKeeps_SaysWhere(string members, string made) => _test.WithProperty("to", "erp.contoso.com").Reports(Factory + Api + $$"""
        class C
        {
            {{members}}
            Task M() => {{made}}.[|Clear|]();
        }
        """);
}
