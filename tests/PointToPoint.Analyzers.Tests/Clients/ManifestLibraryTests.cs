using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Libraries of the user's own: one line of p2p.json says whose they are, and which argument is the address.</summary>
public sealed class ManifestLibraryTests
{
    private const string Api = """
        -- ErpApi.cs
        namespace Contoso
        {
            public abstract class ErpApi
            {
                public static string Call(string path, int id) => path;
                public static string Send(int id, string path) => path;
                public abstract string Ask(string path);
                public static string Describe(string path) => path;
            }

            public static class ErpExtensions
            {
                public static string Fetch(this ErpApi api, string path) => path;
            }
        }

        -- Test0.cs
        using Contoso;

        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall);

    [Fact]
    public Task Address_ByName_IsShownBehindTheSystem() => Erp("M:Contoso.ErpApi.Call address=path")
        .WithMessage("'TestProject' calls 'ERP' directly through Contoso.ErpApi: Call ERP/orders (p2p.json: ERP); put a gateway port in front of it, for 'erp'")
        .Reports(Api + """
            class C
            {
                string M() => ErpApi.[|Call|]("orders", 1);
                string Other() => ErpApi.Describe("orders") + nameof(ErpApi.Call);
            }
            """);

    [Theory]
    [InlineData("M:Contoso.ErpApi.Call address=0", "ErpApi.[|Call|](\"orders\", 1)", "ERP/orders")]
    [InlineData("M:Contoso.ErpApi.Call address=0", "ErpApi.[|Call|](id: 1, path: \"orders\")", "ERP/orders")]
    [InlineData("M:Contoso.ErpApi.Send address=1", "ErpApi.[|Send|](1, \"/orders/\" + Environment.TickCount)", "ERP/orders/{}")]
    [InlineData("M:Contoso.ErpApi.Ask address=path", "api.[|Ask|](\"orders\")", "ERP/orders")]
    [InlineData("M:Contoso.ErpExtensions.Fetch address=0", "api.[|Fetch|](\"orders\")", "ERP/orders")]
    [InlineData("M:Contoso.ErpApi.Call address=nothing", "ErpApi.[|Call|](\"orders\", 1)", "ERP")]
    [InlineData("M:Contoso.ErpApi.Call", "ErpApi.[|Call|](\"orders\", 1)", "ERP")]
    public Task Address_ByPosition(string entry, string call, string endpoint) => Erp(entry).WithProperty("endpoint", endpoint).WithProperty("to", "ERP").Reports(Api + $$"""
        class C { string M(ErpApi api) => {{call}}; }
        """);

    [Fact]
    public Task WholeAddress_IsShownAsItIs() => Erp("M:Contoso.ErpApi.Call address=path").WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("to", "ERP").Reports(Api + """
        class C { string M() => ErpApi.[|Call|]("https://erp.contoso.com/orders", 1); }
        """);

    [Fact]
    public Task WholeAddress_OfAnotherSystem_IsThatSystems() => _test
        .WithManifest("""{ "systems": { "ERP": { "sdks": ["M:Contoso.ErpApi.Call address=path"] }, "Billing": { "endpoints": ["billing.contoso.com"] } } }""").WithProperty("to", "Billing").Reports(Api + """
            class C { string M() => ErpApi.[|Call|]("https://billing.contoso.com/orders", 1); }
            """);

    [Fact]
    public Task MethodThatHandsThePathOn_IsToldWhereItIsCalled() => Erp("M:Contoso.ErpApi.Call address=path").WithProperty("endpoint", "ERP/api/orders").Reports(Api + """
        static class Erp { public static string Load(string path) => ErpApi.Call("api/" + path, 1); }
        class C { string M() => Erp.[|Load|]("orders"); }
        """);

    [Fact]
    public Task MethodAmongTheClients_IsThatSystems() => _test
        .WithManifest("""{ "systems": { "ERP": {} }, "clients": { "M:Contoso.ErpApi.Call address=path": "ERP" } }""").WithProperty("endpoint", "ERP/orders").WithProperty("to", "ERP").Reports(Api + """
            class C { string M() => ErpApi.[|Call|]("orders", 1) + ErpApi.Describe("orders"); }
            """);

    [Fact]
    public Task OwnSystem_IsQuiet() => _test.WithManifest("""{ "systems": { "TestProject": { "sdks": ["M:Contoso.ErpApi.Call address=path"] } } }""").IsQuiet(Api + """
        class C { string M() => ErpApi.Call("orders", 1); }
        """);

    private static AnalyzerTest Erp(string sdk) => _test.WithManifest($$"""{ "systems": { "ERP": { "sdks": ["{{sdk}}"] } } }""");

    [Fact]
    public Task Namespace_CallsAreThoseThatAwait_AndTheirTwins() => Erp("N:DnsClient").WithReferences(CatalogPackages.Referencing("DnsClient")).WithProperty("to", "ERP").Reports("""
        using DnsClient;
        class C
        {
            async Task M(ILookupClient names)
            {
                await names.[|QueryAsync|](DnsString.Parse("contoso.com"), QueryType.A);
                names.[|Query|]("contoso.com", QueryType.A).ToString();
            }
        }
        """);

    [Fact]
    public Task TypeThatKnowsNoTasks_IsCalledByAllItsMethods_WhereItIsNamedItself() => Erp("T:DnsClient.DnsString").WithReferences(CatalogPackages.Referencing("DnsClient")).WithProperty("to", "ERP").Reports("""
        using DnsClient;
        class C { object M() => DnsString.[|Parse|]("contoso.com"); }
        """);

    [Fact]
    public Task Constructor_IsAWiringToTheAddressItIsGiven() => Erp("M:Contoso.ErpClient.#ctor address=url").WithDefaultRule(RuleIds.DirectWiring).WithProperty("endpoint", "https://erp.contoso.com").WithProperty("to", "ERP").Reports("""
        -- ErpClient.cs
        namespace Contoso
        {
            public class ErpClient(string url) { public string Url => url; }
        }
        -- Test0.cs
        class C { object M() => new Contoso.[|ErpClient|]("https://erp.contoso.com"); }
        """);

    [Fact]
    public Task Constructor_BindsTheTypesCalls() => _test.WithManifest("""{ "systems": { "ERP": { "sdks": ["T:Contoso.ErpClient", "M:Contoso.ErpClient.#ctor(System.String) address=0"] } } }""").WithProperty("endpoint", "https://erp.contoso.com").WithProperty("to", "ERP").Reports("""
        -- ErpClient.cs
        namespace Contoso
        {
            public class ErpClient(string url) { public Task<string> GetAsync() => Task.FromResult(url); }
        }
        -- Test0.cs
        class C { object M() => new Contoso.{|P2P1003:ErpClient|}("https://erp.contoso.com").[|GetAsync|](); }
        """);

    [Fact]
    public Task NamespaceOfALibraryThatTheCatalogKnows_KeepsItsKindOfData() => _test.WithReferences(CatalogPackages.Referencing("StackExchange.Redis")).WithManifest("""{ "systems": { "ERP": { "sdks": ["N:StackExchange.Redis"] } } }""")
        .WithDefaultRule(RuleIds.DirectDataAccess).WithProperty("to", "ERP").Reports("""
        using StackExchange.Redis;
        class C
        {
            async Task<string?> M()
            {
                var redis = ConnectionMultiplexer.[|Connect|]("erp-cache:6379");
                return await redis.GetDatabase().StringGetAsync("key");
            }
        }
        """);

    [Fact]
    public Task MethodOfAClientOfAnotherSystem_IsShownAsThatSystems() => _test
        .WithManifest("""{ "systems": { "ERP": { "sdks": ["M:Contoso.ErpApi.Call address=path"] }, "CRM": { } }, "clients": { "Contoso.ErpApi": "CRM" } }""").WithProperty("to", "CRM").WithProperty("endpoint", "CRM/orders").Reports(Api + """
            class C { string M() => ErpApi.[|Call|]("orders", 1); }
            """);

    [Fact]
    public Task NamespaceOfAnSdkWhoseCodeIsThere_IsCalledFromOutsideIt() => CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall).WithProperty("to", "ERP")
        .WithManifest("""{ "systems": { "ERP": { "sdks": ["N:Contoso.Erp.Client"] } } }""").Reports("""
        -- ErpClient.cs
        namespace Contoso.Erp.Client
        {
            public class ErpClient
            {
                public Orders Orders => new();
                public Task<string> GetOrderAsync(int id) => Orders.FindAsync(id);
            }
            public class Orders { public Task<string> FindAsync(int id) => Task.FromResult(""); }
            public class Order { public string Describe() => ""; }
        }

        -- Test0.cs
        using Contoso.Erp.Client;
        class C(ErpClient erp)
        {
            async Task M()
            {
                await erp.[|GetOrderAsync|](1);
                await new ErpClient().Orders.[|FindAsync|](1);
                new Order().Describe();
            }
        }
        """);

    [Fact]
    public Task NamespaceOfAVendor_IsWhosePJsonSays() => CouplingTest.New().WithDefaultRule(RuleIds.DirectSdkCall).WithProperty("to", "Forge").WithReferences(CatalogPackages.Referencing("Octokit"))
        .WithManifest("""{ "systems": { "Forge": { "sdks": ["N:Octokit"] } } }""").Reports("""
        using Octokit;
        class C(IGitHubClient client) { async Task M() => await client.User.[|Get|]("a"); }
        """);
}
