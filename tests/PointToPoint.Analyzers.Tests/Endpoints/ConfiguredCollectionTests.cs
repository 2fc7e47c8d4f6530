using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Lists and dictionaries that are bound to configuration, and what is read of their elements.</summary>
public sealed class ConfiguredCollectionTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithAdditionalFile("appsettings.json", """
        {
          "Erp": { "base-url": "https://named.contoso.com", "Port": 8443 },
          "Hosts": [ "https://h0.contoso.com", "https://h1.contoso.com" ],
          "Targets": [ { "Url": "https://t0.contoso.com" }, { "Url": "https://t1.contoso.com" } ],
          "Api": {
            "Hosts": [ "https://a0.contoso.com", "https://a1.contoso.com" ],
            "Targets": [ { "Name": "erp", "Url": "https://erp.contoso.com" }, { "Name": "crm", "Url": "https://crm.contoso.com" } ],
            "Hosted": [ { "Name": "erp", "Host": "erp.contoso.com", "Port": 8443, "Kind": "Main" }, { "Name": "crm", "Scheme": "http", "Host": "crm.contoso.com", "Port": "5161", "Kind": "Other" } ],
            "Map": { "Erp": { "Url": "https://erp.contoso.com" }, "Crm": { "Url": "https://crm.contoso.com" } },
            "Urls": { "Erp": "https://erp.contoso.com", "Crm": "https://crm.contoso.com" }
          }
        }
        """);

    private const string Code = """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        static class Registrations { static void Add(IServiceCollection services, IConfiguration configuration) => services.Configure<ApiOptions>(configuration.GetSection("Api")); }
        public class Target { public string Name { get; set; } = ""; public string Url { get; set; } = ""; [ConfigurationKeyName("base-url")] public string BaseUrl { get; set; } = ""; public int Port { get; set; } = 80; }
        public enum Kind { Main, Other }
        public class Hosted { public string Name { get; set; } = ""; public string Scheme { get; set; } = "https"; public string Host { get; set; } = ""; public int Port { get; set; } public Kind Kind { get; set; } }
        public class ApiOptions
        {
            public IEnumerable<Hosted> Hosted { get; set; } = [];
            public List<Hosted> Unlisted { get; set; } = [];
            public string[] Hosts { get; set; } = [];
            public List<Target> Targets { get; set; } = new();
            public Dictionary<string, Target> Map { get; set; } = new();
            public Dictionary<string, string> Urls { get; set; } = new();
            public Dictionary<string, Target> Missing { get; set; } = new();
        }
        """;

    [Theory]
    [InlineData("api.Hosts[0]", "https://a0.contoso.com/orders")]
    [InlineData("api.Hosts.First()", "https://a0.contoso.com/orders")]
    [InlineData("api.Hosts[id]", "https://a0.contoso.com/orders | https://a1.contoso.com/orders")]
    [InlineData("api.Targets[1].Url", "https://crm.contoso.com/orders")]
    [InlineData("api.Targets[id].Url", "https://erp.contoso.com/orders | https://crm.contoso.com/orders")]
    [InlineData("api.Targets.First(target => target.Name == text).Url", "https://erp.contoso.com/orders | https://crm.contoso.com/orders")]
    [InlineData("api.Map[\"Erp\"].Url", "https://erp.contoso.com/orders")]
    [InlineData("api.Map[text].Url", "https://crm.contoso.com/orders | https://erp.contoso.com/orders")]
    [InlineData("api.Map[\"Shop\"].Url", "config:Api:Map:Shop:Url/orders")]
    [InlineData("api.Missing[text].Url", "config:Api:Missing/orders")]
    [InlineData("api.Urls[\"Crm\"]", "https://crm.contoso.com/orders")]
    [InlineData("(api.Urls.TryGetValue(\"Crm\", out var found) ? found : \"https://other.contoso.com\")", "https://crm.contoso.com/orders | https://other.contoso.com/orders")]
    [InlineData("(api.Map.TryGetValue(\"Crm\", out var found) ? found.Url : \"https://other.contoso.com\")", "https://crm.contoso.com/orders | https://other.contoso.com/orders")]
    [InlineData("_targets[0].Url", "https://t0.contoso.com/orders")]
    [InlineData("_map[\"Erp\"].Url", "https://erp.contoso.com/orders")]
    [InlineData("_hosts[1]", "https://h1.contoso.com/orders")]
    [InlineData("_erp.BaseUrl", "https://named.contoso.com/orders")]
    [InlineData("$\"https://erp.contoso.com:{_erp.Port}\"", "https://erp.contoso.com:8443/orders")]
    [InlineData("$\"https://erp.contoso.com:{api.Targets[0].Port}\"", "https://erp.contoso.com:80/orders")]
    public Task ElementOfABoundCollection(string expression, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        {{Code}}
        class C(HttpClient http, IOptions<ApiOptions> options, IConfiguration configuration)
        {
            readonly ApiOptions api = options.Value;
            readonly List<Target> _targets = configuration.GetSection("Targets").Get<List<Target>>()!;
            readonly Dictionary<string, Target> _map = configuration.GetSection("Api:Map").Get<Dictionary<string, Target>>()!;
            readonly string[] _hosts = configuration.GetSection("Hosts").Get<string[]>()!;
            readonly Target _erp = configuration.GetSection("Erp").Get<Target>()!;
            public Task M(int id, string text) => http.[|GetAsync|]({{expression}} + "/orders");
        }
        """);

    [Theory]
    [InlineData("api.Targets.First(target => target.Name == \"crm\")")]
    [InlineData("api.Targets.Single(target => \"crm\" == target.Name)")]
    [InlineData("api.Targets.FirstOrDefault(target => target.Name.Equals(\"CRM\", StringComparison.OrdinalIgnoreCase))")]
    [InlineData("api.Targets.SingleOrDefault(target => string.Equals(target.Name, \"Crm\", StringComparison.InvariantCultureIgnoreCase))")]
    [InlineData("api.Targets.Find(target => StringComparer.OrdinalIgnoreCase.Equals(target.Name, \"CRM\"))")]
    [InlineData("api.Targets.Last(target => target.Name?.Equals(\"crm\") == true)")]
    [InlineData("api.Targets.First(target => target.Name.ToLower() == \"Crm\".ToLower())")]
    [InlineData("api.Targets.First(target => target.Port > 0 && target.Name == \"crm\")")]
    [InlineData("api.Targets.Where(target => target.Name == \"crm\").First()")]
    [InlineData("api.Targets?.Where(target => target.Name == \"crm\").ToList().FirstOrDefault()")]
    [InlineData("(api.Targets.FirstOrDefault(target => target.Name == \"crm\") ?? throw new InvalidOperationException(text))")]
    public Task ElementThatIsAskedForByItsName(string element) => _test.WithProperty("endpoint", "https://crm.contoso.com/orders").Reports($$"""
        {{Code}}
        class C(HttpClient http, IOptions<ApiOptions> options) { readonly ApiOptions api = options.Value; public Task M(string text) => http.[|GetAsync|]({{element}}.Url + "/orders"); }
        """);

    [Theory]
    [InlineData("one.Name == \"crm\"", "http://crm.contoso.com:5161/orders")]
    [InlineData("one.Name == \"erp\"", "https://erp.contoso.com:8443/orders")]
    [InlineData("one.Kind == Kind.Other", "http://crm.contoso.com:5161/orders")]
    [InlineData("one.Name == text", "https://erp.contoso.com:8443/orders | http://crm.contoso.com:5161/orders")]
    public Task PiecesOfOneElement_AreNotMixedWithThoseOfAnother(string condition, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        {{Code}}
        class C(HttpClient http, IOptions<ApiOptions> options)
        {
            public Task M(string text)
            {
                var found = options.Value.Hosted.First(one => {{condition}});
                return http.[|GetAsync|](new Uri(new UriBuilder { Scheme = found.Scheme, Host = found.Host, Port = found.Port }.Uri, "orders"));
            }
        }
        """);

    [Fact]
    public Task NameThatNoListedElementHas_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget).WithProperty("unknownReason", "the address comes from an element of 'Api:Targets' that isn't configured, whose Name is \"shop\"").Reports($$"""
        {{Code}}
        class C(HttpClient http, IOptions<ApiOptions> options) { public Task M() => http.[|GetAsync|](options.Value.Targets.First(target => target.Name == "shop").Url + "/orders"); }
        """);

    [Fact]
    public Task NameInAListThatIsNowhere_NamesTheSystem() => _test.WithProperty("endpoint", "config:Api:Unlisted:shop:Host/orders").WithProperty("to", "shop").Reports($$"""
        {{Code}}
        class C(HttpClient http, IOptions<ApiOptions> options) { public Task M() => http.[|GetAsync|]("https://" + options.Value.Unlisted.First(one => one.Name == "shop").Host + "/orders"); }
        """);

    [Fact]
    public Task CallerThatNamesTheElement_IsTold() => _test.Reports($$"""
        {{Code}}
        class Sender(HttpClient http, IOptions<ApiOptions> options)
        {
            public Task Send(string system)
            {
                var found = options.Value.Hosted.First(one => one.Name == system);
                return http.GetAsync($"{found.Scheme}://{found.Host}:{found.Port}/orders");
            }
        }
        class C(Sender sender) { public Task M() => sender.{|#0:Send|}("erp"); public Task N() => sender.{|#1:Send|}("crm"); }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com:8443/orders"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "http://crm.contoso.com:5161/orders"));

    [Theory]
    [InlineData("foreach (var target in api.Targets) { await http.[|GetAsync|](target.Url + \"/orders\"); }")]
    [InlineData("foreach (var (_, target) in api.Map) { await http.[|GetAsync|](target.Url + \"/orders\"); }")]
    [InlineData("foreach (var entry in api.Map) { await http.[|GetAsync|](entry.Value.Url + \"/orders\"); }")]
    [InlineData("foreach (var entry in api.Urls) { await http.[|GetAsync|](entry.Value + \"/orders\"); }")]
    public Task EachElementOfABoundCollection(string body) => _test.WithProperty("endpoint", body.Contains("Targets") ? "https://erp.contoso.com/orders | https://crm.contoso.com/orders" : "https://crm.contoso.com/orders | https://erp.contoso.com/orders").Reports($$"""
        {{Code}}
        class C(HttpClient http, IOptions<ApiOptions> options) { readonly ApiOptions api = options.Value; public async Task M() { {{body}} } }
        """);

    [Fact]
    public Task CallerThatSaysWhichElement_IsTold() => _test.Reports($$"""
        {{Code}}
        class Sender(HttpClient http, IOptions<ApiOptions> options) { public Task Send(string system) => http.GetAsync(options.Value.Map[system].Url + "/orders"); }
        class C(Sender sender) { public Task M() => sender.{|#0:Send|}("Erp"); public Task N() => sender.{|#1:Send|}("Crm"); }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/orders"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://crm.contoso.com/orders"));

    [Fact]
    public Task ClientsRegisteredForEachChild() => _test.WithDefaultRule(RuleIds.DirectHttpCall).Reports("""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                foreach (var system in configuration.GetSection("Api:Map").GetChildren())
                {
                    services.AddHttpClient(system.Key, client => client.BaseAddress = new Uri(system["Url"]!));
                }
            }
        }
        class C(IHttpClientFactory factory) { public Task M() => factory.CreateClient("Erp").{|#0:GetAsync|}("/orders"); public Task N() => factory.CreateClient("Crm").{|#1:GetAsync|}("/orders"); }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/orders"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://crm.contoso.com/orders"));
}
