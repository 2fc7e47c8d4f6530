using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Options objects on their way from the container to the call, and every way to bind them.</summary>
public sealed class OptionsObjectTests
{
    private const string Settings = """{ "Services": { "Erp": { "Url": "https://erp.contoso.com", "Api": { "Root": "https://api.contoso.com" } } }, "Erp": { "Url": "https://root.contoso.com" }, "ErpOptions": { "Url": "https://erp.contoso.com" } }""";

    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithAdditionalFile("appsettings.json", Settings);

    [Theory]
    [InlineData("IOptions<ErpOptions> options", "options.Value.Url")]
    [InlineData("IOptionsSnapshot<ErpOptions> options", "options.Value.Url")]
    [InlineData("IOptionsMonitor<ErpOptions> options", "options.CurrentValue.Url")]
    [InlineData("IOptionsMonitor<ErpOptions> options", "options.Get(Options.DefaultName).Url")]
    [InlineData("ErpOptions options", "options.Url")]
    [InlineData("IServiceProvider services", "services.GetRequiredService<IOptions<ErpOptions>>().Value.Url")]
    [InlineData("IServiceProvider services", "services.GetRequiredService<ErpOptions>().Url")]
    [InlineData("IServiceScopeFactory scopes", "scopes.CreateScope().ServiceProvider.GetService<IOptions<ErpOptions>>()!.Value.Url")]
    public Task ReadAs(string injected, string read) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.Configure<ErpOptions>(configuration.GetSection("Services:Erp"));
                services.AddSingleton(sp => sp.GetRequiredService<IOptions<ErpOptions>>().Value);
            }
        }
        public class ErpOptions { public string Url { get; set; } = ""; }
        -- C.cs
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        class C(HttpClient http, {{injected}}) { Task M() => http.[|GetAsync|]({{read}} + "/orders"); }
        """);

    [Theory]
    [InlineData("readonly ErpOptions o; readonly HttpClient http; public C(HttpClient http, IOptions<ErpOptions> options) { this.http = http; o = options.Value; }", "o.Url")]
    [InlineData("readonly string url; readonly HttpClient http; public C(HttpClient http, IOptions<ErpOptions> options) { this.http = http; url = options.Value.Url; }", "url")]
    [InlineData("readonly HttpClient http; readonly IOptions<ErpOptions> o; public C(HttpClient http, IOptions<ErpOptions> options) : this(options) { this.http = http; } C(IOptions<ErpOptions> options) { o = options; http = new(); }", "o.Value.Url")]
    [InlineData("readonly HttpClient http = new(); readonly IOptionsMonitor<ErpOptions> o; public C(IOptionsMonitor<ErpOptions> options) { o = options ?? throw new ArgumentNullException(nameof(options)); } ErpOptions Current => o.CurrentValue;", "Current.Url")]
    [InlineData("readonly HttpClient http = new(); ErpOptions o; public C(IOptionsMonitor<ErpOptions> options) { o = options.CurrentValue; options.OnChange(changed => o = changed); }", "o.Url")]
    [InlineData("readonly HttpClient http; readonly Uri root; public C(HttpClient http, IOptions<ErpOptions> options) { this.http = http; var value = options.Value; root = new Uri(value.Url); }", "new Uri(root, \"orders\").ToString().Replace(\"/orders\", \"\")")]
    public Task KeptIn(string members, string read) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>(configuration.GetSection("Services:Erp")); }
        public class ErpOptions { public string Url { get; set; } = ""; }
        -- C.cs
        using Microsoft.Extensions.Options;
        class C
        {
            {{members}}
            Task M() => http.[|GetAsync|]({{read}} + "/orders");
        }
        """);

    [Theory]
    [InlineData("var o = configuration.GetSection(\"Services:Erp\").Get<ErpOptions>()!; services.AddSingleton(new ErpClient(o));")]
    [InlineData("services.AddSingleton(new ErpClient(configuration.GetSection(\"Services:Erp\").Get<ErpOptions>()!));")]
    [InlineData("var o = new ErpOptions(); configuration.Bind(\"Services:Erp\", o); services.AddSingleton(new ErpClient(o));")]
    [InlineData("var o = new ErpOptions(); configuration.GetSection(\"Services\").GetSection(\"Erp\").Bind(o); services.AddSingleton(_ => new ErpClient(o));")]
    [InlineData("services.AddSingleton(new ErpClient(new ErpOptions { Url = \"https://erp.contoso.com\" }));")]
    [InlineData("services.AddOptions<ErpOptions>().Configure(o => o.Url = \"https://erp.contoso.com\"); services.AddSingleton(sp => new ErpClient(sp.GetRequiredService<Microsoft.Extensions.Options.IOptions<ErpOptions>>().Value));")]
    [InlineData("services.AddOptions<ErpOptions>().BindConfiguration(nameof(ErpOptions)); services.AddSingleton(sp => new ErpClient(sp.GetRequiredService<Microsoft.Extensions.Options.IOptions<ErpOptions>>().Value));")]
    [InlineData("services.AddOptions<ErpOptions>().Configure<IConfiguration>((o, c) => c.GetSection(\"Services:Erp\").Bind(o)); services.AddSingleton(sp => new ErpClient(sp.GetRequiredService<Microsoft.Extensions.Options.IOptions<ErpOptions>>().Value));")]
    [InlineData("services.Configure<ErpOptions>(o => configuration.GetSection(\"Services:Erp\").Bind(o)); services.AddSingleton(sp => new ErpClient(sp.GetRequiredService<Microsoft.Extensions.Options.IOptions<ErpOptions>>().Value));")]
    [InlineData("services.Configure<ErpOptions>(\"erp\", configuration.GetSection(\"Services:Erp\")); services.AddSingleton<ErpClient>();")]
    public Task PassedThroughAConstructor(string registration) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) { {{registration}} } }
        public class ErpOptions { public string Url { get; set; } = ""; }
        -- ErpClient.cs
        class ErpClient(ErpOptions options)
        {
            readonly HttpClient http = new();
            public Task Orders() => http.[|GetAsync|](options.Url + "/orders");
        }
        """);

    [Theory]
    [InlineData("services.Configure<AllOptions>(configuration);")]
    [InlineData("var o = new AllOptions(); configuration.Bind(o); services.AddSingleton(o);")]
    [InlineData("services.AddSingleton(configuration.Get<AllOptions>()!);")]
    [InlineData("services.AddOptions<AllOptions>().Bind(configuration);")]
    public Task WholeConfiguration_WithNestedClasses(string binding) => _test.WithProperty("endpoint", "https://api.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) { {{binding}} } }
        public class AllOptions { public ServiceOptions Services { get; set; } = new(); }
        public class ServiceOptions { public ErpOptions Erp { get; init; } = null!; }
        public class ErpOptions { public ApiOptions Api { get; set; } = null!; }
        public record ApiOptions { public required Uri Root { get; init; } }
        -- C.cs
        using Microsoft.Extensions.Options;
        class C(HttpClient http, IOptions<AllOptions> options)
        {
            readonly ErpOptions erp = options.Value.Services.Erp;
            Task M() => http.[|GetAsync|](new Uri(erp.Api.Root, "orders"));
        }
        """);

    [Fact]
    public Task DefaultInTheClass_CountsWhereConfigurationIsSilent() => _test.WithProperty("endpoint", "https://default.contoso.com/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>(configuration.GetSection("Missing")); }
        public class ErpOptions { public string Url { get; set; } = "https://default.contoso.com"; }
        class C(HttpClient http, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Fact]
    public Task ValueInTheFile_CountsBeforeTheDefault() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>(configuration.GetSection("Services:Erp")); }
        public class ErpOptions { public string Url { get; set; } = "https://default.contoso.com"; }
        class C(HttpClient http, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Fact]
    public Task SectionNameInTheClass_IsFound() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>(configuration.GetSection(ErpOptions.Section)); }
        public class ErpOptions { public const string Section = "Services:Erp"; public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Theory]
    [InlineData("static T AddConfiguration<T>(this IHostApplicationBuilder builder) where T : class, new() { builder.Services.AddOptions<T>().Bind(builder.Configuration.GetSection(typeof(T).Name)); return new T(); }")]
    [InlineData("static void AddConfiguration<T>(this IHostApplicationBuilder builder) where T : class, new() { builder.Services.AddOptions<T>().BindConfiguration(typeof(T).Name).ValidateOnStart(); }")]
    [InlineData("static void AddConfiguration<T>(this IHostApplicationBuilder builder) where T : class, new() { builder.Services.Configure<T>(builder.Configuration.GetSection(typeof(T).Name)); }")]
    [InlineData("static void AddConfiguration<T>(this IHostApplicationBuilder builder) where T : class, new() { var o = new T(); builder.Configuration.GetSection(typeof(T).Name).Bind(o); builder.Services.AddSingleton(o); }")]
    [InlineData("static T AddConfiguration<T>(this IHostApplicationBuilder builder) where T : class, new() { var o = builder.Configuration.GetSection(typeof(T).Name).Get<T>() ?? new T(); builder.Services.AddSingleton(o); return o; }")]
    public Task GenericMethodOfTheCodesOwn_BindsForItsCallers(string method) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Extensions.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        static class Extensions { public {{method}} }
        -- Program.cs
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Options;
        var builder = WebApplication.CreateBuilder(args);
        builder.AddConfiguration<ErpOptions>();
        builder.AddConfiguration<OtherOptions>();
        public class ErpOptions { public string Url { get; set; } = ""; }
        public class OtherOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Fact]
    public Task GenericMethodWithASectionName_BindsForItsCallers() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        -- Extensions.cs
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Extensions
        {
            public static IServiceCollection AddSettings<T>(this IServiceCollection services, IConfiguration configuration, string section) where T : class =>
                services.Configure<T>(configuration.GetSection(section));
        }
        -- Program.cs
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Options;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSettings<ErpOptions>(builder.Configuration, "Services:Erp").AddSettings<OtherOptions>(builder.Configuration, "Erp");
        public class ErpOptions { public string Url { get; set; } = ""; }
        public class OtherOptions { public string Url { get; set; } = ""; }
        class C(HttpClient http, IOptions<ErpOptions> options) { Task M() => http.[|GetAsync|](options.Value.Url + "/orders"); }
        """);

    [Fact]
    public Task ObjectThatNobodyFills_HasNoAddress() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class ErpSettings { public string? Url { get; set; } }
        class ErpApi(HttpClient http) { public Task Orders() => http.[|GetAsync|]("orders"); }
        class Crm(HttpClient http, IConfiguration configuration)
        {
            readonly ErpSettings settings = configuration.GetSection("Services:Erp").Get<ErpSettings>() ?? new();
            public Task Orders() => http.[|GetAsync|](settings.Url + "/orders");
        }
        static class Setup
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                var settings = configuration.GetSection("Services:Erp").Get<ErpSettings>() ?? new ErpSettings();
                services.AddHttpClient<ErpApi>(http => http.BaseAddress = new Uri(settings.Url!));
            }
        }
        """);
}
