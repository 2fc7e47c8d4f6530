using System.Collections.Immutable;
using System.Composition;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

using PointToPoint.Analyzers;
using PointToPoint.CodeFixes.Rewriting;

namespace PointToPoint.CodeFixes.Rules;

/// <summary>
/// P2P1001, P2P1003: <c>new HttpClient()</c> becomes <c>_gateway.CreateClient("erp")</c> and <c>https://erp.contoso.com/api/x</c> becomes <c>/api/x</c>;
/// a registration gets <c>.UseIntegrationGateway("erp")</c>. Offered only where the result behaves the same.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RouteThroughGatewayFix))]
[Shared]
public sealed class RouteThroughGatewayFix : CodeFixProvider
{
    internal const string EquivalenceKey = "RouteThroughGateway";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.DirectHttpCall, RuleIds.DirectWiring];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => RouteThroughGatewayFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var solution = context.Document.Project.Solution;

            // Made before it is offered: only then is it known to compile.
            var changed = await GatewayRewrite.FixAsync(solution, [(context.Document.Id, diagnostic)], context.CancellationToken).ConfigureAwait(false);
            if (changed != solution)
            {
                var system = new RouteSite(context.Document, diagnostic).System;
                context.RegisterCodeFix(CodeAction.Create($"Route through the gateway ('{system}')", _ => Task.FromResult(changed), EquivalenceKey), diagnostic);
            }
        }
    }
}
