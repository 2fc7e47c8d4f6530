using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Methods that bind a client to the address their caller gives: the call is the wiring.</summary>
public sealed class HandedWiringTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test;

    [Fact]
    public Task TypedClientOfTheCaller_IsWiredAtTheCall_AndReachedFromItsClass() => _test.Reports("""
        -- ServiceExtensions.cs
        using Microsoft.Extensions.DependencyInjection;
        static class ServiceExtensions
        {
            public static IServiceCollection AddApi<TClient>(this IServiceCollection services, string address)
                where TClient : class
            {
                services.AddHttpClient<TClient>(c => c.BaseAddress = new Uri(address));
                return services;
            }
        }
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services)
            {
                services.{|#0:AddApi|}<ErpClient>("https://erp.contoso.com");
                services.{|#1:AddApi|}<CrmClient>("https://crm.contoso.com");
            }
        }
        -- Clients.cs
        class ErpClient(HttpClient http) { public Task Orders() => http.{|#2:GetAsync|}("orders"); }
        class CrmClient(HttpClient http) { public Task Customers() => http.{|#3:GetAsync|}("customers"); }
        """,
        Wiring(0, "https://erp.contoso.com", "M:ServiceExtensions.AddApi``1(Microsoft.Extensions.DependencyInjection.IServiceCollection,System.String)"),
        Wiring(1, "https://crm.contoso.com", "M:ServiceExtensions.AddApi``1(Microsoft.Extensions.DependencyInjection.IServiceCollection,System.String)"),
        Site(2, "https://erp.contoso.com/orders"),
        Site(3, "https://crm.contoso.com/customers"));

    [Fact]
    public Task NamedClientOfTheCaller() => _test.Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class ServiceExtensions
        {
            public static void AddApi(this IServiceCollection services, string name, Uri address) => services.AddHttpClient(name, c => c.BaseAddress = address);
        }
        static class Registrations { static void Add(IServiceCollection services) => services.{|#0:AddApi|}("erp", new Uri("https://erp.contoso.com")); }
        class C(IHttpClientFactory factory) { Task M() => factory.CreateClient("erp").{|#1:GetAsync|}("orders"); }
        """,
        Wiring(0, "https://erp.contoso.com", "M:ServiceExtensions.AddApi(Microsoft.Extensions.DependencyInjection.IServiceCollection,System.String,System.Uri)"),
        Site(1, "https://erp.contoso.com/orders"));

    [Fact]
    public Task SettingsOfTheCaller_AreToldWhereTheAddressIsSet_UnlessCallersSayDifferently() => _test.Reports("""
        -- Settings.cs
        class OrderSettings { public string BaseUrl { get; set; } public string Key { get; set; } }
        class AllSettings { public OrderSettings Orders { get; set; } public OrderSettings Old { get; set; } public OrderSettings New { get; set; } }
        -- ServiceExtensions.cs
        using Microsoft.Extensions.DependencyInjection;
        static class ServiceExtensions
        {
            public static IServiceCollection AddOrders(this IServiceCollection services, OrderSettings settings)
            {
                services.{|#0:AddHttpClient|}<OrderClient>(c => c.BaseAddress = new Uri(settings.BaseUrl));
                return services;
            }
            public static void AddAll(this IServiceCollection services, AllSettings settings) => services.AddOrders(settings.Orders);
            public static void AddEither(this IServiceCollection services, string name, OrderSettings settings) => services.AddHttpClient(name, c => c.BaseAddress = new Uri(settings.BaseUrl));
            public static void AddBranches(this IServiceCollection services, OrderSettings settings) => services.AddHttpClient("b", c =>
            {
                if (settings.Key == "x") { c.BaseAddress = new Uri(settings.BaseUrl); } else { c.BaseAddress = new Uri(settings.BaseUrl + "/y"); }
            });
            public static void AddAny<T>(this IServiceCollection services, OrderSettings settings) where T : class => services.AddHttpClient<T>(c => c.BaseAddress = new Uri(settings.BaseUrl));
            static readonly Dictionary<Type, string> _urls = new();
            public static void AddKept<T>(this IServiceCollection services, OrderSettings settings) { _urls[typeof(T)] = settings.BaseUrl; }
        }
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                var settings = configuration.GetSection("All").Get<AllSettings>();
                services.AddAll(settings);
                services.{|#1:AddEither|}("old", settings.Old);
                services.{|#2:AddEither|}("new", settings.New);
                services.{|#4:AddBranches|}(settings.Old);
                services.{|#5:AddAny|}<string>(settings.Old);
                services.{|#6:AddKept|}<string>(settings.Old);
            }
        }
        -- Clients.cs
        class OrderClient(HttpClient http) { public Task Orders() => http.{|#3:GetAsync|}("orders"); }
        """,
        Wiring(0, "config:All:Orders:BaseUrl"),
        Wiring(1, "config:All:Old:BaseUrl", "M:ServiceExtensions.AddEither(Microsoft.Extensions.DependencyInjection.IServiceCollection,System.String,OrderSettings)"),
        Wiring(2, "config:All:New:BaseUrl", "M:ServiceExtensions.AddEither(Microsoft.Extensions.DependencyInjection.IServiceCollection,System.String,OrderSettings)"),
        Site(3, "config:All:Orders:BaseUrl/orders"),
        Wiring(4, "config:All:Old:BaseUrl | config:All:Old:BaseUrl/y"),
        Wiring(5, "config:All:Old:BaseUrl"),
        Wiring(6, "config:All:Old:BaseUrl"));

    [Fact]
    public Task MethodBetween_IsInVia() => _test.Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class ServiceExtensions
        {
            public static void AddSystem<T>(this IServiceCollection services, string name) where T : class => services.AddApi<T>($"https://{name}.contoso.com");
            static void AddApi<T>(this IServiceCollection services, string address) where T : class => services.AddHttpClient<T>().ConfigureHttpClient(c => c.BaseAddress = new Uri(address));
        }
        static class Registrations { static void Add(IServiceCollection services) => services.{|#0:AddSystem|}<ErpClient>("erp"); }
        class ErpClient(HttpClient http) { public Task Orders() => http.{|#1:GetAsync|}("orders"); }
        """,
        Wiring(
            0,
            "https://erp.contoso.com",
            "M:ServiceExtensions.AddSystem``1(Microsoft.Extensions.DependencyInjection.IServiceCollection,System.String) ← M:ServiceExtensions.AddApi``1(Microsoft.Extensions.DependencyInjection.IServiceCollection,System.String)"),
        Site(1, "https://erp.contoso.com/orders"));

    [Fact]
    public Task ConfigurationOfTheCaller_NamesTheSystem() => _test.WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" } }""").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class ServiceExtensions
        {
            public static void AddApi<T>(this IServiceCollection services, string address) where T : class => services.AddHttpClient<T>(c => c.BaseAddress = new Uri(address));
        }
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration) => services.{|#0:AddApi|}<ErpClient>(configuration["Erp:Url"]!);
        }
        class ErpClient(HttpClient http) { public Task Orders() => http.{|#1:GetAsync|}("orders"); }
        """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com"),
        Site(1, "https://erp.contoso.com/orders"));

    [Fact]
    public Task SectionNameOfTheCaller_NamesTheSystem() => _test.WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" }, "Crm": { "Url": "https://crm.contoso.com" } }""").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class ServiceExtensions
        {
            public static void AddApi<T>(this IServiceCollection services, IConfiguration configuration, string section) where T : class =>
                services.AddHttpClient<T>(c => c.BaseAddress = new Uri(configuration[$"{section}:Url"]!));
        }
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.{|#0:AddApi|}<ErpClient>(configuration, "Erp");
                services.{|#2:AddApi|}<CrmClient>(configuration, "Crm");
            }
        }
        class ErpClient(HttpClient http) { public Task Orders() => http.{|#1:GetAsync|}("orders"); }
        class CrmClient(HttpClient http) { public Task Customers() => http.{|#3:GetAsync|}("customers"); }
        """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com"),
        Site(1, "https://erp.contoso.com/orders"),
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(2).WithProperty("endpoint", "https://crm.contoso.com"),
        Site(3, "https://crm.contoso.com/customers"));

    [Fact]
    public Task MethodThatDecidesByItself_IsToldInItself() => _test.Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class ServiceExtensions
        {
            public static void AddErp(this IServiceCollection services, int timeout) => services.{|P2P1003:AddHttpClient|}<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        static class Registrations { static void Add(IServiceCollection services) => services.AddErp(30); }
        class ErpClient(HttpClient http) { public Task Orders() => http.[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task BaseAddressThatAMethodSetsOnAGivenClient() => _test.Reports("""
        static class Clients
        {
            public static HttpClient At(string address) { var http = new HttpClient(); http.BaseAddress = new Uri(address); return http; }
        }
        class C
        {
            readonly HttpClient erp = Clients.{|#0:At|}("https://erp.contoso.com");
            readonly HttpClient crm = Clients.{|#1:At|}("https://crm.contoso.com");
            Task A() => erp.{|#2:GetAsync|}("orders");
            Task B() => crm.{|#3:GetAsync|}("customers");
        }
        """,
        Wiring(0, "https://erp.contoso.com", "M:Clients.At(System.String)"),
        Wiring(1, "https://crm.contoso.com", "M:Clients.At(System.String)"),
        Site(2, "https://erp.contoso.com/orders"),
        Site(3, "https://crm.contoso.com/customers"));

    [Fact]
    public Task WrapperThatSetsTheAddressOfItsOwnCall_IsACallAndNoWiring() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api
        {
            public async Task Get(string root, string path)
            {
                using var http = new HttpClient();
                http.BaseAddress = new Uri(root);
                await http.GetAsync(path);
            }
        }
        class C(Api api) { Task M() => api.[|Get|]("https://erp.contoso.com", "orders"); }
        """);

    [Fact]
    public Task AddressKeptUnderAType_IsAWiring() => _test.Reports("""
        class Order;
        class Urls
        {
            readonly Dictionary<Type, string> urls = new();
            public Urls Add<T>(string url) { urls[typeof(T)] = url; return this; }
            public string For<T>() => urls[typeof(T)];
        }
        class Api(HttpClient http, Urls urls) { public Task Get<T>() => http.GetAsync(urls.For<T>()); }
        static class Program { static Urls Make() => new Urls().{|P2P1003:Add|}<Order>("https://erp.contoso.com/orders"); }
        class C(Api api) { Task M() => api.[|Get|]<Order>(); }
        """);

    [Fact]
    public Task NobodyCallsIt_IsUnknownAndQuiet() => _test.IsQuiet("""
        using Microsoft.Extensions.DependencyInjection;
        static class ServiceExtensions
        {
            public static void AddApi<T>(this IServiceCollection services, string address) where T : class => services.AddHttpClient<T>(c => c.BaseAddress = new Uri(address));
        }
        """);

    private static DiagnosticResult Wiring(int location, string endpoint, string via) => new DiagnosticResult(RuleIds.DirectWiring).WithLocation(location)
        .WithProperty("endpoint", endpoint).WithProperty("via", via).WithProperty("kind", "wiring");

    private static DiagnosticResult Wiring(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectWiring).WithLocation(location).WithProperty("endpoint", endpoint);

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);

    [Fact]
    public Task AddressInAnObjectOfTheCaller_ThatALibrarysRegistrationGets_IsWiredAtTheCall() => AnalyzerTest.For<PointToPoint.Analyzers.Rules.CouplingAnalyzer>().WithDefaultRule(RuleIds.DirectWiring).WithProperty("to", "mail.contoso.com").Reports("""
        using System.Net.Mail;
        class MailConfig { public string Host { get; set; } = ""; }
        static class ServiceExtensions
        {
            public static object AddMail(MailConfig config) => Make(config);
            private static object Make(MailConfig config) => new SmtpClient(config.Host, 25);
        }
        static class Registrations
        {
            static object Add() => ServiceExtensions.[|AddMail|](new MailConfig { Host = "mail.contoso.com" });
            static object Own() => ServiceExtensions.AddMail(new MailConfig { Host = "localhost" });
        }
        """);

    [Fact]
    public Task GenericClassThatSetsItsAddress_IsAWiring_ThoughItsMethodsHaveCallers() => _test
        .IgnoringRules(RuleIds.DirectHttpCall)
        .WithDefaultRule(RuleIds.DirectWiring)
        .WithProperty("endpoint", "https://erp.contoso.com/{}")
        .Reports("""
            class Api<T>
            {
                readonly HttpClient http = new();
                public Api() => http.[|BaseAddress|] = new Uri("https://erp.contoso.com/" + typeof(T).Name);
                public Task Get() => http.GetAsync("open");
            }
            class C { Task M() => new Api<C>().Get(); }
            """);

    [Theory]
    [InlineData("IConfigurationSection section", "var settings = section.Get<ApiSettings>()!;", "configuration.GetSection(\"Erp\")", "configuration.GetRequiredSection(\"Crm\")")]
    [InlineData("IConfigurationSection section", "var settings = new ApiSettings(); section.Bind(settings);", "configuration.GetSection(\"Erp\")", "configuration.GetSection(\"Crm\")")]
    [InlineData("IConfiguration configuration, string name", "var settings = new ApiSettings(); configuration.GetSection(name).Bind(settings);", "configuration, \"Erp\"", "configuration, \"Crm\"")]
    [InlineData("ApiSettings settings", "", "configuration.GetSection(\"Erp\").Get<ApiSettings>()!", "configuration.GetSection(\"Crm\").Get<ApiSettings>()!")]
    [InlineData("Action<ApiSettings> configure", "var settings = new ApiSettings(); configure(settings);", "o => o.Url = configuration[\"Erp:Url\"]!", "o => o.Url = configuration[\"Crm:Url\"]!")]
    public Task SettingsOfTheCaller_AreWiredAtEachCall(string parameter, string body, string first, string second) => _test
        .WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" }, "Crm": { "Url": "https://crm.contoso.com" }, "Hr": { "Url": "https://hr.contoso.com" } }""")
        .Reports(
            $$"""
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            class ApiSettings { public string Url { get; set; } = ""; }
            static class Setup
            {
                static IHttpClientBuilder AddApi<T>(this IServiceCollection services, {{parameter}}) where T : class
                {
                    {{body}}
                    return services.AddHttpClient<T>(http => http.BaseAddress = new Uri(settings.Url));
                }
                static IHttpClientBuilder AddOther<T>(this IServiceCollection services, Action<ApiSettings> configure) where T : class
                {
                    var settings = new ApiSettings();
                    configure(settings);
                    return services.AddHttpClient<T>(http => http.BaseAddress = new Uri(settings.Url));
                }
                static void Add(IServiceCollection services, IConfiguration configuration)
                {
                    services.{|#0:AddApi|}<ErpClient>({{first}});
                    services.{|#1:AddApi|}<CrmClient>({{second}});
                    services.{|#2:AddOther|}<HrClient>(o => o.Url = configuration["Hr:Url"]!);
                }
            }
            class ErpClient(HttpClient http) { public Task Orders() => http.{|#3:GetAsync|}("orders"); }
            class CrmClient(HttpClient http) { public Task Customers() => http.{|#4:GetAsync|}("customers"); }
            class HrClient(HttpClient http) { public Task People() => http.{|#5:GetAsync|}("people"); }
            """,
            Wiring(0, "https://erp.contoso.com"),
            Wiring(1, "https://crm.contoso.com"),
            Wiring(2, "https://hr.contoso.com"),
            Site(3, "https://erp.contoso.com/orders"),
            Site(4, "https://crm.contoso.com/customers"),
            Site(5, "https://hr.contoso.com/people"));
}
