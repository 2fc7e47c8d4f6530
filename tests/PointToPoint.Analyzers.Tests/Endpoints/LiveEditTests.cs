using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Rules;
using PointToPoint.Analyzers.Tests.Robustness;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>What is typed in one file shows in the others at once: nothing that the analyzer keeps between two analyses outlives the text it was read from.</summary>
public sealed class LiveEditTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    private const string Caller = """
        -- Caller.cs
        class Caller(Api api) { Task M() => api.GetAsync("orders"); }
        """;

    private const string CallerShown = """
        -- Caller.cs
        class Caller(Api api) { Task M() => api.[|GetAsync|]("orders"); }
        """;

    [Fact]
    public Task WrappersBody() => _test.AfterEdit($$"""
        -- Api.cs
        class Api(HttpClient http) { public Task GetAsync(string path) => http.GetAsync("https://erp.contoso.com/" + path); }
        {{CallerShown}}
        """)
        .AfterEdit($$"""
        -- Api.cs
        class Api(HttpClient http) { public Task GetAsync(string path) => http.[|GetAsync|]("https://erp.contoso.com/status"); }
        {{Caller}}
        """)
        .AfterEdit($$"""
        -- Api.cs
        class Api(HttpClient http) { public Task GetAsync(string path) => http.GetAsync("http://localhost/" + path); }
        {{Caller}}
        """)
        .IsQuiet($$"""
        -- Api.cs
        class Api(HttpClient http) { public Task GetAsync(string path) => Task.FromResult(path + http); }
        {{Caller}}
        """);

    [Fact]
    public Task NewCaller_TakesTheConnectionOver() => _test.AfterEdit("""
        -- Api.cs
        class Api(HttpClient http) { public Task GetAsync(string path) => http.GetAsync("https://erp.contoso.com/" + path); }
        -- Caller.cs
        class Caller(Api api) { Task M() => api.[|GetAsync|]("orders"); }
        """).Reports("""
        -- Api.cs
        class Api(HttpClient http) { public Task GetAsync(string path) => http.[|GetAsync|]("https://erp.contoso.com/" + path); }
        -- Caller.cs
        class Caller(Api api) { Task M() => Task.FromResult(api); }
        """);

    [Fact]
    public Task AddressOfARegistration() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders")
        .AfterEdit(Registered("https://erp.contoso.com/", "[|GetAsync|]"))
        .AfterEdit(Registered("http://localhost:1/", "GetAsync"))
        .IsQuiet(Registered("http://localhost/", "GetAsync"));

    [Fact]
    public Task ValueOfAConstant() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders")
        .AfterEdit(Constant("https://erp.contoso.com", "[|GetAsync|]"))
        .AfterEdit(Constant("http://127.0.0.1", "GetAsync"))
        .IsQuiet(Constant("http://localhost", "GetAsync"));

    [Fact]
    public async Task SectionOfAnOptionsClass()
    {
        var editor = Editor("Erp");
        Assert.Equal("https://erp.contoso.com/orders", await Endpoint(editor));
        editor.Edit("Program.cs", Binding("Crm"));
        Assert.Equal("https://crm.contoso.com/orders", await Endpoint(editor));
        editor.Edit("Program.cs", Binding("Erp"));
        Assert.Equal("https://erp.contoso.com/orders", await Endpoint(editor));
    }

    [Fact]
    public async Task ValueInAppSettings()
    {
        var editor = Editor("Erp");
        Assert.Equal("https://erp.contoso.com/orders", await Endpoint(editor));
        editor.Edit(Settings("https://moved.contoso.com"));
        Assert.Equal("https://moved.contoso.com/orders", await Endpoint(editor));
    }

    private static async Task<string?> Endpoint(EditorSession editor) => Assert.Single(await editor.Show("C.cs")).Properties["endpoint"];

    private static EditorSession Editor(string section) => new(
        new CouplingAnalyzer(),
        [
            ("Program.cs", Binding(section)),
            ("Options.cs", "public class ApiOptions { public string Url { get; set; } = \"\"; }"),
            ("C.cs", "class C(HttpClient http, IOptions<ApiOptions> options) { Task M() => http.GetAsync(options.Value.Url + \"/orders\"); }"),
        ],
        Settings("https://erp.contoso.com"));

    private static string Binding(string section) =>
        $$"""static class Program { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ApiOptions>(configuration.GetSection("{{section}}")); }""";

    private static AdditionalText Settings(string erp) =>
        AnalyzerHost.File("/appsettings.json", $$"""{ "Erp": { "Url": "{{erp}}" }, "Crm": { "Url": "https://crm.contoso.com" } }""");

    private static string Registered(string address, string call) => $$"""
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Program { static void Add(IServiceCollection services) => services.AddHttpClient<Typed>(client => client.BaseAddress = new Uri("{{address}}")); }
        -- Typed.cs
        class Typed(HttpClient http) { Task M() => http.{{call}}("orders"); }
        """;

    private static string Constant(string address, string call) => $$"""
        -- Addresses.cs
        static class Addresses { public const string Root = "{{address}}"; }
        -- C.cs
        class C(HttpClient http) { Task M() => http.{{call}}(Addresses.Root + "/orders"); }
        """;
}
