using PointToPoint.Analyzers.Rules;
using PointToPoint.Analyzers.Tests.Robustness;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>What an edit of one file costs in a project of many, counted for the document that is shown.</summary>
public sealed class EditCostTests
{
    private const int Modules = 12;

    private readonly EngineCounters _counters = new();
    private readonly EditorSession _editor;

    public EditCostTests() => _editor = new EditorSession(new CouplingAnalyzer(null, _counters), Files());

    [Fact]
    public async Task FirstDocument_ReadsEveryTreeOnce()
    {
        await _editor.Show("Typed7.cs");
        await _editor.Show("Named3.cs");

        Assert.Equal(_editor.Compilation.SyntaxTrees.Count(), _counters.TreesRead);
        Assert.InRange(_counters.TreesReadForNames, 0, _counters.TreesRead);
        Assert.InRange(_counters.TreesReadForSites, 0, _counters.TreesRead);
    }

    [Theory]
    [InlineData("Typed7.cs", "orders/", 1)]
    [InlineData("Named3.cs", "customers/", 1)]
    [InlineData("Optioned5.cs", "invoices/", 1)]
    [InlineData("Caller9.cs", "items/", 1)]
    [InlineData("Wrapper2.cs", "api/", 1)]
    [InlineData("Registrations1.cs", "erp", 0)]
    [InlineData("Literal4.cs", "rates/", 0)]
    [InlineData("Plain6.cs", "nothing/", 0)]
    public async Task EditOfOneFile_ReadsThatTreeAndBindsWhatItNeeds(string path, string text, int registrations)
    {
        await _editor.Show(_editor.Compilation.SyntaxTrees.Select(tree => tree.FilePath));

        var (trees, names, sites, bound) = (_counters.TreesRead, _counters.TreesReadForNames, _counters.TreesReadForSites, _counters.RegistrationsBound);
        var old = Files().Single(file => file.Path == path).Text;
        _editor.Edit(path, old.Replace(text, "edited-" + text, StringComparison.Ordinal));
        var shown = await _editor.Show(path);

        // A wrapper's connection is shown at its caller.
        Assert.Equal(path.StartsWith("Plain", StringComparison.Ordinal) || path.StartsWith("Wrapper", StringComparison.Ordinal), shown.IsEmpty);
        Assert.InRange(_counters.TreesRead - trees, 0, 1);
        Assert.InRange(_counters.TreesReadForNames - names, 0, 1);
        Assert.InRange(_counters.TreesReadForSites - sites, 0, 1);
        Assert.Equal(registrations, _counters.RegistrationsBound - bound);
    }

    private static IEnumerable<(string Path, string Text)> Files()
    {
        for (var i = 0; i < Modules; i++)
        {
            yield return ($"Registrations{i}.cs", $$"""
                static class Registrations{{i}}
                {
                    static void Add(IServiceCollection services, IConfiguration configuration)
                    {
                        services.AddHttpClient<Typed{{i}}>(client => client.BaseAddress = new Uri("https://erp{{i}}.contoso.com/"));
                        services.AddHttpClient<Wrapper{{i}}>(client => client.BaseAddress = new Uri("https://rest{{i}}.contoso.com/"));
                        services.AddHttpClient("named{{i}}", client => client.BaseAddress = new Uri("https://crm{{i}}.contoso.com/"));
                        services.Configure<Options{{i}}>(configuration.GetSection("Services:Billing{{i}}"));
                    }
                }
                """);
            yield return ($"Typed{i}.cs", $$"""class Typed{{i}}(HttpClient http) { Task<string> Load() => http.GetStringAsync("orders/list"); }""");
            yield return ($"Named{i}.cs", $$"""class Named{{i}}(IHttpClientFactory factory) { Task Load() => factory.CreateClient("named{{i}}").GetAsync("customers/list"); }""");
            yield return ($"Options{i}.cs", $$"""public class Options{{i}} { public string Url { get; set; } = ""; }""");
            yield return ($"Optioned{i}.cs", $$"""class Optioned{{i}}(HttpClient http, IOptions<Options{{i}}> options) { Task Load() => http.GetAsync(options.Value.Url + "invoices/list"); }""");
            yield return ($"Wrapper{i}.cs", $$"""class Wrapper{{i}}(HttpClient http) { public Task GetAsync(string path) => http.GetAsync("api/" + path); }""");
            yield return ($"Caller{i}.cs", $$"""class Caller{{i}}(Wrapper{{i}} api) { Task Load() => api.GetAsync("items/list"); }""");
            yield return ($"Literal{i}.cs", $$"""class Literal{{i}}(HttpClient http) { Task Load() => http.GetAsync("https://tax{{i}}.contoso.com/rates/list"); }""");
            yield return ($"Plain{i}.cs", $$"""
                class Store{{i}} { public Task<int> GetAsync(string key) => Task.FromResult(key.Length); }
                class Plain{{i}}(Store{{i}} store) { Task<int> Load(string key) => store.GetAsync("nothing/" + key); Task<int> Twice() => Load("a"); }
                """);
        }
    }
}
