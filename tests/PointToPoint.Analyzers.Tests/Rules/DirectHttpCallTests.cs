using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Rules;

public sealed class DirectHttpCallTests
{
    private const string Manifest = """
        {
          "systems": {
            "CRM": { "owner": "sales-platform", "owns": ["Contoso.Crm*"], "endpoints": ["https://crm.contoso.com", "crm-api"] },
            "ERP": { "owner": "finance", "owns": ["Contoso.Erp*"], "endpoints": ["https://erp.contoso.com/api", "erp-api", "http://localhost:5102", "config:Erp:BaseUrl", "client:erp"] }
          },
          "gateway": { "endpoints": ["https://gateway.contoso.com"], "adapters": ["**/Gateways/**"] }
        }
        """;

    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    private static readonly AnalyzerTest _withManifest = _test.WithManifest(Manifest);

    [Fact]
    public Task LiteralUrl_IsReported() => _test
        .WithMessage("'TestProject' calls 'erp.contoso.com' directly: GET https://erp.contoso.com/api/orders (literal); route it through the gateway as 'erp-contoso-com'")
        .Reports("""
            class Orders
            {
                readonly HttpClient http = new();
                Task<string> Load() => http.[|GetStringAsync|]("https://erp.contoso.com/api/orders");
            }
            """);

