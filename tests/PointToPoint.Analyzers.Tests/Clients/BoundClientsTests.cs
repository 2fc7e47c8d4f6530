using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Clients whose code is elsewhere, and which p2p.json knows.</summary>
public sealed class BoundClientsTests
{
    private const string Library = """
        # project Contoso.Erp.Client
        -- ErpClient.cs
        namespace Contoso.Erp.Client;

        public class ErpClient
        {
            public string BaseUrl { get; set; } = "";
            public Task<string> GetOrderAsync(int id) => Task.FromResult("");
            public string GetOrder(int id) => "";
            public string Describe() => "";
        }

        public interface IApiClient<TConfiguration>
        {
            Task<string> Get(object request);
        }

        public sealed class ErpConfiguration;
        public sealed class Order;
        # project Contoso.Crm -> Contoso.Erp.Client
        -- Orders.cs
        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    [Fact]
    public Task AwaitableMethodsAndTheirTwins_AreCallsOfTheSystem() => _test
        .WithManifest("""{ "systems": { "ERP": {} }, "clients": { "Contoso.Erp.Client.ErpClient": "ERP" } }""")
        .WithProperty("to", "ERP").WithProperty("client", "Contoso.Erp.Client.ErpClient").WithProperty("provenance", "p2p.json: clients")
        .Reports(Library + """

        using Contoso.Erp.Client;
        class Orders(ErpClient erp)
        {
            Task<string> Load(int id) => erp.[|GetOrderAsync|](id);
            string LoadNow(int id) => erp.[|GetOrder|](id);
            string Quiet() => erp.Describe() + erp.BaseUrl + erp.ToString() + nameof(erp.GetOrder) + typeof(ErpClient);
        }
        """);

    [Theory]
    [InlineData("Contoso.Erp.Client.IApiClient<>", "ERP")]
    [InlineData("Contoso.Erp.Client.IApiClient<TConfiguration>", "ERP")]
    [InlineData("Contoso.Erp.Client.IApiClient`1", "ERP")]
    public Task TypeArgument_NamesTheSystem(string type, string system) => _test
        .WithManifest($$"""{ "systems": { "ERP": {} }, "clients": { "{{type}}": "{0}" } }""")
        .WithProperty("to", system)
        .Reports(Library + """

        using Contoso.Erp.Client;
        class Orders(IApiClient<ErpConfiguration> api) { Task<string> Load() => api.[|Get|](new Order()); }
        """);

    [Fact]
    public Task TypeArgumentThatNoEntryDeclares_IsASystemOfItsOwn() => _test
        .WithManifest("""{ "clients": { "Contoso.Erp.Client.IApiClient<>": "{0}" } }""")
        .WithProperty("to", "Erp").WithProperty("endpoint", "client:IApiClient<ErpConfiguration>")
        .Reports(Library + """

        using Contoso.Erp.Client;
        class Orders(IApiClient<ErpConfiguration> api) { Task<string> Load() => api.[|Get|](new Order()); }
        """);

    [Fact]
    public Task ClientWhoseCodeIsHere_ButNotItsAddress_IsTheEntrys() => _test
        .WithManifest("""{ "clients": { "Contoso.IApiClient<>": "{0}" } }""")
        .WithProperty("to", "Erp").WithProperty("endpoint", "client:IApiClient<ErpConfiguration>")
        .Reports("""
        namespace Contoso;
        class ErpConfiguration;
        interface IApiClient<T> { Task<string> Get(string path); }
        class ApiClient<T>(HttpClient http) : IApiClient<T> { public Task<string> Get(string path) => http.GetStringAsync(path); }
        class Orders(IApiClient<ErpConfiguration> api) { Task<string> Load() => api.[|Get|]("orders"); }
        """);

    [Fact]
    public Task OwnSystemsClient_IsQuiet() => _test
        .WithManifest("""{ "systems": { "ERP": { "owns": ["Contoso.Crm"] } }, "clients": { "Contoso.Erp.Client.ErpClient": "ERP" } }""")
        .IsQuiet(Library + """

        using Contoso.Erp.Client;
        class Orders(ErpClient erp) { Task<string> Load(int id) => erp.GetOrderAsync(id); }
        """);

    [Fact]
    public Task ClientWhoseCodeIsHere_IsToldWhereItSends() => _test
        .WithManifest("""{ "systems": { "ERP": {} }, "clients": { "ErpClient": "ERP" } }""")
        .WithProperty("to", "ERP").WithProperty("verb", "GET")
        .Reports("""
        class ErpClient(HttpClient http) { public Task<string> Load(int id) => http.[|GetStringAsync|]($"orders/{id}"); }
        class Orders(ErpClient erp) { Task<string> Load(int id) => erp.Load(id); }
        """);

    [Fact]
    public Task InterfaceWhoseImplementationIsElsewhere_IsACall() => _test
        .WithManifest("""{ "systems": { "ERP": {} }, "clients": { "IErp": "ERP" } }""")
        .WithProperty("to", "ERP").WithProperty("verb", "Load")
        .Reports("""
        interface IErp { Task<string> Load(int id); }
        class Orders(IErp erp) { Task<string> Load(int id) => erp.[|Load|](id); }
        """);

    [Fact]
    public Task TypeThatIsntReferenced_IsNoTrouble() => _test
        .WithManifest("""{ "systems": { "ERP": {} }, "clients": { "Contoso.Gone": "ERP" } }""")
        .IsQuiet("class C { string M() => nameof(C); }");
}
