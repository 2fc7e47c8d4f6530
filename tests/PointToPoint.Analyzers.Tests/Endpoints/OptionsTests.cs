using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

public sealed class OptionsTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring)
        .WithAdditionalFile("appsettings.json", """{ "Services": { "Erp": { "Url": "https://erp.contoso.com" } }, "Url": "https://root.contoso.com" }""");

    [Theory]
    [InlineData("services.Configure<ErpOptions>(configuration.GetSection(\"Services:Erp\"));")]
    [InlineData("services.AddOptions<ErpOptions>().Bind(configuration.GetSection(\"Services:Erp\"));")]
    [InlineData("services.AddOptions<ErpOptions>().BindConfiguration(\"Services:Erp\").ValidateOnStart();")]
    [InlineData("var o = new ErpOptions(); configuration.GetSection(\"Services:Erp\").Bind(o); services.AddSingleton(o);")]
    [InlineData("services.AddSingleton(configuration.GetSection(\"Services:Erp\").Get<ErpOptions>()!);")]
    [InlineData("services.Configure<ErpOptions>(o => o.Url = \"https://erp.contoso.com\");")]
    public Task BoundClass_StandsForItsKey(string binding) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) { {{binding}} } }
        public class ErpOptions { public string Url { get; set; } = ""; }
        -- C.cs
        using Microsoft.Extensions.Options;
        class C(HttpClient http, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Theory]
    [InlineData("localhost", "new Uri(o.Host)", "config:Shop:Graph:Host/orders")]
    [InlineData("localhost", "new Uri($\"http://{o.Host}:8080/\")", "http://localhost:8080/orders")]
    [InlineData("graph.contoso.com", "new Uri($\"https://{o.Host}/\")", "https://graph.contoso.com/orders")]
    [InlineData("https://graph.contoso.com", "new Uri(o.Host)", "https://graph.contoso.com/orders")]
    public Task DefaultOfTheClass_IsAnAddressOrElseTheKeyIs(string initial, string address, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                var o = new GraphOptions();
                configuration.Bind("Shop:Graph", o);
                services.AddHttpClient<C>(c => c.BaseAddress = {{address}});
            }
        }
        public class GraphOptions { public string Host { get; set; } = "{{initial}}"; }
        public class C(HttpClient http) { public Task M() => http.[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task WholeConfiguration() => _test.WithProperty("endpoint", "https://root.contoso.com/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<Settings>(configuration); }
        public class Settings { public string Url { get; set; } = ""; }
        class C
        {
            readonly HttpClient http = new();
            readonly Settings settings;
            C(IOptionsMonitor<Settings> options) { settings = options.CurrentValue; }
            Task M() => http.[|GetAsync|]($"{settings.Url}/orders");
        }
        """);

    [Fact]
    public Task InjectedAsItself() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders")
        .WithProperty("provenance", "options ErpOptions.Url ← appsettings.json: Services:Erp:Url").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton(configuration.GetSection("Services:Erp").Get<ErpOptions>()!);
        }
        public record ErpOptions(string Url);
        class C(HttpClient http, ErpOptions options) { Task M() => http.[|GetAsync|](options.Url + "/orders"); }
        """);

    [Fact]
    public Task NestedClass() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ServiceOptions>(configuration.GetSection("Services")); }
        public class ServiceOptions { public ErpOptions Erp { get; set; } = new(); }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptions<ServiceOptions> options) { Task M() => http.[|GetAsync|](options.Value.Erp.Url + "/orders"); }
        """);

    [Fact]
    public Task Unbound_IsNamedByItsClass() => _test.WithProperty("to", "Billing").WithProperty("endpoint", "config:BillingOptions:Url/orders").Reports("""
        using Microsoft.Extensions.Options;
        public class BillingOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptions<BillingOptions> options) { Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Fact]
    public Task TypedClientRegisteredWithOptions() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.Configure<ErpOptions>(configuration.GetSection("Services:Erp"));
                services.AddHttpClient<ErpClient>((sp, c) => c.BaseAddress = new Uri(sp.GetRequiredService<IOptions<ErpOptions>>().Value.Url));
            }
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task Data_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        public class Webhook { public string Url { get; set; } = ""; }
        class C(HttpClient http) { public Task Notify(Webhook hook) => http.[|GetAsync|](hook.Url); }
        """);

    [Theory]
    [InlineData("public string Root => $\"https://{Host}/api\";")]
    [InlineData("public string Root { get { return \"https://\" + Host + \"/api\"; } }")]
    public Task PropertyThatIsMadeOfOthers_IsBoundToNoKey(string property) => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/api/x").Reports($$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        class ErpOptions { public string Host { get; set; } = ""; {{property}} }
        class C(HttpClient http, IOptions<ErpOptions> options)
        {
            static void Register(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>(configuration.GetSection("Erp"));
            Task M() => http.[|GetAsync|](options.Value.Root + "/x");
        }

        -- appsettings.json
        { "Erp": { "Host": "erp.contoso.com" } }
        """);

    [Theory]
    [InlineData("services.Configure<ErpOptions>(configuration.GetSection(\"Services:Erp\")); services.PostConfigure<ErpOptions>(o => o.Url = o.Url.TrimEnd('/') + \"/v1\");", "https://erp.contoso.com/v1/orders")]
    [InlineData("services.AddOptions<ErpOptions>().BindConfiguration(\"Services:Erp\").PostConfigure(o => { o.Url = o.Url.TrimEnd('/') + \"/v1\"; });", "https://erp.contoso.com/v1/orders")]
    [InlineData("services.AddOptions<ErpOptions>().BindConfiguration(\"Services:Erp\").Configure(o => o.Url += \"/v1\");", "https://erp.contoso.com/v1/orders")]
    [InlineData("services.Configure<ErpOptions>(o => o.Url = \"https://crm.contoso.com\"); services.PostConfigure<ErpOptions>(o => o.Url += \"/v1\"); services.PostConfigure<ErpOptions>(o => o.Url += \"/v2\");", "https://crm.contoso.com/v1/v2/orders")]
    public Task StepThatReadsWhatItSets_SeesWhatWasThereBefore(string binding, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) { {{binding}} } }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptions<ErpOptions> options) { public Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);
}
