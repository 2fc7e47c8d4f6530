using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Of several registrations of one generic class or interface the one that is asked for counts: by type argument, and by key.</summary>
public sealed class ServiceSelectionTests
{
    private const string Usings = """
        using Microsoft.Extensions.DependencyInjection;
        class Cat; class Dog;

        """;

    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Fact]
    public Task TypedClientOfATypeArgument_IsThatOfTheArgument() => _test.Reports(Usings + """
        interface IC<T> { Task Load(); Task Find(int id); }
        class Cc<T>(HttpClient http) : IC<T> { public Task Load() => http.GetAsync("all"); public Task Find(int id) => http.GetAsync($"one/{id}"); }
        class Cats(IC<Cat> cats) { Task M() => cats.{|#0:Load|}(); }
        class Dogs(Cc<Dog> dogs) { Task M() => dogs.{|#1:Load|}(); Task N() => dogs.{|#2:Find|}(3); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient<IC<Cat>, Cc<Cat>>(c => c.BaseAddress = new Uri("https://crm.contoso.com"));
                services.AddHttpClient<IC<Dog>, Cc<Dog>>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
            }
        }
        """,
        Site(0, "https://crm.contoso.com/all"),
        Site(1, "https://erp.contoso.com/all"),
        Site(2, "https://erp.contoso.com/one/3"));

    [Fact]
    public Task TypedClientOfATypeArgument_RegisteredByAMethod() => _test.Reports(Usings + """
        interface IC<T> { Task Load(); }
        class Cc<T>(HttpClient http) : IC<T> { public Task Load() => http.GetAsync("all"); }
        class Cats(IC<Cat> cats) { Task M() => cats.{|#0:Load|}(); }
        class Dogs(IC<Dog> dogs) { Task M() => dogs.{|#1:Load|}(); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddApi<Cat>("https://crm.contoso.com");
                services.AddApi<Dog>("https://erp.contoso.com");
            }
            static void AddApi<T>(this IServiceCollection services, string url) => services.AddHttpClient<IC<T>, Cc<T>>(c => c.BaseAddress = new Uri(url));
        }
        """,
        Site(0, "https://crm.contoso.com/all"),
        Site(1, "https://erp.contoso.com/all"));

    [Fact]
    public Task OneRegistrationOnly_IsToldInTheClass() => _test.Reports(Usings + """
        class Cc<T>(HttpClient http) { public Task Load() => http.{|#0:GetAsync|}("all"); }
        class Cats(Cc<Cat> cats) { Task M() => cats.Load(); }
        static class Setup { static void Add(IServiceCollection services) => services.AddHttpClient<Cc<Cat>>(c => c.BaseAddress = new Uri("https://crm.contoso.com")); }
        """,
        Site(0, "https://crm.contoso.com/all"));

    [Fact]
    public Task NobodyCallsIt_IsAnyOfThem() => _test.Reports(Usings + """
        class Cc<T>(HttpClient http) { public Task Load() => http.{|#0:GetAsync|}("all"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient<Cc<Cat>>(c => c.BaseAddress = new Uri("https://crm.contoso.com"));
                services.AddHttpClient<Cc<Dog>>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
            }
        }
        """,
        Site(0, "https://crm.contoso.com/all | https://erp.contoso.com/all"));

    [Fact]
    public Task DerivedClient_IsThatOfItsBasesArgument() => _test.Reports(Usings + """
        abstract class Cc<T>(HttpClient http) { protected Task Get(string path) => http.GetAsync(path); }
        class CatClient(HttpClient http) : Cc<Cat>(http) { public Task Load() => {|#0:Get|}("cats"); }
        class DogClient(HttpClient http) : Cc<Dog>(http) { public Task Load() => {|#1:Get|}("dogs"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient<CatClient>(c => c.BaseAddress = new Uri("https://crm.contoso.com"));
                services.AddHttpClient<DogClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
            }
        }
        """,
        Site(0, "https://crm.contoso.com/cats"),
        Site(1, "https://erp.contoso.com/dogs"));

    [Fact]
    public Task ServiceOfATypeArgument_IsThatOfTheArgument() => _test.Reports(Usings + """
        interface ISvc<T> { Task Load(string path); }
        class Svc<T>(string url) : ISvc<T> { readonly HttpClient http = new(); public Task Load(string path) => http.GetAsync(url + path); }
        class Cats(ISvc<Cat> cats) { Task M() => cats.{|#0:Load|}("/cats"); }
        class Dogs(IServiceProvider services) { Task M() => services.GetRequiredService<ISvc<Dog>>().{|#1:Load|}("/dogs"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddSingleton<ISvc<Cat>>(new Svc<Cat>("https://crm.contoso.com"));
                services.AddSingleton<ISvc<Dog>>(_ => new Svc<Dog>("https://erp.contoso.com"));
            }
        }
        """,
        Site(0, "https://crm.contoso.com/cats"),
        Site(1, "https://erp.contoso.com/dogs"));

    [Fact]
    public Task SettingsOfATypeArgument() => _test.Reports(Usings + """
        class Settings<T> { public string Url { get; init; } = ""; }
        class Cats(HttpClient http, Settings<Cat> settings) { Task M() => http.{|#0:GetAsync|}(settings.Url + "/cats"); }
        class Dogs(HttpClient http, Settings<Dog> settings) { Task M() => http.{|#1:GetAsync|}(settings.Url + "/dogs"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddSingleton(new Settings<Cat> { Url = "https://crm.contoso.com" });
                services.AddSingleton(new Settings<Dog> { Url = "https://erp.contoso.com" });
            }
        }
        """,
        Site(0, "https://crm.contoso.com/cats"),
        Site(1, "https://erp.contoso.com/dogs"));

    [Theory]
    [InlineData("class A([FromKeyedServices(\"a\")] IErp erp) { Task M() => erp.{|#0:Load|}(\"/orders\"); }")]
    [InlineData("class A { readonly IErp _erp; public A([FromKeyedServices(\"a\")] IErp erp) => _erp = erp; Task M() => _erp.{|#0:Load|}(\"/orders\"); }")]
    [InlineData("class A(IServiceProvider services) { Task M() => services.GetRequiredKeyedService<IErp>(\"a\").{|#0:Load|}(\"/orders\"); }")]
    public Task KeyedService_IsTheOneOfItsKey(string user) => _test.Reports(Usings + $$"""
        interface IErp { Task Load(string path); }
        class Erp(string url) : IErp { readonly HttpClient http = new(); public Task Load(string path) => http.GetAsync(url + path); }
        {{user}}
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddKeyedSingleton<IErp>("a", (sp, k) => new Erp("https://a.contoso.com"));
                services.AddKeyedSingleton<IErp>("b", new Erp("https://b.contoso.com"));
            }
        }
        """,
        Site(0, "https://a.contoso.com/orders"));

    [Theory]
    [InlineData("Which.A", "Which.B")]
    [InlineData("1", "2")]
    [InlineData("typeof(Cat)", "typeof(Dog)")]
    public Task KeysThatAreNoTexts_AreToldApart(string first, string second) => _test.Reports(Usings + $$"""
        enum Which { A, B }
        interface IErp { Task Load(string path); }
        class Erp(string url) : IErp { readonly HttpClient http = new(); public Task Load(string path) => http.GetAsync(url + path); }
        class A([FromKeyedServices({{first}})] IErp erp) { Task M() => erp.{|#0:Load|}("/orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddErp({{first}}, "https://a.contoso.com");
                services.AddErp({{second}}, "https://b.contoso.com");
                services.AddSingleton<IErp>(new Erp("https://c.contoso.com"));
            }
            static void AddErp(this IServiceCollection services, object key, string url) => services.AddKeyedSingleton<IErp>(key, (sp, k) => new Erp(url));
        }
        """,
        Site(0, "https://a.contoso.com/orders"));

    [Fact]
    public Task ServiceThatAMethodMakes_IsWhatItReturns() => _test.Reports(Usings + """
        interface IErp { Task Load(string path); }
        class Erp(string url) : IErp { readonly HttpClient http = new(); public Task Load(string path) => http.GetAsync(url + path); }
        class A(IErp erp) { Task M() => erp.{|#0:Load|}("/orders"); }
        class B([FromKeyedServices("b")] IErp erp) { Task M() => erp.{|#1:Load|}("/orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddSingleton<IErp>(Make);
                services.AddKeyedScoped<IErp>("b", For("https://b.contoso.com"));
            }
            static IErp Make(IServiceProvider services) => new Erp("https://a.contoso.com");
            static Func<IServiceProvider, object?, IErp> For(string url) => (services, key) => new Erp(url);
        }
        """,
        Site(0, "https://a.contoso.com/orders"),
        Site(1, "https://b.contoso.com/orders"));

    [Fact]
    public Task KeyedServiceWithoutParameters_IsToldWithItsKey() => _test.Reports(Usings + """
        interface IErp { Task Load(); }
        class Erp(string url) : IErp { readonly HttpClient http = new(); public Task Load() => http.{|#0:GetAsync|}(url + "/orders"); }
        class A([FromKeyedServices("a")] IErp erp) { Task M() => erp.Load(); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddKeyedSingleton<IErp>("a", (sp, k) => new Erp("https://a.contoso.com"));
                services.AddKeyedSingleton<IErp>("b", (sp, k) => new Erp("https://b.contoso.com"));
            }
        }
        """,
        Site(0, "https://a.contoso.com/orders | https://b.contoso.com/orders"));

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);
}
