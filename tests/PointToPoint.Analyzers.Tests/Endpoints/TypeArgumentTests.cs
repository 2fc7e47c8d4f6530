using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Generic clients whose type argument says where they go: each use has its own answer.</summary>
public sealed class TypeArgumentTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    private const string Settings = """
        interface ISettings { string Url { get; } }
        class ErpSettings : ISettings { public string Url => "https://erp.contoso.com"; }
        class CrmSettings : ISettings { public string Url => "https://crm.contoso.com"; }

        """;

    private const string Usings = """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        """;

    [Theory]
    [InlineData("class Api<T>(HttpClient http, T settings) where T : ISettings { public Task Get(string path) => http.GetAsync(settings.Url + path); }")]
    [InlineData("class Api<T> where T : ISettings { readonly HttpClient http; readonly string root; public Api(HttpClient http, T settings) { this.http = http; root = settings.Url; } public Task Get(string path) => http.GetAsync(root + path); }")]
    [InlineData("class Api<T>(HttpClient http) where T : ISettings, new() { public Task Get(string path) => http.GetAsync(new T().Url + path); }")]
    [InlineData("class Api<T> where T : ISettings { readonly HttpClient http; public Api(HttpClient http, T settings) { this.http = http; http.BaseAddress = new Uri(settings.Url); } public Task Get(string path) => http.GetAsync(path); }")]
    public Task SettingsOfTheTypeArgument(string api) => _test.Reports(
        Settings + api + """

        class A(Api<ErpSettings> api) { Task M() => api.{|#0:Get|}("/orders"); }
        class B { readonly Api<CrmSettings> _api; public B(Api<CrmSettings> api) => _api = api; Task M() => _api.{|#1:Get|}("/customers"); }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://crm.contoso.com/customers"));

    [Fact]
    public Task SettingsThatADerivedClassPassesUp() => _test.Reports(
        Settings + """
        abstract class Api<T>(HttpClient http, T settings) where T : ISettings { protected Task Get(string path) => http.GetAsync(settings.Url + path); }
        class ErpApi(HttpClient http, ErpSettings settings) : Api<ErpSettings>(http, settings) { public Task Orders() => {|#0:Get|}("/orders"); }
        class CrmApi(HttpClient http, CrmSettings settings) : Api<CrmSettings>(http, settings) { public Task Customers() => {|#1:Get|}("/customers"); }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://crm.contoso.com/customers"));

    [Theory]
    [InlineData("T settings", "settings.Url")]
    [InlineData("IOptions<T> settings", "settings.Value.Url")]
    public Task BoundOptionsOfTheTypeArgument_ThroughAnInterface(string parameter, string read) => _test.Reports(
        Usings + $$"""
        interface ISettings { string Url { get; } }
        class ErpSettings : ISettings { public string Url { get; set; } = ""; }
        class CrmSettings : ISettings { public string Url { get; set; } = ""; }
        interface IApi<T> { Task Get(string path); }
        class Api<T>(HttpClient http, {{parameter}}) : IApi<T> where T : class, ISettings { public Task Get(string path) => http.GetAsync({{read}} + path); }
        class A(IApi<ErpSettings> api) { Task M() => api.{|#0:Get|}("/orders"); }
        class B(IApi<CrmSettings> api) { Task M() => api.{|#1:Get|}("/customers"); }
        static class Setup
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.Configure<ErpSettings>(configuration.GetSection("Services:Erp"));
                services.Configure<CrmSettings>(configuration.GetSection("Services:Crm"));
                services.AddSingleton(sp => sp.GetRequiredService<IOptions<ErpSettings>>().Value);
                services.AddSingleton(sp => sp.GetRequiredService<IOptions<CrmSettings>>().Value);
                services.AddTransient(typeof(IApi<>), typeof(Api<>));
            }
        }
        """,
        Site(0, "config:Services:Erp:Url/orders"),
        Site(1, "config:Services:Crm:Url/customers"));

    [Fact]
    public Task SettingsThatAGenericClassPassesUp_AreThoseOfTheTypeArgument() => EndpointTest.Test
        .WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" }, "Crm": { "Url": "https://crm.contoso.com" } }""")
        .Reports(
            Usings + """
            interface IApiConfiguration { string Url { get; set; } }
            class ErpConfiguration : IApiConfiguration { public string Url { get; set; } = ""; }
            class CrmConfiguration : IApiConfiguration { public string Url { get; set; } = ""; }
            class LoansConfiguration : IApiConfiguration { public string Url { get; set; } = ""; }
            interface IBound<T> { Task Get(string path); }
            interface IJoining<T> { Task Get(string path); }
            abstract class BoundBase<TSettings> where TSettings : IApiConfiguration
            {
                protected readonly HttpClient Http;
                protected BoundBase(IHttpClientFactory factory, TSettings settings) { Http = factory.CreateClient(); Http.BaseAddress = new Uri(settings.Url); }
            }
            class Bound<T> : BoundBase<T>, IBound<T> where T : IApiConfiguration
            {
                public Bound(IHttpClientFactory factory, T settings) : base(factory, settings) { }
                public Task Get(string path) => Http.GetAsync(path);
            }
            abstract class JoiningBase<T> where T : IApiConfiguration
            {
                readonly HttpClient http;
                readonly T settings;
                protected JoiningBase(HttpClient http, T settings) { this.http = http; this.settings = settings; }
                protected Task Send(string path) => http.GetAsync(settings.Url + path);
            }
            class Joining<T>(HttpClient http, T settings) : JoiningBase<T>(http, settings), IJoining<T> where T : IApiConfiguration { public Task Get(string path) => Send(path); }
            class A(IBound<ErpConfiguration> bound, IJoining<ErpConfiguration> joining) { Task M() => bound.{|#0:Get|}("orders"); Task N() => joining.{|#1:Get|}("/orders"); }
            class B(IBound<CrmConfiguration> bound, IJoining<CrmConfiguration> joining) { Task M() => bound.{|#2:Get|}("customers"); Task N() => joining.{|#3:Get|}("/customers"); }
            class C(IBound<LoansConfiguration> bound) { Task M() => bound.{|#4:Get|}("loans"); }
            interface IInherited<T> { Task Get(string path); }
            abstract class InheritedBase<TSettings> : IInherited<TSettings> where TSettings : IApiConfiguration
            {
                readonly HttpClient http;
                protected InheritedBase(IHttpClientFactory factory, TSettings settings) { http = factory.CreateClient(); http.BaseAddress = new Uri(settings.Url); }
                public Task Get(string path) => http.GetAsync(path);
            }
            class Inherited<T>(IHttpClientFactory factory, T settings) : InheritedBase<T>(factory, settings) where T : IApiConfiguration;
            class Between(IBound<ErpConfiguration> bound) { public Task Get(string path) => bound.Get(path); }
            class D(IInherited<ErpConfiguration> inherited, Between between) { Task M() => inherited.{|#5:Get|}("orders"); Task N() => between.{|#6:Get|}("orders"); }
            static class Setup
            {
                static void Add(IServiceCollection services, IConfiguration configuration)
                {
                    services.Configure<ErpConfiguration>(configuration.GetSection("Erp"));
                    services.AddSingleton(sp => sp.GetRequiredService<IOptions<ErpConfiguration>>().Value);
                    services.AddSingleton(configuration.GetSection("Crm").Get<CrmConfiguration>()!);
                    services.AddTransient(typeof(IBound<>), typeof(Bound<>));
                    services.AddTransient(typeof(IJoining<>), typeof(Joining<>));
                    services.AddTransient(typeof(IInherited<>), typeof(Inherited<>));
                }
            }
            """,
            Site(0, "https://erp.contoso.com/orders"),
            Site(1, "https://erp.contoso.com/orders"),
            Site(2, "https://crm.contoso.com/customers"),
            Site(3, "https://crm.contoso.com/customers"),
            Site(4, "config:LoansConfiguration:Url/loans"),
            Site(5, "https://erp.contoso.com/orders"),
            Site(6, "https://erp.contoso.com/orders"));

    [Theory]
    [InlineData("public Task Get<T>() where T : IResource => http.GetAsync(\"https://erp.contoso.com/\" + T.Route);")]
    [InlineData("public Task Get<T>() where T : IResource => http.GetAsync(Of<T>()); static string Of<T>() where T : IResource => $\"https://erp.contoso.com/{T.Route}\";")]
    [InlineData("public Task Get<T>() => http.GetAsync(typeof(T) == typeof(Order) ? \"https://erp.contoso.com/orders\" : \"https://erp.contoso.com/customers\");")]
    [InlineData("public Task Get<T>() => http.GetAsync(typeof(T) != typeof(Order) && !typeof(T).Equals(typeof(int)) ? \"https://erp.contoso.com/customers\" : \"https://erp.contoso.com/orders\");")]
    [InlineData("public Task Get<T>() { string url; if (typeof(T) == typeof(Order)) { url = \"https://erp.contoso.com/orders\"; } else { url = \"https://erp.contoso.com/customers\"; } return http.GetAsync(url); }")]
    [InlineData("public Task Get<T>() => http.GetAsync(typeof(T).Name switch { nameof(Order) => \"https://erp.contoso.com/orders\", nameof(Customer) => \"https://erp.contoso.com/customers\", _ => throw new NotSupportedException() });")]
    [InlineData("public Task Get<T>() => http.GetAsync(typeof(T) switch { var t when t == typeof(Order) => \"https://erp.contoso.com/orders\", _ => \"https://erp.contoso.com/customers\" });")]
    [InlineData("public Task Get<T>() => http.GetAsync(Of(typeof(T))); static string Of(Type type) { if (type == typeof(Order)) { return \"https://erp.contoso.com/orders\"; } return \"https://erp.contoso.com/customers\"; }")]
    [InlineData("public Task Get<T>() => http.GetAsync(Of<T>()); static string Of<T>() { if (typeof(T) == typeof(Order)) { return \"https://erp.contoso.com/orders\"; } return \"https://erp.contoso.com/customers\"; }")]
    public Task PathOfTheTypeArgument(string method) => _test.Reports(
        $$"""
        interface IResource { static abstract string Route { get; } }
        class Order : IResource { public static string Route => "orders"; }
        class Customer : IResource { public static string Route => "customers"; }
        class Api(HttpClient http) { {{method}} }
        class C(Api api)
        {
            Task A() => api.{|#0:Get|}<Order>();
            Task B() => api.{|#1:Get|}<Customer>();
        }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://erp.contoso.com/customers"));

    [Fact]
    public Task TypeArgumentThatNobodyGives_MayBeAnyOfThem() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders | https://erp.contoso.com/customers").Reports("""
        interface IResource { static abstract string Route { get; } }
        class Order : IResource { public static string Route => "orders"; }
        class Customer : IResource { public static string Route => "customers"; }
        public class Api(HttpClient http) { internal Task Get<T>() where T : IResource => http.[|GetAsync|]("https://erp.contoso.com/" + T.Route); }
        """);

    [Fact]
    public Task ClassThatNamesItself_HasItsOwnStaticMembers() => _test.Reports(
        """
        interface IHost<T> where T : IHost<T> { static abstract string Root(); static virtual string Version => "v1"; }
        abstract class Api<T>(HttpClient http) where T : IHost<T> { public Task Ping() => http.GetAsync(T.Root() + T.Version + "/ping"); }
        class Erp(HttpClient http) : Api<Erp>(http), IHost<Erp> { public static string Root() => "https://erp.contoso.com/"; public static string Version => "v2"; }
        class Crm(HttpClient http) : Api<Crm>(http), IHost<Crm> { public static string Root() => "https://crm.contoso.com/"; }
        class C(Erp erp, Crm crm)
        {
            Task A() => erp.{|#0:Ping|}();
            Task B() => crm.{|#1:Ping|}();
        }
        """,
        Site(0, "https://erp.contoso.com/v2/ping"),
        Site(1, "https://crm.contoso.com/v1/ping"));

    [Theory]
    [InlineData("public async Task<R> Send<R>(IRequest<R> request) => (await http.GetFromJsonAsync<R>(\"https://erp.contoso.com/\" + request.Path))!;", "Send(order)")]
    [InlineData("public Task Send<T>(T request) where T : IRequest<string> => http.GetAsync(\"https://erp.contoso.com/\" + request.Path);", "Send(order)")]
    [InlineData("public Task Send<T, R>(T request) where T : IRequest<R> => http.GetAsync(\"https://erp.contoso.com/\" + request.Path);", "Send<GetOrder, string>(order)")]
    public Task RequestOfAClassThatIsKnown_IsNoOther(string method, string call)
    {
        var send = call.Split(['<', '('])[0];
        return _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
            using System.Net.Http.Json;
            interface IRequest<R> { string Path { get; } }
            class GetOrder : IRequest<string> { public string Path => "orders"; }
            class GetCustomer : IRequest<string> { public string Path => "customers"; }
            class Api(HttpClient http) { {{method}} }
            public class C { internal static Task M(Api api, GetOrder order) => api.[|{{send}}|]{{call[send.Length..]}}; }
            """);
    }

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);

    private static readonly AnalyzerTest _configured = _test.WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" }, "Crm": { "Url": "https://crm.contoso.com" } }""");

    [Theory]
    [InlineData("services.Configure<ApiOptions<Erp>>(configuration.GetSection(\"Erp\")); services.Configure<ApiOptions<Crm>>(configuration.GetSection(\"Crm\"));", "IOptions<ApiOptions<T>> options", "options.Value.Url + \"/all\"")]
    [InlineData("services.AddSingleton(new ApiOptions<Erp> { Url = \"https://erp.contoso.com\" }); services.AddSingleton(new ApiOptions<Crm> { Url = \"https://crm.contoso.com\" });", "ApiOptions<T> options", "options.Url + path")]
    public Task OptionsOfAConstructedType(string registration, string parameter, string url) => _configured.Reports(
        Usings + $$"""
        static class Setup { static void Add(IServiceCollection services, IConfiguration configuration) { {{registration}} } }
        class ApiOptions<T> { public string Url { get; set; } = ""; }
        class Erp; class Crm;
        class Api<T>(HttpClient http, {{parameter}}) { public Task Load(string path) => http.GetAsync({{url}}); }
        class C(Api<Erp> erp, Api<Crm> crm) { public Task M() => erp.{|#0:Load|}("/all"); public Task N() => crm.{|#1:Load|}("/all"); }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/all"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://crm.contoso.com/all"));

    [Fact]
    public Task OptionsThatABaseClassHolds() => _configured.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports(Usings + """
        static class Setup { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>(configuration.GetSection("Erp")); }
        class ErpOptions { public string Url { get; set; } = ""; }
        abstract class Configured<T>(IOptions<T> options) where T : class { protected T Options { get; } = options.Value; }
        class C(HttpClient http, IOptions<ErpOptions> options) : Configured<ErpOptions>(options) { public Task M() => http.[|GetAsync|](Options.Url + "/orders"); }
        """);

    [Fact]
    public Task OptionsThatGenericCodeMakes() => _configured.Reports(Usings + """
        static class Setup
        {
            static void Add(IServiceCollection services, IConfiguration configuration) { services.AddOptionsOf<ErpOptions>(configuration, "Erp"); services.AddOptionsOf<CrmOptions>(configuration, "Crm"); }
            static T AddOptionsOf<T>(this IServiceCollection services, IConfiguration configuration, string section) where T : class, new()
            {
                var options = new T();
                configuration.GetSection(section).Bind(options);
                services.AddSingleton(options);
                return options;
            }
        }
        class ErpOptions { public string Url { get; set; } = ""; }
        class CrmOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, ErpOptions erp, CrmOptions crm) { public Task M() => http.{|#0:GetAsync|}(erp.Url + "/orders"); public Task N() => http.{|#1:GetAsync|}(crm.Url + "/customers"); }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/orders"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://crm.contoso.com/customers"));
}
