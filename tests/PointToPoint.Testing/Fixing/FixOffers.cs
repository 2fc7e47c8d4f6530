using System.Reflection;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using PointToPoint.Testing.Running;

namespace PointToPoint.Testing.Fixing;

/// <summary>One fix that is offered for one diagnostic.</summary>
internal sealed record FixOffer(ReportedDiagnostic Diagnostic, CodeFixProvider Provider, CodeAction Action);

/// <summary>Asks the providers of a test what they offer.</summary>
internal sealed class FixOffers(AnalyzerTest test, ImmutableArray<CodeFixProvider> providers)
{
    public ImmutableArray<CodeFixProvider> Providers => providers;

    /// <summary>True if a provider says that it fixes the rule; it may still offer nothing.</summary>
    public bool IsFixable(ReportedDiagnostic diagnostic) => providers.Any(p => p.FixableDiagnosticIds.Contains(diagnostic.Id));

    /// <summary>The first diagnostic for which the fix that the test asks for is offered.</summary>
    public async Task<FixOffer?> FirstAsync(Solution solution, IEnumerable<ReportedDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (await ChosenAsync(solution, diagnostic) is { } offer)
            {
                return offer;
            }
        }

        return null;
    }

    /// <summary>The fix that the test asks for, if it is offered for this diagnostic.</summary>
    public async Task<FixOffer?> ChosenAsync(Solution solution, ReportedDiagnostic diagnostic)
    {
        var offers = await AllAsync(solution, diagnostic);
        return test switch
        {
            { CodeActionEquivalenceKey: { } key } => offers.Find(o => o.Action.EquivalenceKey == key),
            { CodeActionIndex: { } index } => offers.ElementAtOrDefault(index),
            _ => offers.FirstOrDefault(),
        };
    }

    /// <summary>How many fixes are offered for these diagnostics, whichever the test asks for.</summary>
    public async Task<int> CountAsync(Solution solution, IEnumerable<ReportedDiagnostic> diagnostics)
    {
        var count = 0;
        foreach (var diagnostic in diagnostics)
        {
            count += (await AllAsync(solution, diagnostic)).Count;
        }

        return count;
    }

    /// <summary>Everything that is offered for this diagnostic, in order.</summary>
    public async Task<List<FixOffer>> AllAsync(Solution solution, ReportedDiagnostic diagnostic)
    {
        var offers = new List<FixOffer>();
        if (DocumentOf(solution, diagnostic) is { } document)
        {
            foreach (var provider in providers.Where(p => p.FixableDiagnosticIds.Contains(diagnostic.Id) && Accepts(p, document)))
            {
                var actions = await RegisteredAsync(provider, document, diagnostic);
                offers.AddRange(actions.SelectMany(Leaves).Select(a => new FixOffer(diagnostic, provider, a)));
            }
        }

        foreach (var offer in offers.Where(o => o.Action.EquivalenceKey is null))
        {
            throw new AnalyzerTestException($"The fix '{offer.Action.Title}' has no equivalence key, so Fix All can't tell it from others.");
        }

        foreach (var same in offers.GroupBy(o => o.Action.EquivalenceKey, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            throw new AnalyzerTestException(
                $"Several fixes for {diagnostic.Id} at {diagnostic.Where} have the equivalence key '{same.Key}': "
                + string.Join(", ", same.Select(o => $"'{o.Action.Title}'")) + ".");
        }

        return offers;
    }

    /// <summary>The document that a diagnostic stands in; null if it has no location.</summary>
    public static TextDocument? DocumentOf(Solution solution, ReportedDiagnostic diagnostic)
    {
        var project = solution.GetProject(diagnostic.Project)!;
        return (TextDocument?)project.Documents.FirstOrDefault(d => d.FilePath == diagnostic.Path)
            ?? project.AdditionalDocuments.FirstOrDefault(d => d.FilePath == diagnostic.Path);
    }

    // As hosts do: a fix for additional files says so in its export.
    private static bool Accepts(CodeFixProvider provider, TextDocument document)
    {
        var export = provider.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
        var kind = document is Document ? nameof(TextDocumentKind.Document) : nameof(TextDocumentKind.AdditionalDocument);
        return export.DocumentKinds.Contains(kind, StringComparer.Ordinal)
            && (export.DocumentExtensions is null or []
                || export.DocumentExtensions.Contains(Path.GetExtension(document.Name), StringComparer.OrdinalIgnoreCase));
    }

    private static async Task<List<CodeAction>> RegisteredAsync(CodeFixProvider provider, TextDocument document, ReportedDiagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = document is Document source
            ? new CodeFixContext(source, diagnostic.Diagnostic, (action, _) => actions.Add(action), CancellationToken.None)
            : new CodeFixContext(document, diagnostic.Diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        try
        {
            await provider.RegisterCodeFixesAsync(context);
        }
        catch (Exception exception)
        {
            throw new AnalyzerTestException($"{provider.GetType()} crashed for {diagnostic.Id} at {diagnostic.Where}:\n{exception}", exception);
        }

        return actions;
    }

    private static IEnumerable<CodeAction> Leaves(CodeAction action)
        => action.NestedActions is { IsDefaultOrEmpty: false } nested ? nested.SelectMany(Leaves) : [action];
}
