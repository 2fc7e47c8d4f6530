using Microsoft.CodeAnalysis;

namespace PointToPoint.CodeFixes.Rewriting.Editing;

/// <summary>The last safety: a change that brings an error into a document isn't made.</summary>
internal static class CompileCheck
{
    /// <summary>Those of the changed documents that have errors they didn't have before.</summary>
    public static async Task<List<DocumentId>> BrokenAsync(Solution before, Solution after, IEnumerable<DocumentId> changed, CancellationToken cancellation)
    {
        var broken = new List<DocumentId>();
        foreach (var id in changed)
        {
            var old = await ErrorsAsync(before, id, cancellation).ConfigureAwait(false);
            var now = await ErrorsAsync(after, id, cancellation).ConfigureAwait(false);
            if (now.Any(error => error.Count() > old[error.Key].Count()))
            {
                broken.Add(id);
            }
        }

        return broken;
    }

    private static async Task<ILookup<string, Diagnostic>> ErrorsAsync(Solution solution, DocumentId id, CancellationToken cancellation)
    {
        var model = await solution.GetDocument(id)!.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return (model?.GetDiagnostics(cancellationToken: cancellation) ?? []).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToLookup(diagnostic => diagnostic.Id, StringComparer.Ordinal);
    }
}
