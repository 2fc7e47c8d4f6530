using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Of several implementations the one that a registration names is injected: <c>AddSingleton&lt;IUrls, Urls>()</c>.</summary>
public sealed class RegisteredClassTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("services.AddSingleton<IUrls, Urls>();")]
    [InlineData("services.AddScoped<IUrls, Urls>();")]
    [InlineData("services.AddTransient(typeof(IUrls), typeof(Urls));")]
    [InlineData("services.TryAddSingleton<IUrls, Urls>();")]
    [InlineData("services.AddSingleton<IUrls, OldUrls>(); services.AddSingleton<IUrls, Urls>();")]
    [InlineData("services.AddSingleton<IUrls, Urls>(); services.TryAddSingleton<IUrls, OldUrls>();")]
    [InlineData("services.AddSingleton<OldUrls>().AddSingleton<IUrls, Urls>();")]
    [InlineData("services.AddSingleton<IUrls>(_ => new OldUrls()); services.AddSingleton<IUrls, Urls>();")]
    [InlineData("Add<Urls>(services); static void Add<T>(IServiceCollection services) where T : class, IUrls => services.AddSingleton<IUrls, T>();")]
    public Task RegisteredClass_IsTheOneThatIsInjected(string registration) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        static class Registrations { static void Register(IServiceCollection services) { {{registration}} } }
        {{Urls}}
        -- C.cs
        class C(HttpClient http, IUrls urls) { Task M() => http.[|GetAsync|](urls.Erp + "/orders"); }
        -- D.cs
        class D { readonly HttpClient _http = new(); readonly IUrls _urls; public D(IUrls urls) { _urls = urls; } Task M() => _http.[|GetAsync|](_urls.For("orders")); }
        -- E.cs
        using Microsoft.Extensions.DependencyInjection;
        class E(HttpClient http, IServiceProvider services) { Task M() => http.[|GetAsync|](services.GetRequiredService<IUrls>().Erp + "/orders"); }
        -- F.cs
        using Microsoft.AspNetCore.Builder;
        static class F { static void Map(WebApplication app) => app.MapGet("/", (IUrls urls, HttpClient http) => http.[|GetAsync|](urls.Erp + "/orders")); }
        """);

    [Theory]
    [InlineData("if (services.Count > 0) { services.AddSingleton<IUrls, Urls>(); } else { services.AddSingleton<IUrls, OldUrls>(); }", "class C(HttpClient http, IUrls urls) { Task M() => http.[|GetAsync|](urls.Erp); }")]
    [InlineData("services.AddKeyedSingleton<IUrls, Urls>(\"erp\");", "class C(HttpClient http, IUrls urls) { Task M() => http.[|GetAsync|](urls.Erp); }")]
    [InlineData("services.AddSingleton<IUrls, OldUrls>(); services.AddSingleton<IUrls, Urls>();", "class C(HttpClient http, IEnumerable<IUrls> all) { IEnumerable<Task> M() => all.Select(urls => http.[|GetAsync|](urls.Erp)); }")]
    [InlineData("", "class C(HttpClient http, IUrls urls) { Task M() => http.[|GetAsync|](urls.Erp); }")]
    public Task WhereRegistrationsDontTell_AllAreAlternatives(string registration, string user) => _test.WithProperty("endpoint", "https://erp.contoso.com | https://old.contoso.com").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations { static void Register(IServiceCollection services) { {{registration}} } }
        {{Urls}}
        -- C.cs
        {{user}}
        """);

    [Fact]
    public Task TypedClientOfAnInterface_IsTheImplementationItIsRegisteredWith() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations { static void Register(IServiceCollection services) => services.AddHttpClient<IApi, Api>(); }
        -- Api.cs
        interface IApi { Task Get(string path); }
        class Api(HttpClient http) : IApi { public Task Get(string path) => http.GetAsync("https://erp.contoso.com/" + path); }
        class OldApi(HttpClient http) : IApi { public Task Get(string path) => http.GetAsync("https://old.contoso.com/" + path); }
        -- C.cs
        class C(IApi api) { Task M() => api.[|Get|]("orders"); }
        """);

    [Fact]
    public Task OpenGenericClass_IsThatOfTheTypesWithoutOneOfTheirOwn() => _test
        .Reports("""
            using Microsoft.Extensions.DependencyInjection;
            class Order; class Customer;
            interface IUrls<T> { string Root { get; } }
            class Urls<T> : IUrls<T> { public string Root => "https://erp.contoso.com"; }
            class CustomerUrls : IUrls<Customer> { public string Root => "https://crm.contoso.com"; }
            class OldUrls<T> : IUrls<T> { public string Root => "https://old.contoso.com"; }
            static class Registrations { static void Register(IServiceCollection services) { services.AddSingleton<IUrls<Customer>, CustomerUrls>(); services.AddSingleton(typeof(IUrls<>), typeof(Urls<>)); } }
            class C(HttpClient http, IUrls<Order> orders, IUrls<Customer> customers) { Task M() => http.{|#0:GetAsync|}(orders.Root); Task N() => http.{|#1:GetAsync|}(customers.Root); }
            """,
            new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com"),
            new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://crm.contoso.com"));

    [Theory]
    [InlineData("provider.GetRequiredService<Urls>().Erp")]
    [InlineData("provider.GetService<Urls>()!.Erp")]
    [InlineData("((Urls)provider.GetService(typeof(Urls))!).Erp")]
    [InlineData("provider.CreateScope().ServiceProvider.GetRequiredService<Urls>().Erp")]
    [InlineData("Get<Urls>().Erp")]
    public Task ObjectThatIsAskedForByHand_IsTheRegisteredOne(string read) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        class Urls(string erp) { public string Erp => erp; }
        class C(HttpClient http, IServiceProvider provider) { T Get<T>() where T : notnull => provider.GetRequiredService<T>(); Task M() => http.[|GetAsync|]({{read}} + "/orders"); }
        static class R { static void Add(IServiceCollection services) => services.AddSingleton(new Urls("https://erp.contoso.com")); }
        """);

    [Theory]
    [InlineData("provider.GetRequiredService<IHandler<T>>().Handle(request)")]
    [InlineData("((IHandler<T>)provider.GetService(typeof(IHandler<T>))!).Handle(request)")]
    public Task MediatorThatAsksForTheHandler_HandsItTheRequest(string send) => _test
        .Reports($$"""
            using Microsoft.Extensions.DependencyInjection;
            interface IHandler<T> { Task Handle(T request); }
            class Mediator(IServiceProvider provider) { public Task Send<T>(T request) => {{send}}; }
            record LoadOrder(string Path);
            record LoadCustomer(string Path);
            class OrderHandler(HttpClient http) : IHandler<LoadOrder> { public Task Handle(LoadOrder request) => http.GetAsync("https://erp.contoso.com/" + request.Path); }
            class CustomerHandler(HttpClient http) : IHandler<LoadCustomer> { public Task Handle(LoadCustomer request) => http.GetAsync("https://crm.contoso.com/" + request.Path); }
            class C(Mediator mediator) { Task M() => mediator.{|#0:Send|}(new LoadOrder("orders")); Task N() => mediator.{|#1:Send|}(new LoadCustomer("customers")); }
            """,
            new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/orders"),
            new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://crm.contoso.com/customers"));

    private const string Urls = """
        -- Urls.cs
        interface IUrls { string Erp { get; } string For(string name); }
        class Urls : IUrls { public string Erp => "https://erp.contoso.com"; public string For(string name) => "https://erp.contoso.com/" + name; }
        class OldUrls : IUrls { public string Erp => "https://old.contoso.com"; public string For(string name) => "https://old.contoso.com/" + name; }
        """;
}
