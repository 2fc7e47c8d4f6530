using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Clients that a function of a registration makes of an <c>HttpClient</c>, by hand or by the container's own activator.</summary>
public sealed class ContainerCreationTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("services.AddSingleton(sp => { var http = sp.GetRequiredService<IHttpClientFactory>().CreateClient(\"erp\"); return new ErpClient(http); })")]
    [InlineData("services.AddSingleton<ErpClient>(sp => new(sp.GetRequiredService<IHttpClientFactory>().CreateClient(\"erp\")))")]
    [InlineData("services.AddSingleton<IErp>(sp => { IHttpClientFactory factory = sp.GetRequiredService<IHttpClientFactory>(); var http = factory.CreateClient(\"erp\"); var made = new ErpClient(http); return made; })")]
    [InlineData("services.AddScoped(sp => ActivatorUtilities.CreateInstance<ErpClient>(sp, sp.GetRequiredService<IHttpClientFactory>().CreateClient(\"erp\")))")]
    [InlineData("services.AddScoped<IErp>(sp => { var http = new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com\") }; return ActivatorUtilities.CreateInstance<ErpClient>(sp, http); })")]
    [InlineData("services.AddScoped(typeof(IErp), sp => ActivatorUtilities.CreateInstance(sp, typeof(ErpClient), new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com\") }))")]
    [InlineData("services.AddScoped(Make); static ErpClient Make(IServiceProvider sp) => new ErpClient(sp.GetRequiredService<IHttpClientFactory>().CreateClient(\"erp\"))")]
    [InlineData("services.AddHttpClient(\"erp2\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com\")).AddTypedClient((http, sp) => new ErpClient(http))")]
    [InlineData("services.AddHttpClient(\"erp2\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com\")).AddTypedClient<IErp>((http, sp) => ActivatorUtilities.CreateInstance<ErpClient>(sp, http))")]
    [InlineData("services.AddHttpClient(\"erp2\").AddTypedClient<IErp>((http, sp) => { http.BaseAddress = new Uri(\"https://erp.contoso.com\"); return new ErpClient(http); })")]
    public Task ClientIsGivenByHand(string registration) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        interface IErp { Task Load(); }
        class ErpClient(HttpClient http) : IErp { public Task Load() => http.[|GetAsync|]("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com"));
                {{registration}};
            }
        }
        """);

    [Theory]
    [InlineData("ActivatorUtilities.CreateInstance<ErpClient>(sp, \"https://erp.contoso.com\")")]
    [InlineData("ActivatorUtilities.CreateInstance<ErpClient>(sp, new HttpClient(), \"https://erp.contoso.com\")")]
    [InlineData("ActivatorUtilities.CreateInstance<ErpClient>(sp, new object[] { \"https://erp.contoso.com\", new HttpClient() })")]
    public Task ArgumentsOfTheActivator_GoByType(string made) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        class ErpClient(HttpClient http, string url) { public Task Load() => http.[|GetAsync|](url + "/orders"); }
        static class Setup { static void Add(IServiceCollection services) => services.AddSingleton(sp => {{made}}); }
        """);

    [Fact]
    public Task TypedClientThatAFunctionMakesWithAnAddress_HasIt() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        class ErpClient
        {
            readonly HttpClient http;
            public ErpClient(HttpClient http, string url) { this.http = http; http.BaseAddress = new Uri(url); }
            public Task Load() => http.[|GetAsync|]("orders");
        }
        static class Setup { static void Add(IServiceCollection services) => services.AddHttpClient("erp").AddTypedClient((http, sp) => new ErpClient(http, "https://erp.contoso.com")); }
        """);

    // The container injects no texts: it leaves what the constructor says.
    [Theory]
    [InlineData("class Api(IHttpClientFactory factory, string name = \"erp\") : Base(factory, name);")]
    [InlineData("class Api(IHttpClientFactory factory, string name = Api.Own) : Base(factory, name) { const string Own = \"erp\"; }")]
    [InlineData("class Api : Base { public Api(IHttpClientFactory factory, int tries = 3, string name = \"erp\") : base(factory, name) { } }")]
    public Task ValueByDefault_IsThatOfTheContainersObjects(string api) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        abstract class Base(IHttpClientFactory factory, string name)
        {
            readonly string name = name;
            public async Task Get(string path) { var client = Create(); await client.GetAsync(path); }
            HttpClient Create() => factory.CreateClient(name);
        }
        {{api}}
        class Orders(Api api) { Task Load() => api.[|Get|]("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddScoped<Api>();
                services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com"));
                services.AddHttpClient("old", c => c.BaseAddress = new Uri("https://old.contoso.com"));
            }
        }
        """);

    [Fact]
    public Task ValueByDefault_YieldsToWhatIsGiven() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api(HttpClient http, string url = "https://old.contoso.com") { public Task Load() => http.[|GetAsync|](url + "/orders"); }
        class C { Api api = new(new HttpClient(), "https://erp.contoso.com"); }
        """);
}
