using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>What fields and properties hold is what constructors, initialisers and factories put there, for the object at hand.</summary>
public sealed class ObjectStateTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("readonly string root; public C() : this(\"https://erp.contoso.com\") { } C(string root) { this.root = root; }")]
    [InlineData("readonly string root; public C() : this(\"erp\", 443) { } C(string name, int port) : this($\"https://{name}.contoso.com\") { } C(string root) => this.root = root;")]
    [InlineData("static readonly string root; static C() { root = \"https://erp.contoso.com\"; }")]
    [InlineData("static readonly string root; static C() { var name = \"erp\"; root = \"https://\" + name + \".contoso.com\"; }")]
    [InlineData("readonly Lazy<string> lazy = new(() => \"https://erp.contoso.com\"); string root => lazy.Value;")]
    [InlineData("static readonly Lazy<string> lazy = new(Make); static string Make() => \"https://erp.contoso.com\"; string root => lazy.Value;")]
    [InlineData("string? cached; string root => cached ??= \"https://erp.contoso.com\";")]
    [InlineData("string root { get; init; } = \"https://erp.contoso.com\";")]
    [InlineData("string root { get { if (name is null) { return \"https://erp.contoso.com\"; } return \"https://erp.contoso.com\"; } } string? name;")]
    [InlineData("static Options Merge(Options first, Options second) { if (second == null) return first; return second; } string root => Merge(new Options { Url = \"https://crm.contoso.com\" }, new Options { Url = \"https://erp.contoso.com\" }).Url; class Options { public string Url { get; set; } = \"\"; }")]
    [InlineData("readonly (string Erp, string Crm) urls = (\"https://erp.contoso.com\", \"https://crm.contoso.com\"); string root => urls.Erp;")]
    public Task ValueOfAMember(string members) => EndpointTest.Resolves("root + \"/orders\"", "https://erp.contoso.com/orders", members);

    [Fact]
    public Task BaseClassField_HoldsWhatTheSubclassPassesUp() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        abstract class Client
        {
            protected readonly string root;
            protected readonly HttpClient http = new();
            protected Client(string root) { this.root = root; }
        }
        class ErpClient : Client
        {
            public ErpClient() : base("https://erp.contoso.com") { }
            Task M() => http.[|GetAsync|](root + "/orders");
        }
        class CrmClient : Client
        {
            public CrmClient() : base("https://crm.contoso.com") { }
        }
        """);

    [Fact]
    public Task PrimaryConstructor_OfTheOnlyCreation() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class ErpClient(HttpClient http, string root) { public Task Orders() => http.[|GetAsync|](root + "/orders"); }
        static class Program { static ErpClient Make() => new(new HttpClient(), "https://erp.contoso.com"); }
        """);

    [Fact]
    public Task CreationsThatDisagree_AreAlternatives() => _test.WithProperty("endpoint", "https://a.contoso.com/orders | https://b.contoso.com/orders").Reports("""
        class ErpClient(HttpClient http, string root) { public Task Orders() => http.[|GetAsync|](root + "/orders"); }
        static class Program
        {
            static ErpClient A() => new(new HttpClient(), "https://a.contoso.com");
            static ErpClient B() => new ErpClient(new HttpClient(), "https://b.contoso.com");
        }
        """);

    [Theory]
    [InlineData("required string Root { get; init; }")]
    [InlineData("string Root { get; set; } = \"\";")]
    public Task InitialiserOfTheObject(string property) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        class Settings { public {{property}} }
        class C
        {
            readonly HttpClient http = new();
            readonly Settings settings = new() { Root = "https://erp.contoso.com" };
            Task M() => http.[|GetAsync|](settings.Root + "/orders");
        }
        """);

    [Fact]
    public Task TwoObjectsOfOneClass_KeepTheirOwn() => _test.Reports("""
        record Partner(string Name, string Root);
        class C(HttpClient http)
        {
            static readonly Partner Erp = new("erp", "https://erp.contoso.com");
            static readonly Partner Crm = new("crm", "https://crm.contoso.com");
            Task A() => http.{|#0:GetAsync|}(Erp.Root + "/orders");
            Task B() => http.{|#1:GetAsync|}($"{Crm.Root}/customers");
        }
        """,
        Site(0, "https://erp.contoso.com/orders"),
        Site(1, "https://crm.contoso.com/customers"));

    [Fact]
    public Task RecordWithAChange_IsTheChangedOne() => _test.WithProperty("endpoint", "https://crm.contoso.com/orders").Reports("""
        record Partner(string Name, string Root);
        class C(HttpClient http)
        {
            Task M()
            {
                var erp = new Partner("erp", "https://erp.contoso.com");
                var crm = erp with { Root = "https://crm.contoso.com" };
                return http.[|GetAsync|](crm.Root + "/orders");
            }
        }
        """);

    [Fact]
    public Task ClientInAnObject_KeepsItsBaseAddress() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Connection(HttpClient http) { public HttpClient Http { get; } = http; }
        class C
        {
            readonly Connection erp = new(new HttpClient { BaseAddress = new Uri("https://erp.contoso.com") });
            Task M() => erp.Http.[|GetAsync|]("orders");
        }
        """);

    [Theory]
    [InlineData("services.AddSingleton(sp => new ErpClient(new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com\") }));")]
    [InlineData("services.AddScoped<ErpClient>(_ => { var http = new HttpClient(); http.BaseAddress = new Uri(\"https://erp.contoso.com\"); return new ErpClient(http); });")]
    [InlineData("services.AddSingleton(new ErpClient(Make())); static HttpClient Make() => new() { BaseAddress = new Uri(\"https://erp.contoso.com\") };")]
    [InlineData("services.AddHttpClient(\"erp\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com\")); services.AddTransient(sp => new ErpClient(sp.GetRequiredService<IHttpClientFactory>().CreateClient(\"erp\")));")]
    [InlineData("services.AddSingleton(new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com\") }); services.AddSingleton<ErpClient>();")]
    [InlineData("services.AddScoped(sp => new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com\") });")]
    public Task ClientThatAFactoryMakes(string registration) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations { static void Add(IServiceCollection services) { {{registration}} } }
        -- ErpClient.cs
        class ErpClient(HttpClient http) { public Task Orders() => http.[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task AddressThatAFactoryGives_IsTheTypedClients() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) => services.AddSingleton<IErpClient>(sp => new ErpClient(sp.GetRequiredService<IHttpClientFactory>(), "https://erp.contoso.com"));
        }
        interface IErpClient { Task Orders(); }
        class ErpClient : IErpClient
        {
            readonly HttpClient http;
            public ErpClient(IHttpClientFactory factory, string root)
            {
                http = factory.CreateClient();
                http.BaseAddress = new Uri(root);
            }
            public Task Orders() => http.[|GetAsync|]("orders");
        }
        """);

    [Fact]
    public Task StructAndStaticClass_AreObjectsToo() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        readonly struct Endpoint(string path) { public string Url { get; } = Urls.Root + "/" + path; }
        static class Urls { public static string Root { get; set; } = "https://erp.contoso.com"; }
        class C(HttpClient http) { Task M() => http.[|GetAsync|](new Endpoint("orders").Url); }
        """);

    [Fact]
    public Task ObjectsThatHoldEachOther_End() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        class Node { public Node Other = null!; public string Url { get; init; } = null!; }
        class C(HttpClient http)
        {
            public async Task M(Node first)
            {
                var x = first;
                var y = first;
                while (true)
                {
                    x = y.Other;
                    y = x.Other;
                    await http.[|GetAsync|](x.Url);
                }
            }
        }
        """);

    [Fact]
    public Task ClassThatIsCreatedByManyWithAddressesOfTheirOwn_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports($$"""
        class Download(HttpClient http, string url) { public Task Run() => http.[|GetAsync|](url); }
        static class Program
        {
            {{string.Join("\n    ", Enumerable.Range(1, 40).Select(number => $"static Download D{number}(HttpClient http) => new(http, \"https://host{number}.contoso.com\");"))}}
        }
        """);

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);

    [Fact]
    public Task FieldThatIsChangedAfterTheInitialiser_HasWhatItWasChangedTo() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Endpoint { public string Url = ""; }
        class C(HttpClient http)
        {
            Task M()
            {
                var endpoint = new Endpoint { Url = "https://old.contoso.com/orders" };
                endpoint.Url = "https://erp.contoso.com/orders";
                return http.[|GetAsync|](endpoint.Url);
            }
        }
        """);

    [Theory]
    [InlineData("settings.Url")]
    [InlineData("settings.Url ?? \"https://crm.contoso.com\"")]
    [InlineData("(settings.Url == null ? \"https://crm.contoso.com\" : settings.Url)")]
    public Task PropertyThatTheNewObjectIsGiven_IsThere(string root) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("alsoTo", null).Reports($$"""
        class Settings { public Settings() { Url = "https://default.contoso.com"; } public string Url { get; set; } }
        class C
        {
            static string Root(Settings settings) => {{root}};
            Task M(HttpClient http) => http.[|GetAsync|](Root(new Settings { Url = "https://erp.contoso.com" }) + "/orders");
        }
        """);

    [Theory]
    [InlineData("readonly ISettings settings; public Api(ISettings settings) => this.settings = settings;")]
    [InlineData("ISettings settings { get; } public Api(ISettings settings) { this.settings = settings; }")]
    public Task InterfacesProperty_HoldsWhatTheObjectWasGiven_ThatTheConstructorGot(string members) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("alsoTo", null).Reports($$"""
        interface ISettings { string Url { get; } }
        class Settings : ISettings { public string Url { get; set; } = "https://default.contoso.com"; }
        class Api
        {
            {{members}}
            Task M(HttpClient http) => http.[|GetAsync|](settings.Url + "/orders");
        }
        class C { Api Make() => new(new Settings { Url = "https://erp.contoso.com" }); }
        """);

    [Fact]
    public Task FieldThatSeveralConstructorsSet_HoldsWhatTheOneDidThatMadeTheObject() => _test.WithProperty("alsoTo", null).Reports("""
        class Settings { public string Url { get; set; } = "https://default.contoso.com"; }
        class Api
        {
            public string Root { get; }
            public Api(string root) => Root = root;
            public Api(Settings settings) => Root = settings.Url;
        }
        class C
        {
            Task M(HttpClient http)
            {
                var api = new Api("https://erp.contoso.com");
                var crm = new Api(new Settings { Url = "https://crm.contoso.com" });
                http.{|#0:GetAsync|}(crm.Root);
                return http.{|#1:GetAsync|}(api.Root);
            }
        }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("to", "crm.contoso.com"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("to", "erp.contoso.com"));

    [Fact]
    public Task FieldBehindAPropertyThatAllShare_HoldsWhatOthersSetThere() => _test.WithProperty("to", "default.contoso.com").WithProperty("alsoTo", "erp.contoso.com").Reports("""
        static class Settings
        {
            private static string _url = "https://default.contoso.com";
            public static string Url { get { return _url; } set { _url = value; } }
        }
        class C
        {
            void Init() => Settings.Url = "https://erp.contoso.com";
            Task M(HttpClient http) => http.[|GetAsync|](Settings.Url + "/orders");
        }
        """);

    [Fact]
    public Task ObjectThatAMethodMakes_HasWhatItsCallersGive() => _test.Reports(
        """
        using Microsoft.Extensions.DependencyInjection;
        class Crm(HttpClient http) { public Task M() => http.{|#0:GetAsync|}("customers"); public static Crm Create(string root) => new(new HttpClient { BaseAddress = new Uri(root) }); }
        class Erp(HttpClient http) { public Task M() => http.{|#1:GetAsync|}("orders"); }
        class ErpFactory(IHttpClientFactory factory) { public Erp Create(string name) { var erp = new Erp(factory.CreateClient(name)); return erp; } }
        class Hr(string root) { readonly HttpClient http = new(); public Task M() => http.{|#2:GetAsync|}(root + "/people"); }
        class Tax(HttpClient http) { public Task M() => http.{|#3:GetAsync|}("rates"); }
        class C(ErpFactory factory)
        {
            static Hr Open(string root, bool isNew) => isNew ? new Hr(root) : throw new InvalidOperationException();
            Task A() => Crm.Create("https://crm.contoso.com").M();
            Task B() => factory.Create("eu").M();
            Task D() { var erp = factory.Create("us"); return erp.M(); }
            Task E() => Open("https://hr.contoso.com", true).M();
        }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient("eu", http => http.BaseAddress = new Uri("https://eu.contoso.com"));
                services.AddHttpClient("us", http => http.BaseAddress = new Uri("https://us.contoso.com"));
                services.AddSingleton(sp => Make("https://tax.contoso.com"));
            }
            static Tax Make(string root) => new(new HttpClient { BaseAddress = new Uri(root) });
        }
        """,
        Site(0, "https://crm.contoso.com/customers"),
        Site(1, "https://eu.contoso.com/orders | https://us.contoso.com/orders"),
        Site(2, "https://hr.contoso.com/people"),
        Site(3, "https://tax.contoso.com/rates"));
}
