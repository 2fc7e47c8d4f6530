using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Of several registrations of one service the container gives the last; of those that are only tried, the first, and none if there is another.</summary>
public sealed class RepeatedRegistrationTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("services.AddSingleton(new Api(\"https://a\")); services.AddSingleton(new Api(\"https://b\"));", "https://b/orders")]
    [InlineData("services.AddSingleton(_ => new Api(\"https://a\")).AddSingleton(_ => new Api(\"https://b\"));", "https://b/orders")]
    [InlineData("services.AddSingleton(new Api(\"https://a\")); services.TryAddSingleton(new Api(\"https://b\"));", "https://a/orders")]
    [InlineData("services.TryAddSingleton(new Api(\"https://a\")); services.TryAddSingleton(new Api(\"https://b\"));", "https://a/orders")]
    [InlineData("services.TryAddSingleton(new Api(\"https://a\")); services.AddSingleton(new Api(\"https://b\"));", "https://b/orders")]
    [InlineData("services.AddSingleton(new Api(\"https://a\")); if (dev) { services.AddSingleton(new Api(\"https://b\")); }", "https://a/orders | https://b/orders")]
    [InlineData("if (dev) { services.AddSingleton(new Api(\"https://a\")); } else { services.AddSingleton(new Api(\"https://b\")); }", "https://a/orders | https://b/orders")]
    [InlineData("if (dev) { services.AddSingleton(new Api(\"https://a\")); return; } services.AddSingleton(new Api(\"https://b\"));", "https://a/orders | https://b/orders")]
    [InlineData("if (dev) { services.AddSingleton(new Api(\"https://a\")); } services.AddSingleton(new Api(\"https://b\"));", "https://b/orders")]
    [InlineData("if (dev) { services.AddSingleton(new Api(\"https://a\")); } services.TryAddSingleton(new Api(\"https://b\"));", "https://a/orders | https://b/orders")]
    public Task Service(string registrations, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        record Api(string Url);
        class Orders(HttpClient http, Api api) { public Task All() => http.[|GetAsync|](api.Url + "/orders"); }
        static class Startup { static void Add(IServiceCollection services, bool dev) { {{registrations}} } }
        """);

    [Fact]
    public Task RegistrationsInSeveralMethods_AreAlternatives() => _test.WithProperty("endpoint", "https://a/orders | https://b/orders").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        record Api(string Url);
        class Orders(HttpClient http, Api api) { public Task All() => http.[|GetAsync|](api.Url + "/orders"); }
        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddSingleton(new Api("https://a"));
            static void AddOther(IServiceCollection services) => services.AddSingleton(new Api("https://b"));
        }
        """);

    [Theory]
    [InlineData("services.AddHttpClient<Orders>(c => c.BaseAddress = new(\"https://a\")); services.AddHttpClient<Orders>(c => c.BaseAddress = new(\"https://b\"));", "https://b/orders")]
    [InlineData("services.AddHttpClient<Orders>(c => c.BaseAddress = new(\"https://a\")); services.AddHttpClient<Orders>();", "https://a/orders")]
    [InlineData("services.AddHttpClient<Orders>(\"x\", c => c.BaseAddress = new(\"https://a\")); services.AddHttpClient<Orders>(\"y\", c => c.BaseAddress = new(\"https://b\"));", "https://b/orders")]
    [InlineData("services.AddHttpClient<Orders>(c => c.BaseAddress = new(\"https://a\")); if (dev) { services.AddHttpClient<Orders>(c => c.BaseAddress = new(\"https://b\")); }", "https://a/orders | https://b/orders")]
    [InlineData("services.AddHttpClient<Orders>(c => c.BaseAddress = new(\"https://a\")); services.AddHttpClient<Orders>(c => { if (dev) { c.BaseAddress = new(\"https://b\"); } });", "https://a/orders | https://b/orders")]
    public Task TypedClient(string registrations, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        class Orders(HttpClient http) { public Task All() => http.[|GetAsync|]("orders"); }
        static class Startup { static void Add(IServiceCollection services, bool dev) { {{registrations}} } }
        """);

    [Fact]
    public Task NamedClient_HasTheAddressThatIsSetLast() => _test.WithProperty("endpoint", "https://b/orders").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        class Orders(IHttpClientFactory factory) { public Task All() => factory.CreateClient("erp").[|GetAsync|]("orders"); }
        static class Startup
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://a"));
                services.AddHttpClient("erp").ConfigureHttpClient(c => c.BaseAddress = new Uri("https://b"));
            }
        }
        """);

    [Fact]
    public Task ServicesOfOtherTypeArguments_AreOthers() => _test.WithProperty("endpoint", "https://a/orders | https://b/orders").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        record Api<T>(string Url);
        class Orders<T>(HttpClient http, Api<T> api) { public Task All() => http.[|GetAsync|](api.Url + "/orders"); }
        static class Startup { static void Add(IServiceCollection services) { services.AddSingleton(new Api<int>("https://a")); services.AddSingleton(new Api<string>("https://b")); } }
        """);
}
