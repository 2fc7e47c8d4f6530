using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Rules;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Rules;

public sealed class ContradictoryManifestAnalyzerTests
{
    // No source is looked at, so there is nothing that generated code or a pragma could change.
    private static readonly AnalyzerTest _test = AnalyzerTest.For<ContradictoryManifestAnalyzer>().WithoutGeneratedCodeCheck().WithoutPragmaCheck();

    [Fact]
    public Task AnEndpointThatTwoSystemsClaim_IsReportedAtTheSecond() => _test
        .WithMessage("p2p.json contradicts itself: 'https://api.contoso.com:443/' is claimed by system 'CRM' and, in line 3, by system 'ERP'; "
            + "system 'ERP' wins, remove the other entry or make it more specific")
        .Reports("""
            class C;
            -- p2p.json
            {
              "systems": {
                "ERP": { "endpoints": ["https://api.contoso.com"] },
                "CRM": { "endpoints": [[|"https://api.contoso.com:443/"|]] }
              }
            }
            """);

    [Fact]
    public Task EveryKindOfContradiction_IsReportedOnce() => _test.Reports("""
        class C;
        -- p2p.json
        {
          "systems": {
            "ERP": { "owns": ["src/Erp/**"], "sdks": ["N:Contoso.Erp"] },
            "CRM": { "owns": [[|"src/erp"|]], "sdks": [[|"N:Contoso.Erp"|]], "key": [|"ERP"|], "owner": "a", [|"owner"|]: "b" },
            [|"c-r-m"|]: { "endpoints": ["crm-api"] }
          },
          "gateway": { "endpoints": [[|"crm-api"|]] },
          "clients": { "Contoso.Client": [|"Payroll"|] },
          "approvals": [
            { "from": "CRM", "to": [|"crm"|], "owner": "o", "reason": "r", "until": "2027-03-31" },
            { "from": [|"EPR"|], "to": "CRM", "owner": "o", "reason": "r", "until": "2027-03-31" },
            { "from": "ERP", "to": "CRM", "owner": "o", "reason": "r", "until": "2027-03-31" },
            { "from": "ERP", "to": [|"CRM"|], "owner": "o", "reason": "r", "until": "2028-03-31" }
          ]
        }
        """);

    [Fact]
    public Task WhatIsReadableOfADamagedFile_IsComparedToo() => _test.Reports("""
        class C;
        -- p2p.json
        { "systems": { "ERP": { "endpoints": ["erp-api"] } "CRM": { "endpoints": [[|"erp-api"|] } } }
        """);

    [Fact]
    public Task AManifestWithoutContradiction_IsQuiet() => _test.IsQuiet("""
        class C;
        -- p2p.json
        { "systems": { "ERP": { "endpoints": ["erp-api"] }, "CRM": { "endpoints": ["crm-api"] } } }
        """);

    [Fact]
    public Task AManifestThatAnotherOneCovers_IsReported() => _test
        .WithMessage("p2p.json contradicts itself: this file has no effect, since /0/TestProject/p2p.json is nearer to the project; remove one of them")
        .Reports("""
            class C;
            -- p2p.json
            {}
            -- ../p2p.json
            [||]{}
            """);

    [Fact]
    public async Task TheDiagnostic_IsAWarningWithAHelpPage()
    {
        var diagnostic = Assert.Single(await _test.Diagnostics("class C;\n-- p2p.json\n{ \"systems\": { \"A\": {}, \"a\": {} } }"));

        Assert.Equal((RuleIds.ContradictoryManifest, DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.EndsWith("docs/rules/P2P9002.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Fact]
    public Task ATypeThatAnSdkAndAClientGiveToTwoSystems_IsReportedAtTheSecond() => _test
        .WithMessage("p2p.json contradicts itself: 'Contoso.ErpClient' is claimed by system 'CRM' and, in line 3, by system 'ERP'; system 'CRM' wins, remove the other entry or make it more specific")
        .Reports("""
            class C;
            -- p2p.json
            {
              "systems": {
                "ERP": { "sdks": ["T:Contoso.ErpClient", "N:Contoso.Crm"] }, "CRM": { }
              },
              "clients": { [|"Contoso.ErpClient"|]: "CRM", "Contoso.Crm.CrmClient": "CRM" }
            }
            """);
}
