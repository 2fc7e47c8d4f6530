using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Options that are kept under a name: reading by a name gives what was configured for it, or for all.</summary>
public sealed class NamedOptionsTests
{
    private const string Settings = """{ "Erp": { "Eu": { "Url": "https://eu.contoso.com" }, "Us": { "Url": "https://us.contoso.com" }, "Url": "https://erp.contoso.com" } }""";

    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithAdditionalFile("appsettings.json", Settings);

    [Theory]
    [InlineData("IOptionsSnapshot<ErpOptions> options", "options.Get(\"eu\").Url", "https://eu.contoso.com/orders")]
    [InlineData("IOptionsMonitor<ErpOptions> options", "options.Get(Names.Us).Url", "https://us.contoso.com/orders")]
    [InlineData("IOptionsMonitor<ErpOptions> options", "options.CurrentValue.Url", "https://erp.contoso.com/orders")]
    [InlineData("IOptionsMonitor<ErpOptions> options", "options.Get(Options.DefaultName).Url", "https://erp.contoso.com/orders")]
    [InlineData("IOptionsMonitor<ErpOptions> options", "options.Get(string.Empty).Url", "https://erp.contoso.com/orders")]
    [InlineData("IOptionsMonitor<ErpOptions> options", "options.Get(null).Url", "https://erp.contoso.com/orders")]
    [InlineData("IOptions<ErpOptions> options", "options.Value.Url", "https://erp.contoso.com/orders")]
    [InlineData("IOptionsSnapshot<ErpOptions> options", "options.Value.Url", "https://erp.contoso.com/orders")]
    [InlineData("IServiceProvider services", "services.GetRequiredService<IOptionsMonitor<ErpOptions>>().Get(\"us\").Url", "https://us.contoso.com/orders")]
    public Task ReadUnderAName_IsWhatWasConfiguredForIt(string injected, string read, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Names { public const string Us = "us"; }
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.Configure<ErpOptions>("eu", configuration.GetSection("Erp:Eu"));
                services.AddOptions<ErpOptions>(Names.Us).Bind(configuration.GetSection("Erp:Us"));
                services.Configure<ErpOptions>(configuration.GetSection("Erp"));
            }
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        -- C.cs
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        class C(HttpClient http, {{injected}}) { Task M() => http.[|GetAsync|]({{read}} + "/orders"); }
        """);

    [Theory]
    [InlineData("services.AddOptions<ErpOptions>(\"eu\").BindConfiguration(\"Erp:Eu\");")]
    [InlineData("services.AddOptionsWithValidateOnStart<ErpOptions>(\"eu\").BindConfiguration(\"Erp:Eu\");")]
    [InlineData("var eu = services.AddOptions<ErpOptions>(\"eu\"); eu.BindConfiguration(\"Erp:Eu\");")]
    [InlineData("var eu = services.AddOptions<ErpOptions>(\"eu\"); eu.Configure(o => o.Url = \"https://eu.contoso.com\");")]
    [InlineData("services.AddOptions<ErpOptions>(\"eu\").Configure<IConfiguration>((o, c) => o.Url = c[\"Erp:Eu:Url\"]!);")]
    [InlineData("services.AddOptions<ErpOptions>(\"eu\").Configure<IConfiguration>((o, c) => c.GetSection(\"Erp:Eu\").Bind(o));")]
    [InlineData("services.Configure<ErpOptions>(\"eu\", o => o.Url = \"https://eu.contoso.com\");")]
    [InlineData("services.Configure<ErpOptions>(\"eu\", o => configuration.GetSection(\"Erp:Eu\").Bind(o));")]
    [InlineData("services.ConfigureAll<ErpOptions>(o => o.Url = \"https://eu.contoso.com\");")]
    [InlineData("services.PostConfigure<ErpOptions>(\"eu\", o => o.Url = \"https://eu.contoso.com\");")]
    [InlineData("services.PostConfigureAll<ErpOptions>(o => o.Url = \"https://eu.contoso.com\");")]
    [InlineData("services.Configure<OtherOptions>(configuration.GetSection(\"Erp:Us\")).Configure<ErpOptions>(\"eu\", configuration.GetSection(\"Erp:Eu\")).Configure<LastOptions>(configuration.GetSection(\"Erp:Us\"));")]
    public Task ConfiguredUnderAName(string registration) => _test.WithProperty("endpoint", "https://eu.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.Configure<ErpOptions>("us", configuration.GetSection("Erp:Us"));
                {{registration}}
            }
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        public class OtherOptions { public string Url { get; set; } = ""; }
        public class LastOptions { public string Url { get; set; } = ""; }
        -- C.cs
        using Microsoft.Extensions.Options;
        class C(HttpClient http, IOptionsMonitor<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Get("eu").Url + "/orders"); }
        """);

    [Fact]
    public Task NameOfTheCaller_SelectsByIt() => _test.WithProperty("endpoint", "https://eu.contoso.com/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                AddRegion(services, configuration, "eu", "Erp:Eu");
                AddRegion(services, configuration, "us", "Erp:Us");
            }

            static void AddRegion(IServiceCollection services, IConfiguration configuration, string name, string section) =>
                services.Configure<ErpOptions>(name, configuration.GetSection(section));
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptionsMonitor<ErpOptions> options)
        {
            string Url(string region) => options.Get(region).Url;
            Task M() => http.[|GetAsync|](Url("eu") + "/orders");
        }
        """);

    [Fact]
    public Task NameThatNobodyConfigures_IsNotTheValueOfAnother() => _test.WithProperty("endpoint", "config:ErpOptions:Url/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>("eu", configuration.GetSection("Erp:Eu"));
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptionsMonitor<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Get("us").Url + "/orders"); }
        """);

    [Fact]
    public Task NameMadeAtRunTime_MayBeAny() => _test.WithProperty("endpoint", "https://eu.contoso.com/orders | https://us.contoso.com/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.Configure<ErpOptions>("eu", configuration.GetSection("Erp:Eu"));
                services.Configure<ErpOptions>("us", configuration.GetSection("Erp:Us"));
            }
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptionsMonitor<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Get(Environment.MachineName).Url + "/orders"); }
        """);

    [Theory]
    [InlineData("foreach (var region in Regions) { services.Configure<ErpOptions>(region, configuration.GetSection($\"Erp:{region}\")); }")]
    [InlineData("foreach (var region in Regions) { services.AddOptions<ErpOptions>(region).Bind(configuration.GetSection(\"Erp\").GetSection(region)); }")]
    [InlineData("foreach (var region in Regions) { services.Configure<ErpOptions>(region, o => o.Url = $\"https://{region}.contoso.com\"); }")]
    [InlineData("foreach (var region in Regions) { AddRegion(services, configuration, region); }")]
    public Task NamesOfALoop_AreOneEach(string registration) => _test.WithProperty("endpoint", "https://us.contoso.com/orders").Reports($$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations
        {
            static readonly string[] Regions = ["eu", "us"];
            static void Add(IServiceCollection services, IConfiguration configuration) { {{registration}} }
            static void AddRegion(IServiceCollection services, IConfiguration configuration, string name) => services.Configure<ErpOptions>(name, configuration.GetSection("Erp:" + name));
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptionsMonitor<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Get("us").Url + "/orders"); }
        """);
}
