using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Rules;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Rules;

public sealed class UnreadableManifestAnalyzerTests
{
    // No source is looked at, so there is nothing that generated code or a pragma could change.
    private static readonly AnalyzerTest _test = AnalyzerTest.For<UnreadableManifestAnalyzer>().WithoutGeneratedCodeCheck().WithoutPragmaCheck();

    [Fact]
    public Task AnUnknownKey_SuggestsTheNearest() => _test
        .WithMessage("p2p.json cannot be read here: unknown key 'endpoint' in system 'ERP'; did you mean 'endpoints'?")
        .Reports("""
            class C;
            -- p2p.json
            {
              "systems": {
                "ERP": { [|"endpoint"|]: ["https://erp.contoso.com"] }
              }
            }
            """);

    [Fact]
    public Task DamagedJson_IsReportedWhereItIs() => _test
        .WithMessage("p2p.json cannot be read here: ',' or '}' is missing before 'CRM'")
        .Reports("""
            class C;
            -- p2p.json
            {
              "systems": {
                "ERP": { "owner": "finance" }
                [|"CRM"|]: { "owner": "sales" }
              }
            }
            """);

    [Fact]
    public Task AFileThatEndsTooEarly_IsReportedAtItsEnd() => _test
        .WithMessage("p2p.json cannot be read here: '}' is missing: the '{' of line 1 is never closed")
        .Reports("class C;\n-- p2p.json\n{ \"systems\": {}[||]");

    [Fact]
    public Task AnEmptyFile_IsReported() => _test
        .WithMessage("p2p.json cannot be read here: the file is empty")
        .Reports("class C;\n-- p2p.json\n[||]");

    [Fact]
    public Task EveryProblem_IsReportedOnce() => _test.Reports("""
        class C;
        -- p2p.json
        {
          "systems": {
            "ERP": { "owns": [ [|"src/**.cs"|], [|7|] ], "endpoints": [ [|"https://user:secret@erp.contoso.com"|] ], "sdks": [ [|"Stripe"|] ] }
          },
          "gateway": { "adapters": [|"src/Gateways/**"|] },
          "approvals": [ { "from": "CRM", "to": "ERP", "owner": "o", "reason": "r", "until": [|"31.03.2027"|] }, [|{|] "from": "ERP" } ]
        }
        """);

    [Fact]
    public Task TheFileIsKnownByItsName_InAnyCase() => _test.Reports("""
        class C;
        -- P2P.json
        [|[]|]
        """);

    [Fact]
    public Task OtherFiles_AreNotRead() => _test.IsQuiet("""
        class C;
        -- appsettings.json
        { broken
        -- my-p2p.json
        { broken
        """);

    [Fact]
    public Task AWellFormedFile_IsQuiet() => _test.IsQuiet("""
        class C;
        -- p2p.json
        {
          // comments and trailing commas are allowed
          "systems": { "ERP": { "owner": "finance", }, },
        }
        """);

    [Fact]
    public Task AContradiction_IsAnotherRule() => _test.IsQuiet("""
        class C;
        -- p2p.json
        { "systems": { "ERP": {}, "erp": {} } }
        """);

    [Fact]
    public Task ManyProjectsMayHaveTheFile() => _test.Reports("""
        # project Crm
        class C;
        -- p2p.json
        [|[]|]
        # project Erp
        class D;
        -- p2p.json
        {}
        """);

    [Fact]
    public async Task TheDiagnostic_IsAnErrorWithAHelpPage()
    {
        var diagnostic = Assert.Single(await _test.Diagnostics("class C;\n-- p2p.json\n[]"));

        Assert.Equal((RuleIds.UnreadableManifest, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.EndsWith("docs/rules/P2P9001.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal(LocationKind.ExternalFile, diagnostic.Location.Kind);
    }

    [Fact]
    public Task AnEditOfTheFile_IsSeenWhileTyping() => _test
        .AfterEdit("p2p.json", "{ [|\"system\"|]: {} }")
        .AfterEdit("p2p.json", "{ \"systems\": {} }")
        .Reports("class C;\n-- p2p.json\n[|[]|]");

    [Fact]
    public async Task WithoutManifest_NothingIsRegistered()
    {
        var telemetry = await _test.Telemetry("class C;");

        Assert.Equal(0, telemetry.AdditionalFileActionsCount);
    }

    [Theory]
    [InlineData("M:Contoso.ErpApi.Call(System.String,System.Int32) address=2", "has no parameter 2: they are 0 to 1")]
    [InlineData("M:Contoso.ErpApi.Call() address=0", "has no parameter 0: it has none")]
    [InlineData("M:Contoso.Api.Send(System.Func{A.B,C.D[0:,0:]}) address=1", "has no parameter 1: its only one is 0")]
    public Task APosition_BehindTheParameterList_IsReported(string entry, string problem) => _test
        .WithMessage($"p2p.json cannot be read here: '{entry}' in 'sdks' of system 'ERP' {problem}")
        .Reports($$"""
            class C;
            -- p2p.json
            { "systems": { "ERP": { "sdks": [ [|"{{entry}}"|] ] } } }
            """);

    [Theory]
    [InlineData("M:Contoso.ErpApi.Call address=pth", "did you mean 'path'?")]
    [InlineData("M:Contoso.ErpApi.Call address=nosuch", "it has path, id")]
    [InlineData("M:Contoso.ErpApi.Call address=3", "it has path, id")]
    [InlineData("M:Contoso.ErpApi.#ctor address=nosuch", "it has url")]
    [InlineData("M:Contoso.ErpApi.#ctor(System.String) address=url2", "did you mean 'url'?")]
    public Task AParameter_ThatNoOverloadHas_IsReported(string entry, string advice) => _test
        .WithMessage($"p2p.json cannot be read here: '{entry}' in 'sdks' of system 'ERP' names a parameter that the method doesn't have; {advice}")
        .Reports($$"""
            namespace Contoso { class ErpApi(string url) { public string Call(string path, int id) => url + path; } }
            -- p2p.json
            { "systems": { "ERP": { "sdks": [ [|"{{entry}}"|] ] } } }
            """);

    [Theory]
    [InlineData("M:Contoso.ErpApi.Call address=id")]
    [InlineData("M:Contoso.ErpApi.Call address=1")]
    [InlineData("M:Contoso.ErpApi.Fetch address=0")]
    [InlineData("M:Contoso.ErpApi.Fetch address=this")]
    [InlineData("M:Contoso.Elsewhere.Call address=nosuch")]
    [InlineData("M:Contoso.ErpApi.NoSuch address=nosuch")]
    public Task AParameter_ThatIsThere_OrThatNobodyKnows_IsQuiet(string entry) => _test.IsQuiet($$"""
        namespace Contoso
        {
            static class ErpApi
            {
                public static string Call(string path, int id) => path;
                public static string Fetch(this string api, string path) => path;
            }
        }
        -- p2p.json
        { "systems": { "ERP": { "sdks": [ "{{entry}}" ] } } }
        """);
}
