using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers;
using PointToPoint.CodeFixes.Rewriting;

using static PointToPoint.CodeFixes.Tests.RefusalTest;

namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>Refusals for what the solution around the call is like.</summary>
public sealed class RefusalReasonTests
{
    private const string Call = """new HttpClient().[|GetStringAsync|]("https://erp.contoso.com/x")""";

    [Fact]
    public Task OwnConnectionThatIsShown_NoFix() => Refuses(GatewayTest.Test.WithEditorConfig("[*.cs]\np2p_report_loopback = true\n"), RefusalReason.NotDirect, """
        public class Orders
        {
            public Task<string> Load() => new HttpClient().[|GetStringAsync|]("http://localhost:5000/x");
        }
        """);

    [Fact]
    public Task EitherOfTwoSystems_NoFix() => Refuses(RefusalReason.SeveralTargets, """
        public class Orders
        {
            public Task<string> Load(bool open) => new HttpClient().[|GetStringAsync|](open ? "https://erp.contoso.com/x" : "https://crm.contoso.com/x");
        }
        """);

    [Fact]
    public async Task CallerOfAWrapper_NoFix()
    {
        using var workspace = new AdhocWorkspace();
        var document = CodeDocument.Create(workspace, "public class Orders { public Task<string> Load() => " + Call.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal) + "; }", GatewayTest.References);
        var direct = Assert.Single(await document.DirectCallsAsync());
        var wrapped = Diagnostic.Create(direct.Descriptor, direct.Location, direct.Properties.SetItem(DiagnosticProperties.Via, "M:Http.Get(System.String)"));

        Assert.Null(await GatewayRewrite.ExplainAsync(document, direct, TestContext.Current.CancellationToken));
        Assert.Equal(RefusalReason.WrapperCaller, await GatewayRewrite.ExplainAsync(document, wrapped, TestContext.Current.CancellationToken));
        Assert.Same(document.Project.Solution, await GatewayRewrite.FixAsync(document.Project.Solution, [(document.Id, wrapped)], TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task GatewayOfOnesOwnWithoutCreateClient_NoFix() => Refuses(GatewayTest.Test.WithEditorConfig("[*.cs]\np2p_gateway_type = Contoso.IHub\n"), RefusalReason.GatewayShape, $$"""
        namespace Contoso
        {
            public interface IHub { HttpClient CreateClient(int number); }
        }

        public class Orders
        {
            public Task<string> Load() => {{Call}};
        }
        """);

    [Fact]
    public Task GatewayOfOnesOwnWithoutBasePath_NoFix() => Refuses(GatewayTest.Test.WithEditorConfig("[*.cs]\np2p_gateway_type = Contoso.IHub\n"), RefusalReason.GatewayShape, """
        namespace Contoso
        {
            public interface IHub { HttpClient CreateClient(string name); }
        }

        public class Orders
        {
            public async Task<string> Load()
            {
                using var client = new HttpClient { {|P2P1003:BaseAddress|} = new Uri("https://erp.contoso.com/api/") };
                return await client.[|GetStringAsync|]("x");
            }
        }
        """);

    [Fact]
    public Task GatewayOfOnesOwnThatIsObsolete_NoFix() => Refuses(GatewayTest.Test.WithEditorConfig("[*.cs]\np2p_gateway_type = Contoso.IHub\n"), RefusalReason.WouldNotCompile, $$"""
        namespace Contoso
        {
            public interface IHub
            {
                [Obsolete("Use the new one.", error: true)]
                HttpClient CreateClient(string name);
            }
        }

        public class Orders
        {
            public Task<string> Load() => {{Call}};
        }
        """);

    [Fact]
    public Task GatewayExtensionIsNotReferenced_NoFix() => Refuses(
        GatewayTest.Test.WithReferences(Testing.ReferenceSet.AspNetCore).WithDefaultRule("P2P1003"), RefusalReason.NoRegistrationExtension, """
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.[|AddHttpClient|]("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """);

    [Fact]
    public Task ClientMadeInGeneratedCode_NoFix() => Refuses(RefusalReason.GeneratedCode, """
        -- Orders.g.cs
        public partial class Orders
        {
            private readonly HttpClient _client = new HttpClient();
        }
        -- Orders.cs
        public partial class Orders
        {
            public Task<string> Load() => _client.[|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task FileOfAProjectWithoutGateway_NoFix() => Refuses(GatewayTest.Test.WithEditorConfig("[*.cs]\np2p_gateway_type = Contoso.IHub\n"), RefusalReason.LinkedFile, $$"""
        -- /Shared/Orders.cs
        public class Orders
        {
            public Task<string> Load() => {{Call.Replace("[|", "[|[|", StringComparison.Ordinal).Replace("|]", "|]|]", StringComparison.Ordinal)}};
        }
        # project Contoso.Crm
        -- Hub.cs
        namespace Contoso
        {
            public interface IHub { HttpClient CreateClient(string name); }
        }
        # project Contoso.Without
        -- Empty.cs
        """);

    [Fact]
    public Task ConfiguredBaseAddressInTheClass_NoFix() => Refuses(RefusalReason.AddressNotConstant, """
        using Microsoft.Extensions.Configuration;

        public class Orders(IConfiguration configuration)
        {
            public async Task<string> Load()
            {
                using var client = new HttpClient { {|P2P1003:BaseAddress|} = new Uri(configuration["Erp:BaseUrl"]!) };
                return await client.[|GetStringAsync|]("x");
            }
        }
        """);

    [Fact]
    public Task ServiceDiscoveryNameInACall_NoFix() => Refuses(RefusalReason.Scheme, """
        public class Orders
        {
            public Task<string> Load() => new HttpClient().[|GetStringAsync|]("https+http://erp-api/x");
        }
        """);

    [Fact]
    public Task ClassThatIsAClient_NoFix() => Refuses(RefusalReason.ClientNotUnderstood, """
        public class Orders : HttpClient
        {
            public Task<string> Load() => [|GetStringAsync|]("https://erp.contoso.com/x");
        }
        """);

    [Fact]
    public Task ClientConfiguredByAMethodGroup_NoFix() => Refuses(RefusalReason.RegistrationNotUnderstood, """
        using Microsoft.Extensions.DependencyInjection;

        public class Orders(IHttpClientFactory factory)
        {
            public Task<string> Load() => factory.CreateClient("erp").[|GetStringAsync|]("https://erp.contoso.com/x");
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient("erp", Configure);

            private static void Configure(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(3);
        }
        """);

    [Fact]
    public void EveryReason_IsToldInASentenceOfItsOwn()
    {
        var texts = Enum.GetValues<RefusalReason>().Select(reason => reason.Text()).ToList();

        Assert.All(texts, text => Assert.Matches(@"^[A-Z].*\.$", text));
        Assert.Equal(texts.Count, texts.Distinct().Count());
    }
}
