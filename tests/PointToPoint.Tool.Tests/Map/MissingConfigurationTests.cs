namespace PointToPoint.Tool.Tests.Map;

/// <summary>Configuration, options and the client factory where their packages aren't there: matched by name, where the file says whose they are.</summary>
public sealed class MissingConfigurationTests
{
    private const string Step = "matched by name, because a package is missing";

    [Theory]
    [InlineData("builder.Configuration[\"Erp:Url\"]", "config:Erp:Url/orders")]
    [InlineData("builder.Configuration[\"Erp:Url\"]?.TrimEnd('/') ?? string.Empty", "config:Erp:Url/orders")]
    [InlineData("builder.Configuration.GetValue<string>(\"Erp:Url\").Trim()", "config:Erp:Url/orders")]
    [InlineData("$\"{builder.Configuration[\"Erp:Url\"]?.ToString()}/api/\"", "config:Erp:Url/api/orders")]
    public async Task ConfigurationOfAMissingBuilder_IsTheWhole(string read, string endpoint)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/Client.cs
            public class Client(IHttpClientFactory factory) { public Task Load() => factory.CreateClient("erp").GetAsync("orders"); }
            === App/Program.cs
            using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
            using Microsoft.Extensions.DependencyInjection;
            var builder = WebAssemblyHostBuilder.CreateDefault(args);
            builder.Services.AddHttpClient("erp", http => http.BaseAddress = new Uri({{read}}));
            """);

        Assert.Contains(endpoint, scan.Map.Connections.SelectMany(connection => connection.Sites).Select(site => site.Endpoint));
        Assert.Empty(scan.Map.Unresolved);
    }

    [Theory]
    [InlineData("builder.Config.GetSection(Keys.Section)[\"Url\"]", "config:Cms:Erp:Url/orders")]
    [InlineData("$\"{builder.Config.GetSection(Keys.Section)[nameof(Keys.Url)]}\"", "config:Cms:Erp:Url/orders")]
    [InlineData("builder.Host.Configuration.GetRequiredSection(\"Erp\").GetValue<string>(\"Url\")", "config:Erp:Url/orders")]
    public async Task ConfigurationOfAMissingType_WithSections_IsTheWhole(string read, string endpoint)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            === App/Client.cs
            public class Client(IHttpClientFactory factory) { public Task Load() => factory.CreateClient("erp").GetAsync("orders"); }
            static class Keys { public const string Section = "Cms:Erp"; public static string Url => ""; }
            === App/Composer.cs
            using Contoso.Cms;
            public class Composer : IComposer
            {
                public void Compose(ICmsBuilder builder) { builder.Services.AddHttpClient("erp", http => http.BaseAddress = new Uri({{read}})); }
            }
            """);

        Assert.Equal([endpoint], scan.Map.Connections.SelectMany(connection => connection.Sites).Where(site => !site.IsWiring).Select(site => site.Endpoint));
        Assert.Empty(scan.Map.Unresolved);
    }

    [Theory]
    [InlineData("builder.Config.GetSection(Keys.Section, 1)[\"Url\"]")]
    [InlineData("builder.Settings.GetSection(Keys.Section)[\"Url\"]")]
    [InlineData("own.Config.GetSection(Keys.Section)[\"Url\"]")]
    public async Task OtherSections_AreNoConfiguration(string read)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            === App/Client.cs
            public class Client(IHttpClientFactory factory) { public Task Load() => factory.CreateClient("erp").GetAsync("orders"); }
            static class Keys { public const string Section = "Cms:Erp"; }
            public class Own { public Sections Config { get; } = new(); }
            public class Sections { public Dictionary<string, string> GetSection(string name) => new(); }
            === App/Composer.cs
            using Contoso.Cms;
            public class Composer : IComposer
            {
                public void Compose(ICmsBuilder builder, Own own) { builder.Services.AddHttpClient("erp", http => http.BaseAddress = new Uri({{read}})); }
            }
            """);

        Assert.DoesNotContain("config:Cms", scan.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("configuration.GetServiceUri(\"orders-web\")")]
    [InlineData("configuration.GetServiceUri(\"orders-web\", \"https\")")]
    public async Task ServiceOfTye_WhosePackageIsMissing_IsItsName(string read)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            === App/Client.cs
            public class Client(IHttpClientFactory factory) { public Task Load() => factory.CreateClient("orders").GetAsync("/v1/orders"); }
            === App/Program.cs
            var builder = WebApplication.CreateBuilder(args);
            var configuration = builder.Configuration;
            builder.Services.AddHttpClient("orders", http => http.BaseAddress = {{read}});
            """);

        Assert.Equal(["App/Client.cs GET config:service:orders-web/v1/orders", "App/Program.cs wiring config:service:orders-web"], scan.Sites().Select(site => site.TrimEnd('*', ' ')));
        Assert.Equal(["orders-web"], scan.Map.Connections.Select(connection => connection.To).Distinct());
    }

    [Theory]
    [InlineData("Urls.Erp.Required()", "config:ERP:URL/orders")]
    [InlineData("Urls.Erp.Value", "config:ERP:URL/orders")]
    [InlineData("_erp.Get()", "config:ERP:URL/orders")]
    [InlineData("Urls.Erp.Own()", "config:ERP:URL/orders")]
    [InlineData("Urls.Twice(Urls.Erp)", "config:ERP:URL/orders")]
    [InlineData("Env.GetString(\"ERP__URL\")", "config:ERP:URL/orders")]
    [InlineData("Env.GetString(\"ERP__URL\", \"http://localhost\")", "config:ERP:URL/orders")]
    public async Task EnvironmentVariable_ThatAMissingTypeReads_IsItsKey(string read, string endpoint)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.Environments;
            static class Urls
            {
                public static readonly AppEnv Erp = new("ERP__URL");
                public static string Own(this AppEnv env) { return env.Value ?? throw new InvalidOperationException(env.Name); }
                public static string Twice(AppEnv env) => Own(env);
            }
            class Client(HttpClient http)
            {
                private readonly EnvironmentVariable _erp = new EnvironmentVariable("ERP__URL");
                public Task Load() => http.GetAsync({{read}} + "/orders");
                static void Main() { }
            }
            """);

        Assert.Contains(endpoint, scan.Map.Connections.SelectMany(connection => connection.Sites).Select(site => site.Endpoint));
    }

    [Theory]
    [InlineData("Urls.Erp.Required()")]
    [InlineData("Urls.Two.Required()")]
    [InlineData("Urls.Name.Required()")]
    [InlineData("Envelope.GetString(\"ERP__URL\")")]
    public async Task WhatNoEnvironmentReads_IsUnknown(string read)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe
            === App/Program.cs
            using Contoso.Environments;
            static class Urls { public static readonly Envelope Erp = new("ERP__URL"); public static readonly AppEnv Two = new("ERP__URL", 1); public static readonly AppEnv Name = new("the url"); }
            class Client(HttpClient http)
            {
                public Task Load() => http.GetAsync({{read}} + "/orders");
                static void Main() { }
            }
            """);

        Assert.Empty(scan.Sites());
        Assert.Single(scan.Map.Unresolved);
    }

    [Theory]
    [InlineData("configuration[\"Erp:Url\"]", "config:Erp:Url/orders")]
    [InlineData("configuration.GetValue<string>(\"Erp:Url\")", "config:Erp:Url/orders")]
    [InlineData("configuration.GetSection(\"Erp\")[\"Url\"]", "config:Erp:Url/orders")]
    [InlineData("configuration.GetSection(\"Erp\").GetValue<string>(\"Url\")", "config:Erp:Url/orders")]
    [InlineData("configuration.GetSection(\"Erp:Url\").Value", "config:Erp:Url/orders")]
    [InlineData("configuration.GetSection(\"Erp:Url\").Get<string>()", "config:Erp:Url/orders")]
    [InlineData("configuration.GetConnectionString(\"Erp\")", "config:ConnectionStrings:Erp/orders")]
    [InlineData("options.Value.Url", "config:Services:Erp:Url/orders")]
    [InlineData("monitor.CurrentValue.Url", "config:Services:Erp:Url/orders")]
    [InlineData("_erp.Url", "config:Services:Erp:Url/orders")]
    public async Task ReadThroughAMissingType_IsItsKey(string read, string endpoint)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/Client.cs
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.Options;
            public class ErpOptions { public string Url { get; set; } = ""; }
            public class Client(IConfiguration configuration, IOptions<ErpOptions> options, IOptionsMonitor<ErpOptions> monitor)
            {
                private readonly ErpOptions _erp = options.Value;
                private readonly HttpClient http = new();
                public Task Load() => http.GetAsync({{read}} + "/orders");
            }
            === App/Program.cs
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            public static class Program
            {
                public static void Main() { }
                static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ErpOptions>(configuration.GetSection("Services:Erp"));
            }
            """);

        Assert.Equal([$"App/Client.cs GET {endpoint} *"], scan.Sites());
        Assert.Contains(Step, scan.Call("App/Client.cs").Provenance);
    }

    [Theory]
    [InlineData("var client = factory.CreateClient(\"erp\"); return client.GetAsync(\"orders\");")]
    [InlineData("HttpClient client = factory.CreateClient(\"erp\"); return client.GetAsync(\"orders\");")]
    [InlineData("return factory.CreateClient(\"erp\").GetAsync(\"orders\");")]
    public async Task ClientOfAMissingFactory_IsTheOneThatIsRegistered(string body)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/Client.cs
            using System.Net.Http;
            public class Client(IHttpClientFactory factory) { public Task Load() { {{body}} } }
            === App/Program.cs
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
            """);

        Assert.Equal("https://erp.contoso.com/orders", scan.Call("App/Client.cs").Endpoint);
    }

    [Fact]
    public async Task MissingTypeOfTheSameName_WithoutTheUsing_IsNoConfiguration()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Contoso.Settings;
            public class Client(IConfiguration configuration)
            {
                private readonly HttpClient http = new();
                public Task Load() => http.GetAsync(configuration["Erp:Url"] + "/orders");
            }
            public static class Program { public static void Main() { } }
            """);

        Assert.Empty(scan.Sites());
    }

    [Theory]
    [InlineData("configuration[\"Services:Erp:Url\"]")]
    [InlineData("_section[\"Url\"]")]
    [InlineData("_services.GetSection(\"Erp\")[\"Url\"]")]
    [InlineData("_url")]
    [InlineData("_bound.Url")]
    [InlineData("new Uri(configuration[\"Services:Erp:Url\"]!)")]
    public async Task ImplicitUsings_SayWhoseTheMissingTypesAre(string read)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/GlobalUsings.g.cs
            global using global::Microsoft.AspNetCore.Builder;
            global using global::Microsoft.Extensions.Configuration;
            global using global::Microsoft.Extensions.DependencyInjection;
            === App/Client.cs
            public class ErpOptions { public string Url { get; set; } = ""; }
            public class Client
            {
                private readonly HttpClient http = new();
                private readonly IConfiguration configuration;
                private readonly IConfigurationSection _section;
                private readonly IConfiguration _services;
                private readonly string _url;
                private readonly ErpOptions _bound = new();
                public Client(IConfiguration configuration)
                {
                    this.configuration = configuration;
                    _section = configuration.GetSection("Services:Erp");
                    _services = configuration.GetSection("Services");
                    _url = configuration["Services:Erp:Url"]!;
                    configuration.GetSection("Services:Erp").Bind(_bound);
                }
                public Task Load() => http.GetAsync({{read}} + "/orders");
            }
            === App/Program.cs
            public static class Program { public static void Main() { } }
            """);

        Assert.Equal(["App/Client.cs GET config:Services:Erp:Url/orders *"], scan.Sites());
        Assert.Equal("Erp", Assert.Single(scan.Map.Connections).To);
    }

    [Fact]
    public async Task SectionThatDoesNotBind_IsNotTheWholeConfiguration()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Program.cs
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Options;
            public class ErpOptions { public string Url { get; set; } = ""; }
            public class Client(IOptions<ErpOptions> options) { public Task Load() => new HttpClient().GetAsync(options.Value.Url + "/orders"); }
            public static class Program
            {
                public static void Main() { }
                static void Add(IServiceCollection services) => services.Configure<ErpOptions>(Somebody.Elses("Services:Erp"));
            }
            """);

        Assert.Equal(["App/Program.cs GET config:ErpOptions:Url/orders *"], scan.Sites());
        Assert.Equal([Step, "options ErpOptions.Url"], scan.Call("App/Program.cs").Provenance);
    }

    [Theory]
    [InlineData("private readonly ErpOptions _erp = configuration.GetSection(\"Services:Erp\").Get<ErpOptions>();", "_erp.Url")]
    [InlineData("private readonly ErpOptions _erp = configuration.GetSection(\"Services:Erp\").Get<ErpOptions>()!;", "_erp.Url")]
    [InlineData("private readonly ErpOptions _erp = configuration.GetSection(\"Services:Erp\").Get<ErpOptions>() ?? throw new InvalidOperationException();", "_erp.Url")]
    public async Task FieldThatASectionFills_IsTheSectionsKey(string field, string read)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/Client.cs
            using Microsoft.Extensions.Configuration;
            public class ErpOptions { public string Url { get; set; } = ""; }
            public class Client(IConfiguration configuration)
            {
                {{field}}
                private readonly HttpClient http = new();
                public Task Load() => http.GetAsync({{read}} + "/orders");
            }
            === App/Program.cs
            Console.WriteLine();
            """);

        Assert.Equal(["App/Client.cs GET config:Services:Erp:Url/orders *"], scan.Sites());
    }

    [Theory]
    [InlineData("Microsoft.Extensions.Options.IOptions<ErpOptions> options", "options.Value.Url", "config:ErpOptions:Url/orders")]
    [InlineData("global::Microsoft.Extensions.Options.IOptionsMonitor<ErpOptions> options", "options.CurrentValue.Url", "config:ErpOptions:Url/orders")]
    [InlineData("Microsoft.Extensions.Configuration.IConfiguration configuration", "configuration[\"Erp:Url\"]", "config:Erp:Url/orders")]
    public async Task TypeWithItsNamespace_NeedsNoUsing(string parameter, string read, string endpoint)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === App/App.csproj
            exe core
            === App/Client.cs
            public class ErpOptions { public string Url { get; set; } = ""; }
            public class Client({{parameter}}) { private readonly HttpClient http = new(); public Task Load() => http.GetAsync({{read}} + "/orders"); }
            === App/Program.cs
            Console.WriteLine();
            """);

        Assert.Equal([$"App/Client.cs GET {endpoint} *"], scan.Sites());
    }

    [Fact]
    public async Task ClientOfAnAspireConnection_GoesWhereTheConnectionStringSays()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/appsettings.json
            { "ConnectionStrings": { "shop": "Host=erp-db;Database=shop", "cache": "erp-cache:6379" } }
            === App/Program.cs
            var builder = WebApplication.CreateBuilder();
            builder.AddNpgsqlDataSource("shop");
            builder.AddRedisClient("cache");
            builder.AddMongoDBClient("documents");
            builder.Services.AddNpgsqlDataSource("Host=crm-db;Database=crm");
            """);

        Assert.Equal(["config:ConnectionStrings:documents", "redis://erp-cache:6379", "sql://crm-db/crm", "sql://erp-db/shop"], scan.Map.Infrastructure.Select(one => one.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GenericHelperAroundAMissingBind_ReadsTheSectionThatItsCallerNames()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe core
            === App/Abstractions.cs
            namespace Microsoft.Extensions.Configuration;
            public interface IConfiguration { IConfigurationSection GetSection(string key); }
            public interface IConfigurationSection : IConfiguration { }
            === App/Options.cs
            using Microsoft.Extensions.Configuration;
            public class ErpOptions { public string Url { get; set; } }
            public class CrmOptions { public string Url { get; set; } }
            public static class Options
            {
                public static T GetOptions<T>(this IConfiguration configuration, string section) where T : new()
                {
                    var model = new T();
                    configuration.GetSection(section).Bind(model);
                    return model;
                }
            }
            === App/Program.cs
            using Microsoft.Extensions.Configuration;
            public class Client(IConfiguration configuration)
            {
                private readonly HttpClient http = new();
                public Task Orders() => http.GetAsync(configuration.GetOptions<ErpOptions>("Erp").Url + "/orders");
                public Task Customers() => http.GetAsync(configuration.GetOptions<CrmOptions>("Crm").Url + "/customers");
            }
            public static class Program { public static void Main() { } }
            """);

        Assert.Equal(["App/Program.cs GET config:Crm:Url/customers", "App/Program.cs GET config:Erp:Url/orders"], scan.Sites().Select(site => site.TrimEnd('*', ' ')).Order(StringComparer.Ordinal));
    }
}
