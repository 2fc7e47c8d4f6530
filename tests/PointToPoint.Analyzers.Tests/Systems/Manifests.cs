using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

/// <summary>Manifests as text, for tests of the reader and the matcher.</summary>
internal static class Manifests
{
    public const string Contoso = """
        {
          "$schema": "https://raw.githubusercontent.com/pointtopoint/pointtopoint/main/schema/p2p.schema.json",
          "systems": {
            "CRM":       { "owner": "sales-platform", "owns": ["Contoso.Crm*", "src/Crm/**"], "endpoints": ["https://crm.contoso.com", "crm-api"] },
            "ERP":       { "owner": "finance", "owns": ["Contoso.Erp*"], "endpoints": ["https://erp.contoso.com/api", "erp-api", "config:Erp:BaseUrl", "client:erp"], "sdks": ["N:Contoso.Erp.Sdk"] },
            "Marketing": { "owner": "growth", "owns": ["Contoso.Marketing*"], "endpoints": ["https://marketing.contoso.com"] }
          },
          "gateway": { "endpoints": ["https://gateway.contoso.com"], "adapters": ["**/Gateways/**"] },
          "approvals": [ { "from": "CRM", "to": "ERP", "owner": "finance", "reason": "cut-over in March", "until": "2027-03-31" } ]
        }
        """;

    public static SystemsManifest Read(string text) =>
        SystemsManifestReader.Read(SourceText.From(text), "/repo/p2p.json", TestContext.Current.CancellationToken);

    /// <summary>A matcher of a manifest that must be without problems.</summary>
    public static SystemMatcher Matcher(string text)
    {
        var manifest = Read(text);
        Assert.Empty(manifest.Problems);
        return SystemMatcher.Create(manifest);
    }

    /// <summary>The problems as <c>line:column kind message</c>, counted from 1.</summary>
    public static string[] Problems(string text)
    {
        var lines = SourceText.From(text).Lines;
        return [.. Read(text).Problems.Select(problem =>
        {
            var position = lines.GetLinePosition(problem.Span.Start);
            return $"{position.Line + 1}:{position.Character + 1} {problem.Kind} {problem.Message}";
        })];
    }
}
