using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;

using PointToPoint.CodeFixes.Rewriting;
using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests;

/// <summary>Checks that marked code gets no fix, and that the reason told is the right one.</summary>
internal static partial class RefusalTest
{
    public static Task Refuses(RefusalReason reason, string code) => Refuses(GatewayTest.Test, reason, code);

    public static async Task Refuses(AnalyzerTest test, RefusalReason reason, string code)
    {
        await test.OffersNoFix(code);
        Assert.Equal([reason], (await ReasonsAsync(Markup().Replace(code, ""), test.ReferenceAssemblies)).Distinct());
        Assert.NotEqual(RefusalReason.WouldNotCompile.Text(), reason.Text());
    }

    private static async Task<List<RefusalReason?>> ReasonsAsync(string code, ReferenceSet references)
    {
        using var workspace = new AdhocWorkspace();
        var document = CodeDocument.Create(workspace, code, references);
        var reasons = new List<RefusalReason?>();
        foreach (var diagnostic in await document.DirectCallsAsync())
        {
            reasons.Add(await GatewayRewrite.ExplainAsync(document, diagnostic, TestContext.Current.CancellationToken));
        }

        return reasons;
    }

    [GeneratedRegex(@"\[\||\|\]|\{\|[A-Z0-9#]+:|\|\}")]
    private static partial Regex Markup();
}
