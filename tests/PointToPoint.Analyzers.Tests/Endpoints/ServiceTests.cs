using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>What the container injects: clients and settings that a registration makes, or is given.</summary>
public sealed class ServiceTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    private const string Usings = """
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Configuration;

        """;

    [Theory]
    [InlineData("services.AddSingleton(sp => new ErpClient(new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/api/\") }))")]
    [InlineData("services.AddScoped<ErpClient>(_ => new ErpClient(new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/api/\") }))")]
    [InlineData("services.AddSingleton(new ErpClient(new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/api/\") }))")]
    [InlineData("services.AddSingleton(new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/api/\") })")]
    [InlineData("services.AddScoped(sp => new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/api/\") })")]
    [InlineData("services.AddTransient(sp => { var made = new HttpClient(); made.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"); return made; })")]
    public Task RegisteredObject_IsWhatIsInjected(string registration) => _test.WithProperty("endpoint", "https://erp.contoso.com/api/orders").Reports(Usings + $$"""
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        static class Setup { static void Add(IServiceCollection services) => {{registration}}; }
        """);

    [Fact]
    public Task SettingsObject_IsWhatIsInjected() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders")
        .WithProperty("provenance", "property ErpOptions.BaseUrl ← literal").Reports(Usings + """
        class ErpOptions { public string BaseUrl { get; set; } = ""; }
        class ErpClient(HttpClient http, ErpOptions options) { public Task Load() => http.[|GetAsync|](options.BaseUrl + "/orders"); }
        static class Setup { static void Add(IServiceCollection services) => services.AddSingleton(new ErpOptions { BaseUrl = "https://erp.contoso.com" }); }
        """);

    [Fact]
    public Task ObjectOfARegistrationMethod_HasWhatItsCallerGives() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports(Usings + """
        class ErpOptions { public string BaseUrl { get; init; } = ""; }
        class ErpClient(HttpClient http, ErpOptions options) { public Task Load() => http.[|GetAsync|](options.BaseUrl + "/orders"); }
        static class Setup
        {
            static void AddErp(IServiceCollection services, string url) => services.AddSingleton(new ErpOptions { BaseUrl = url });
            static void Add(IServiceCollection services) => AddErp(services, "https://erp.contoso.com");
        }
        """);

    [Fact]
    public Task AskedByHand_IsTheSame() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports(Usings + """
        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddSingleton(new HttpClient { BaseAddress = new Uri("https://erp.contoso.com") });
            static Task Run(IServiceProvider provider) => provider.GetRequiredService<HttpClient>().[|GetAsync|]("orders");
        }
        """);

    [Theory]
    [InlineData("class ErpClient([FromKeyedServices(\"erp\")] HttpClient http) { public Task Load() => http.[|GetAsync|](\"orders\"); }")]
    [InlineData("class ErpClient { readonly HttpClient _http; public ErpClient([FromKeyedServices(\"erp\")] HttpClient http) => _http = http; public Task Load() => _http.[|GetAsync|](\"orders\"); }")]
    [InlineData("static class Job { static Task Run(IServiceProvider provider) => provider.GetRequiredKeyedService<HttpClient>(\"erp\").[|GetAsync|](\"orders\"); }")]
    [InlineData("static class Job { static Func<HttpClient, Task> Run = ([FromKeyedServices(\"erp\")] http) => http.[|GetAsync|](\"orders\"); }")]
    public Task KeyedClient_IsTheOneOfItsKey(string user)
    {
        var test = _test.WithProperty("endpoint", "https://erp.contoso.com/orders");
        return Task.WhenAll(
            test.Reports(Usings + user + """

                static class Setup
                {
                    static void Add(IServiceCollection services)
                    {
                        services.AddKeyedSingleton("crm", new HttpClient { BaseAddress = new Uri("https://crm.contoso.com") });
                        services.AddKeyedSingleton("erp", (sp, key) => new HttpClient { BaseAddress = new Uri("https://erp.contoso.com") });
                    }
                }
                """),
            test.Reports(Usings + user + """

                static class Setup
                {
                    static void Add(IServiceCollection services)
                    {
                        services.AddHttpClient("erp", client => client.BaseAddress = new Uri("https://erp.contoso.com")).AddAsKeyed();
                        services.AddHttpClient("crm", client => client.BaseAddress = new Uri("https://crm.contoso.com")).AddAsKeyed();
                    }
                }
                """));
    }

    [Theory]
    [InlineData("class ErpClient(IHttpClientFactory factory) { public Task Load() => factory.CreateClient(\"erp\").[|GetAsync|](\"orders\"); }")]
    [InlineData("class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|](\"orders\"); }")]
    public Task WhatIsSetForAllClients_CountsWhereOneSetsNothing(string user) => _test.WithProperty("endpoint", "https://gate.contoso.com/orders").Reports(Usings + user + """

        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.ConfigureHttpClientDefaults(all => all.ConfigureHttpClient(client => client.BaseAddress = new Uri("https://gate.contoso.com")));
                services.AddHttpClient("erp");
                services.AddHttpClient<ErpClient>();
            }
        }
        """);

    [Fact]
    public Task OwnAddress_CountsBeforeWhatIsSetForAll() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports(Usings + """
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.ConfigureHttpClientDefaults(all => all.ConfigureHttpClient(client => client.BaseAddress = new Uri("https://gate.contoso.com")));
                services.AddHttpClient<ErpClient>(client => client.BaseAddress = new Uri("https://erp.contoso.com"));
            }
        }
        """);

    [Fact]
    public Task OtherType_IsNotInjected() => _test.WithProperty("endpoint", "config:ErpOptions:BaseUrl/orders").WithProperty("to", "Erp").Reports(Usings + """
        class ErpOptions { public string BaseUrl { get; set; } = ""; }
        class CrmOptions { public string BaseUrl { get; set; } = ""; }
        class ErpClient(HttpClient http, ErpOptions options) { public Task Load() => http.[|GetAsync|](options.BaseUrl + "/orders"); }
        static class Setup { static void Add(IServiceCollection services) => services.AddSingleton(new CrmOptions { BaseUrl = "https://crm.contoso.com" }); }
        """);
}