    [Fact]
    public Task ManifestEndpoint_NamesBothSystems() => _withManifest
        .WithProperty("from", "CRM")
        .WithProperty("to", "ERP")
        .WithProperty("toOwner", "finance")
        .WithProperty("gatewayKey", "erp")
        .WithProperty("verb", "GET")
        .WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}")
        .WithProperty("origin", "https://erp.contoso.com")
        .WithProperty("client", "System.Net.Http.HttpClient")
        .WithProperty("protocol", "http")
        .WithProperty("verdict", "new")
        .Reports("""
            namespace Contoso.Crm;

            class Orders(HttpClient http)
            {
                Task<HttpResponseMessage> Load(int id) => http.[|GetAsync|]($"https://erp.contoso.com/api/orders/{id}?expand=lines");
            }
            """);

    [Fact]
    public Task CallToTheOwnSystem_IsQuiet() => _withManifest.IsQuiet("""
        namespace Contoso.Erp.Web;

        class Orders(HttpClient http)
        {
            Task<HttpResponseMessage> Load() => http.GetAsync("https://erp.contoso.com/api/orders");
        }
        """);

    [Fact]
    public Task GatewayEndpoint_IsQuiet() => _withManifest.IsQuiet("""
        class Orders(HttpClient http)
        {
            Task<HttpResponseMessage> Load() => http.GetAsync("https://gateway.contoso.com/erp/orders");
        }
        """);

    [Fact]
    public Task GatewayAdapter_IsQuiet() => _withManifest.IsQuiet("""
        -- Gateways/ErpGateway.cs
        class ErpGateway(HttpClient http)
        {
            Task<HttpResponseMessage> Load() => http.GetAsync("https://erp.contoso.com/api/orders");
        }
        """);

    [Theory]
    [InlineData("http://localhost:5000/x")]
    [InlineData("http://127.0.0.1/x")]
    [InlineData("https://[::1]:5001/x")]
    [InlineData("http://app.localhost/x")]
    public Task Loopback_IsQuiet(string url) => _test.IsQuiet($$"""
        class C(HttpClient http) { Task M() => http.GetAsync("{{url}}"); }
        """);

    [Fact]
    public Task Loopback_IsReportedWhenSwitchedOn() => _test.WithEditorConfig("""
        root = true
        [*.cs]
        p2p_report_loopback = true
        """).Reports("""
        class C(HttpClient http) { Task M() => http.[|GetAsync|]("http://localhost:5000/x"); }
        """);

    [Fact]
    public Task ManifestEndpoint_BeatsLoopback() => _withManifest.WithProperty("to", "ERP").Reports("""
        class C(HttpClient http) { Task M() => http.[|GetAsync|]("http://localhost:5102/x"); }
        """);

    [Theory]
    [InlineData("http://erp-api/x", "erp-api")]
    [InlineData("https+http://erp-api/x", "erp-api")]
    [InlineData("https://_admin.erp-api/x", "erp-api")]
    public Task ServiceName_IsTheSystem(string url, string system) => _test.WithProperty("to", system).Reports($$"""
        class C(HttpClient http) { Task M() => http.[|GetAsync|]("{{url}}"); }
        """);

    [Fact]
    public Task OwnServiceName_IsQuiet() => _test.IsQuiet("""
        # project Catalog.API
        -- C.cs
        class C(HttpClient http) { Task M() => http.GetAsync("http://catalog-api/items"); }
        """);

    [Fact]
    public Task UnexpiredApproval_IsQuiet() => _test.WithBuildProperty("PointToPointDate", "2027-01-15").WithManifest(Approved).IsQuiet(ApprovedCall.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));

    [Fact]
    public Task ExpiredApproval_IsReported() => _test.WithBuildProperty("PointToPointDate", "2027-04-01").WithManifest(Approved)
        .WithProperty("approvalExpired", "true").Reports(ApprovedCall);

    private const string Approved = """
        {
          "systems": {
            "CRM": { "owner": "a", "owns": ["Contoso.Crm*"] },
            "ERP": { "owner": "b", "endpoints": ["https://erp.contoso.com"] }
          },
          "approvals": [ { "from": "CRM", "to": "ERP", "owner": "b", "reason": "cut-over in March", "until": "2027-03-31" } ]
        }
        """;

    private const string ApprovedCall = """
        namespace Contoso.Crm;
        class C(HttpClient http) { Task M() => http.[|GetAsync|]("https://erp.contoso.com/x"); }
        """;

    [Fact]
    public Task TestProject_IsQuiet() => _test.WithBuildProperty("IsTestProject", "true").IsQuiet("""
        class C(HttpClient http) { Task M() => http.GetAsync("https://erp.contoso.com/x"); }
        """);

    [Theory]
    [InlineData("xunit.v3")]
    [InlineData("Serilog|NUnit|Polly")]
    [InlineData("Microsoft.NET.Test.Sdk")]
    [InlineData("MSTest.Sdk")]
    public Task ReferenceToTestFramework_IsQuiet(string packages) => _test.WithBuildProperty("PointToPointPackageReferences", packages).IsQuiet("""
        class C(HttpClient http) { Task M() => http.GetAsync("https://erp.contoso.com/x"); }
        """);

    [Fact]
    public Task LeftoverReferenceToATestFramework_InAnApplicationWithoutTests_IsReported() => _test.AsConsoleApp().WithBuildProperty("PointToPointPackageReferences", "Microsoft.NET.Test.Sdk|xunit").WithBuildProperty("IsTestProject", "true").Reports("""
        -- Program.cs
        class Program { static void Main(string[] args) => Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build().Run(); }
        -- C.cs
        class C(HttpClient http) { Task M() => http.[|GetAsync|]("https://erp.contoso.com/x"); }
        """);

    [Theory]
    [InlineData("[Xunit.Fact] ", "Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build().Run()")]
    [InlineData("[Xunit.SkippableFact] ", "Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build().Run()")]
    [InlineData("", "System.Console.WriteLine(new Uri(args[0]).Host)")]
    [InlineData("[Obsolete, Xunit.FactAttribute] ", "Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build().Run()")]
    [InlineData("", "System.Console.WriteLine(args.Length)")]
    public Task ProgramWithTests_OrThatHostsNothing_IsATest(string attribute, string main) => _test.AsConsoleApp().WithBuildProperty("PointToPointPackageReferences", "xunit").IsQuiet($$"""
        -- Program.cs
        class Program { static void Main(string[] args) => {{main}}; }
        -- C.cs
        class C(HttpClient http) { {{attribute}}public Task M() => http.GetAsync("https://erp.contoso.com/x"); }
        -- Xunit.cs
        namespace Xunit { class FactAttribute : Attribute; class SkippableFactAttribute : Attribute; }
        """);

    [Theory]
    [InlineData("Tests/Actions", true)]
    [InlineData("src/UnitTests", true)]
    [InlineData("test", true)]
    [InlineData("Contest", false)]
    [InlineData("Testing", false)]
    public Task ApplicationWithTestsInAFolderOfTheirOwn_IsReportedOutsideIt(string folder, bool isOfTests)
    {
        var test = _test.AsConsoleApp().WithBuildProperty("MSBuildProjectName", "Shop").WithBuildProperty("PointToPointPackageReferences", "xunit").WithBuildProperty("IsTestProject", "true");
        return isOfTests ? test.Reports(Application("[|GetAsync|]", folder)) : test.IsQuiet(Application("GetAsync", folder));
    }

    [Fact]
    public Task TestsOfAnApplication_AreReportedWhenSwitchedOn() => _test.AsConsoleApp().WithBuildProperty("PointToPointPackageReferences", "xunit").WithEditorConfig("""
        root = true
        [*.cs]
        p2p_report_tests = true
        """).Reports(Application("[|GetAsync|]", "Tests").Replace("fake.GetAsync", "fake.[|GetAsync|]", StringComparison.Ordinal).Replace("http.GetAsync", "http.[|GetAsync|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("Shop.Tests")]
    [InlineData("Shop.IntegrationTest")]
    [InlineData("ShopTest")]
    [InlineData("Shop.Specs")]
    [InlineData("Shop.E2E")]
    public Task ProjectCalledTests_WithAHostAndAFolderOfTests_IsATest(string name) => _test.AsConsoleApp().WithBuildProperty("MSBuildProjectName", name).WithBuildProperty("PointToPointPackageReferences", "xunit").IsQuiet(Application("GetAsync", "Tests"));

    private static string Application(string call, string folder) => $$"""
        -- Program.cs
        class Program { static void Main(string[] args) => Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build().Run(); }
        -- C.cs
        class C(HttpClient http) { public Task M() => http.{{call}}("https://erp.contoso.com/x"); }
        -- {{folder}}/CTests.cs
        class CTests(HttpClient http) { [Xunit.Fact] public Task M() => http.GetAsync("https://erp.contoso.com/x"); }
        -- {{folder}}/Fake.cs
        class Fake(HttpClient fake) { public Task M() => fake.GetAsync("https://erp.contoso.com/x"); }
        -- Xunit.cs
        namespace Xunit { class FactAttribute : Attribute; }
        """;

    [Fact]
    public Task ReferenceToOtherPackages_IsReported() => _test.WithBuildProperty("PointToPointPackageReferences", "Polly|Serilog").Reports("""
        class C(HttpClient http) { Task M() => http.[|GetAsync|]("https://erp.contoso.com/x"); }
        """);

    [Fact]
    public Task TestProject_IsReportedWhenSwitchedOn() => _test.WithBuildProperty("IsTestProject", "true").WithEditorConfig("""
        root = true
        [*.cs]
        p2p_report_tests = true
        """).Reports("""
        class C(HttpClient http) { Task M() => http.[|GetAsync|]("https://erp.contoso.com/x"); }
        """);

    [Theory]
    [InlineData("tests/Orders.Tests.Load", true)]
    [InlineData("test/Orders.Test.Tool", true)]
    [InlineData("tests/Orders.Testing", true)]
    [InlineData("src/Orders.E2ETests", true)]
    [InlineData("tests/Orders.Simulator", false)]
    [InlineData("src/Orders.Tests.Load", false)]
    [InlineData("tests/Orders.Contests", false)]
    [InlineData("Services/Test/Test.Application", false)]
    public Task ProjectThatIsNamedTests_OrTestInAFolderOfTests_IsQuiet(string project, bool isTest)
    {
        var code = $$"""
            # project {{project}}
            -- C.cs
            class C(HttpClient http) { Task M() => http.[|GetAsync|]("https://erp.contoso.com/x"); }
            """;
        return isTest ? _test.IsQuiet(code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)) : _test.Reports(code);
    }

    [Fact]
    public Task ProjectThatSaysItIsNoTest_IsReported() => _test.Reports("""
        # project tests/Orders.Tests.Load (IsTestProject=false)
        -- C.cs
        class C(HttpClient http) { Task M() => http.[|GetAsync|]("https://erp.contoso.com/x"); }
        """);

    [Fact]
    public Task SuppressMessage_Silences() => _test.IsQuiet("""
        class C(HttpClient http)
        {
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Coupling", "P2P1001", Justification = "until the cut-over")]
            Task M() => http.GetAsync("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task SeverityNone_Silences() => _test.WithEditorConfig("""
        root = true
        [*.cs]
        dotnet_diagnostic.P2P1001.severity = none
        """).IsQuiet("""
        class C(HttpClient http) { Task M() => http.GetAsync("https://erp.contoso.com/x"); }
        """);

    [Fact]
    public Task SeverityOfTheCategory_Counts() => _test.WithEditorConfig("""
        root = true
        [*.cs]
        dotnet_analyzer_diagnostic.category-Coupling.severity = none
        """).IsQuiet("""
        class C(HttpClient http) { Task M() => http.GetAsync("https://erp.contoso.com/x"); }
        """);

    [Fact]
    public Task MentionsOnly_AreQuiet() => _test.IsQuiet("""
        /// <summary>Like <see cref="HttpClient.GetAsync(string)"/> of https://erp.contoso.com.</summary>
        class C
        {
            const string Url = "https://erp.contoso.com/x";
            string A => nameof(HttpClient.GetAsync);
            System.Type B => typeof(HttpClient);
            void Catch() { try { } catch (HttpRequestException) { } }
        }
        """);

    [Fact]
    public Task BaseSendInHandler_IsQuiet() => _test.IsQuiet("""
        class Handler : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => base.SendAsync(request, ct);
        }
        """);

    [Fact]
    public Task OwnTypeOfTheSameName_IsQuiet() => _test.WithoutImplicitUsings().IsQuiet("""
        class HttpClient { public void GetAsync(string url) { } }
        class C { void M(HttpClient http) => http.GetAsync("https://erp.contoso.com/x"); }
        """);

    [Fact]
    public Task CallThroughTheGateway_IsQuiet() => _test.IsQuiet("""
        namespace PointToPoint.Gateway
        {
            public interface IIntegrationGateway { HttpClient CreateClient(string system); }
        }

        class C(PointToPoint.Gateway.IIntegrationGateway gateway)
        {
            Task M() { using var http = gateway.CreateClient("erp"); return http.GetAsync("/orders"); }
        }
        """);

    [Fact]
    public Task ConfiguredGatewayType_IsQuiet() => _test.WithEditorConfig("""
        root = true
        [*.cs]
        p2p_gateway_type = Contoso.IGateway
        """).IsQuiet("""
        namespace Contoso { public interface IGateway { HttpClient CreateClient(string system); } }

        class C(Contoso.IGateway gateway)
        {
            Task M() => gateway.CreateClient("erp").GetAsync("/orders");
        }
        """);
}
