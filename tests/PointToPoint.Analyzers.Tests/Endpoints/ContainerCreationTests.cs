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
}
