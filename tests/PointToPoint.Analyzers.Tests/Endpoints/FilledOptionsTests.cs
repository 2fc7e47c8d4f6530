using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Options that code fills: delegates, methods, classes, wrapped objects.</summary>
public sealed class FilledOptionsTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring)
        .WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" }, "Old": { "Url": "https://old.contoso.com" }, "Empty": { } }""");

    [Theory]
    [InlineData("services.Configure<ErpOptions>(o => o.Url = \"https://erp.contoso.com\");")]
    [InlineData("services.Configure<ErpOptions>(o => { if (o.Url.Length == 0) { o.Url = \"https://erp.contoso.com\"; } });")]
    [InlineData("services.Configure((ErpOptions o) => o.Url = \"https://erp.contoso.com\");")]
    [InlineData("services.Configure<ErpOptions>(Fill);")]
    [InlineData("services.Configure<ErpOptions>(o => Fill(o));")]
    [InlineData("services.Configure<ErpOptions>(o => FillWith(o, \"https://erp.contoso.com\"));")]
    [InlineData("services.Configure<ErpOptions>(o => o.Point(\"https://erp.contoso.com\"));")]
    [InlineData("Action<ErpOptions> fill = o => o.Url = \"https://erp.contoso.com\"; services.Configure(fill);")]
    [InlineData("void Local(ErpOptions o) { o.Url = \"https://erp.contoso.com\"; } services.Configure<ErpOptions>(Local);")]
    [InlineData("services.AddOptions<ErpOptions>().Configure(o => o.Url = \"https://erp.contoso.com\").ValidateOnStart();")]
    [InlineData("services.AddOptions<ErpOptions>().Configure<IConfiguration>((o, cfg) => o.Url = cfg[\"Erp:Url\"]!);")]
    [InlineData("services.AddOptions<ErpOptions>().Configure<IConfiguration>((o, cfg) => cfg.Bind(\"Erp\", o));")]
    [InlineData("services.AddOptions<ErpOptions>().Configure((ErpOptions o, IConfiguration cfg) => { var section = cfg.GetSection(\"Erp\"); o.Url = section[\"Url\"]!; });")]
    [InlineData("services.PostConfigure<ErpOptions>(o => o.Url = \"https://erp.contoso.com\");")]
    [InlineData("services.AddOptions<ErpOptions>().PostConfigure(o => o.Url = \"https://erp.contoso.com\");")]
    [InlineData("services.ConfigureOptions<ErpSetup>();")]
    [InlineData("services.AddSingleton<IConfigureOptions<ErpOptions>, ErpSetup>();")]
    [InlineData("services.AddSingleton(Options.Create(new ErpOptions { Url = \"https://erp.contoso.com\" }));")]
    [InlineData("services.AddSingleton<IOptions<ErpOptions>>(_ => new OptionsWrapper<ErpOptions>(new ErpOptions { Url = \"https://erp.contoso.com\" }));")]
    [InlineData("services.AddSingleton<IOptions<ErpOptions>>(Options.Create(new ErpOptions { Url = configuration[\"Erp:Url\"]! })); services.AddSingleton(Options.Create(new OtherOptions()));")]
    [InlineData("var o = new ErpOptions(); Fill(o); services.AddSingleton(Options.Create(o));")]
    [InlineData("AddErp(services, o => o.Url = \"https://erp.contoso.com\");")]
    [InlineData("AddErp(services, o => { o.Url = \"https://erp.contoso.com\"; });")]
    [InlineData("AddErp(services, Fill);")]
    [InlineData("AddErp(services, o => configuration.GetSection(\"Erp\").Bind(o));")]
    [InlineData("AddErpBy(services, o => o.Url = \"https://erp.contoso.com\");")]
    [InlineData("AddErpOver(services, o => o.Url = \"https://erp.contoso.com\");")]
    [InlineData("AddBoth<ErpOptions>(services, o => o.Url = \"https://erp.contoso.com\"); AddBoth<OtherOptions>(services, o => o.Url = \"https://other.contoso.com\");")]
    [InlineData("services.Configure<ErpOptions>(configuration.GetSection(\"Old\")); services.Configure<ErpOptions>(o => o.Url = \"https://erp.contoso.com\");")]
    [InlineData("services.Configure<ErpOptions>(o => o.Url = \"https://old.contoso.com\"); services.Configure<ErpOptions>(configuration.GetSection(\"Erp\"));")]
    [InlineData("services.Configure<ErpOptions>(o => o.Url = \"https://erp.contoso.com\"); services.Configure<ErpOptions>(configuration.GetSection(\"Empty\"));")]
    [InlineData("services.PostConfigure<ErpOptions>(o => o.Url = \"https://erp.contoso.com\"); services.Configure<ErpOptions>(configuration.GetSection(\"Old\"));")]
    [InlineData("services.AddOptions<ErpOptions>().Bind(configuration.GetSection(\"Old\")).Configure(o => o.Url = \"https://erp.contoso.com\");")]
    public Task ValueInTheCode_Flows(string registration) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                {{registration}}
            }

            static void Fill(ErpOptions options) => options.Url = "https://erp.contoso.com";
            static void FillWith(ErpOptions options, string url) { options.Url = url; }
            static void Point(this ErpOptions options, string url) { options.Url = url; }
            static IServiceCollection AddErp(IServiceCollection services, Action<ErpOptions> configure) => services.Configure(configure);
            static IServiceCollection AddErpBy(IServiceCollection services, Action<ErpOptions> configure) { services.AddOptions<ErpOptions>().Configure(o => configure(o)); return services; }
            {{(registration.Contains("AddErpOver") ? "static void AddErpOver(IServiceCollection services, Action<ErpOptions>? configure) => services.Configure<ErpOptions>(o => { o.Url = \"https://old.contoso.com\"; configure?.Invoke(o); });" : "")}}
            static void AddBoth<T>(IServiceCollection services, Action<T> configure) where T : class => services.Configure(configure);
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        public class OtherOptions { public string Url { get; set; } = ""; }
        {{(registration.Contains("ErpSetup") ? "class ErpSetup(IConfiguration configuration) : IConfigureOptions<ErpOptions> { public void Configure(ErpOptions options) { options.Url = configuration[\"Erp:Url\"]!; } }" : "")}}
        -- C.cs
        using Microsoft.Extensions.Options;
        class C(HttpClient http, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Theory]
    [InlineData("Environment.Is64BitProcess")]
    [InlineData("services.Count > 0")]
    public Task StepThatMayRun_IsAnAlternative(string condition) => _test.WithProperty("endpoint", "https://old.contoso.com/orders | https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.Configure<ErpOptions>(configuration.GetSection("Old"));
                if ({{condition}})
                {
                    services.Configure<ErpOptions>(o => o.Url = "https://erp.contoso.com");
                }
            }
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Theory]
    [InlineData("new C(http, Options.Create(new ErpOptions { Url = \"https://erp.contoso.com\" }))")]
    [InlineData("new C(http, new OptionsWrapper<ErpOptions>(new ErpOptions { Url = \"https://erp.contoso.com\" }))")]
    public Task WrappedByHand_Flows(string creation) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.Options;
        class Program { Task Run(HttpClient http) => {{creation}}.M(); }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptions<ErpOptions> options) { public Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Theory]
    [InlineData("var o = new ErpOptions(); configure(o); services.AddSingleton(new C(new HttpClient(), o.Url));")]
    [InlineData("var o = new ErpOptions(); configure.Invoke(o); services.AddSingleton(_ => new C(new HttpClient(), o.Url));")]
    [InlineData("var o = new ErpOptions { Url = \"https://old.contoso.com\" }; configure?.Invoke(o); var url = o.Url; services.AddSingleton(_ => new C(new HttpClient(), url));")]
    [InlineData("var o = Filled(configure); services.AddSingleton(_ => new C(new HttpClient(), o.Url));")]
    public Task OwnOptionsObjectFilledByAnAction_Flows(string body) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) => AddErp(services, o => o.Url = "https://erp.contoso.com");
            static void AddErp(IServiceCollection services, Action<ErpOptions> configure) { {{body}} }
            static ErpOptions Filled(Action<ErpOptions> configure) { var made = new ErpOptions(); configure(made); return made; }
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, string url) { public Task M() => http.[|GetAsync|](url + "/orders"); }
        """);

    [Fact]
    public Task TypedClientConfiguredFromFilledOptions_Flows() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        -- ErpClient.cs
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        -- Extensions.cs
        using Microsoft.Extensions.DependencyInjection;
        public class ErpOptions { public string Url { get; set; } = "https://default.contoso.com/"; }
        static class Extensions
        {
            public static IServiceCollection AddErp(this IServiceCollection services, Action<ErpOptions> configure)
            {
                var options = new ErpOptions();
                configure(options);
                services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri(options.Url));
                return services;
            }
        }
        -- Program.cs
        using Microsoft.AspNetCore.Builder;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddErp(o => o.Url = "https://erp.contoso.com/");
        """);

    [Theory]
    [InlineData("services.Configure<ErpOptions>(o => o.Api.Url = \"https://erp.contoso.com\");")]
    [InlineData("services.Configure<ErpOptions>(o => o.Api = new ApiOptions { Url = \"https://erp.contoso.com\" });")]
    [InlineData("services.Configure<ErpOptions>(o => o.Api = new() { Url = \"https://erp.contoso.com\" });")]
    [InlineData("services.Configure<ErpOptions>(Fill);")]
    [InlineData("services.Configure<ErpOptions>(o => FillApi(o.Api));")]
    [InlineData("services.Configure<ErpOptions>(o => { o.Old.Url = \"https://old.contoso.com\"; o.Api.Url = \"https://erp.contoso.com\"; });")]
    [InlineData("services.Configure<ErpOptions>(o => configuration.GetSection(\"Erp:Api\").Bind(o.Api));")]
    [InlineData("AddErp(services, o => o.Api.Url = \"https://erp.contoso.com\");")]
    [InlineData("AddErp(services, o => { o.Api.Url = \"https://erp.contoso.com\"; });")]
    [InlineData("AddErp(services, o => FillApi(o.Api));")]
    [InlineData("AddErp(services, o => configuration.GetSection(\"Erp\").Bind(o));")]
    [InlineData("AddErp(services, configuration.GetSection(\"Erp\").Bind);")]
    [InlineData("AddErpBy(services, o => o.Api.Url = \"https://erp.contoso.com\");")]
    public Task ValueInAnObjectOfTheOptions_Flows(string registration) => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring)
        .WithAdditionalFile("appsettings.json", """{ "Erp": { "Api": { "Url": "https://erp.contoso.com" } } }""")
        .WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                {{registration}}
            }

            static void Fill(ErpOptions options) => options.Api.Url = "https://erp.contoso.com";
            static void FillApi(ApiOptions options) => options.Url = "https://erp.contoso.com";
            static IServiceCollection AddErp(IServiceCollection services, Action<ErpOptions> configure) => services.Configure(configure);
            static IServiceCollection AddErpBy(IServiceCollection services, Action<ErpOptions> configure) { services.AddOptions<ErpOptions>().Configure(o => configure(o)); return services; }
        }
        public class ErpOptions { public ApiOptions Api { get; set; } = new(); public ApiOptions Old { get; set; } = new(); }
        public class ApiOptions { public string Url { get; set; } = ""; }
        -- C.cs
        using Microsoft.Extensions.Options;
        class C(HttpClient http, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Value.Api.Url + "/orders"); }
        """);

    [Theory]
    [InlineData("services.AddSingleton(new C(new HttpClient(), o.Api.Url + \"/orders\"));", "class C(HttpClient http, string url) { public Task M() => http.[|GetAsync|](url); }")]
    [InlineData("services.AddHttpClient<C>(c => c.BaseAddress = new Uri(o.Api.Url));", "class C(HttpClient http) { public Task M() => http.[|GetAsync|](\"orders\"); }")]
    public Task ObjectInAnOwnOptionsObject_IsWhatTheActionSets(string use, string user) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) => AddErp(services, o => o.Api.Url = "https://erp.contoso.com");
            static void AddErp(IServiceCollection services, Action<ErpOptions> configure) { var o = new ErpOptions(); configure(o); {{use}} }
        }
        public class ErpOptions { public ApiOptions Api { get; set; } = new(); }
        public class ApiOptions { public string Url { get; set; } = "https://default.contoso.com"; }
        {{user}}
        """);
}
