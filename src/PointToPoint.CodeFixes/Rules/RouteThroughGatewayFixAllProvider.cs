using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

using PointToPoint.CodeFixes.Rewriting;

namespace PointToPoint.CodeFixes.Rules;

/// <summary>
/// Fix All in one go over everything: a class may be spread over files and a registration stand in another project, so neither documents nor single
/// fixes can be changed apart from each other and merged.
/// </summary>
internal sealed class RouteThroughGatewayFixAllProvider : FixAllProvider
{
    public static readonly RouteThroughGatewayFixAllProvider Instance = new();

    private RouteThroughGatewayFixAllProvider()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        // 'dotnet format' passes null where the first diagnostic of the solution has no fix.
        if (fixAllContext.CodeActionEquivalenceKey is not (null or RouteThroughGatewayFix.EquivalenceKey))
        {
            return Task.FromResult<CodeAction?>(null);
        }

        return Task.FromResult<CodeAction?>(CodeAction.Create(
            "Route through the gateway", cancellation => FixAsync(fixAllContext, cancellation), RouteThroughGatewayFix.EquivalenceKey));
    }

    private static async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<(DocumentId, Diagnostic)>();
        foreach (var document in Documents(context))
        {
            foreach (var diagnostic in await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                found.Add((document.Id, diagnostic));
            }
        }

        return await GatewayRewrite.FixAsync(context.Solution, found.ToImmutable(), cancellation).ConfigureAwait(false);
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp).SelectMany(project => project.Documents),
    };
}
