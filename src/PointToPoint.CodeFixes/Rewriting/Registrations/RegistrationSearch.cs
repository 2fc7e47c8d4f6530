using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.CodeFixes.Rewriting.Registrations;

/// <summary>Finds registrations of a client around a project: by syntax first, and only what fits by its names is bound.</summary>
internal sealed class RegistrationSearch(RewriteContext context)
{
    /// <summary>The registrations that make a typed client.</summary>
    public async Task<ImmutableArray<RegistrationSite>> OfTypeAsync(INamedTypeSymbol type, Project project)
    {
        var id = type.OriginalDefinition.GetDocumentationCommentId();
        var found = await FindAsync(project, candidate => candidate.TypeNames.Contains(type.Name)).ConfigureAwait(false);
        return [.. found.Where(site => site.ClientTypes.Any(each => each.OriginalDefinition.GetDocumentationCommentId() == id && each.ContainingAssembly.Name == type.ContainingAssembly.Name))];
    }

    /// <summary>The registrations of a name.</summary>
    public async Task<ImmutableArray<RegistrationSite>> OfNameAsync(string name, Project project)
    {
        var found = await FindAsync(project, candidate => candidate.Name == name || candidate.HasOtherName || (candidate.Name is null && candidate.TypeNames.Any(name.StartsWith))).ConfigureAwait(false);
        return [.. found.Where(site => site.Name == name)];
    }

    private async Task<List<RegistrationSite>> FindAsync(Project project, Func<RegistrationCandidate, bool> fits)
    {
        var sites = new List<RegistrationSite>();
        foreach (var document in context.Around(project.Id).SelectMany(each => each.Documents).OrderBy(each => each.FilePath, StringComparer.Ordinal))
        {
            if (!RegistrationScan.IsWorthwhile((await document.GetTextAsync(context.Cancellation).ConfigureAwait(false)).ToString())
                || await document.GetSyntaxRootAsync(context.Cancellation).ConfigureAwait(false) is not { } root)
            {
                continue;
            }

            var candidates = RegistrationScan.Of(root).Where(fits).ToList();
            if (candidates.Count == 0 || await document.GetSemanticModelAsync(context.Cancellation).ConfigureAwait(false) is not { } model)
            {
                continue;
            }

            foreach (var candidate in candidates)
            {
                var node = root.FindNode(candidate.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(each => each.Span == candidate.Span);
                if (node is not null && RegistrationSite.Of(node, document, model, context.Cancellation) is { } site)
                {
                    sites.Add(site);
                }
            }
        }

        return sites;
    }
}
