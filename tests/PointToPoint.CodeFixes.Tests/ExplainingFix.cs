using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Composition;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

using PointToPoint.CodeFixes.Rewriting;
using PointToPoint.CodeFixes.Rules;

namespace PointToPoint.CodeFixes.Tests;

/// <summary>Stands beside the real fix, offers nothing, and notes why that one doesn't either: in the very solution that the verifier made.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class ExplainingFix(ConcurrentQueue<RefusalReason?> reasons) : CodeFixProvider
{
    private readonly RouteThroughGatewayFix _fix = new();

    public override ImmutableArray<string> FixableDiagnosticIds => _fix.FixableDiagnosticIds;

    public override FixAllProvider GetFixAllProvider() => _fix.GetFixAllProvider();

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            reasons.Enqueue(await GatewayRewrite.ExplainAsync(context.Document, diagnostic, context.CancellationToken));
        }
    }
}
