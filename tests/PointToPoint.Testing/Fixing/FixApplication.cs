using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

using PointToPoint.Testing.Running;

namespace PointToPoint.Testing.Fixing;

/// <summary>Runs a code action, or a Fix All, and takes over its one change.</summary>
internal static class FixApplication
{
    public static Task<Solution> ApplyAsync(Solution solution, FixOffer offer)
        => ApplyAsync(solution, offer.Action, $"The fix '{offer.Action.Title}' of {offer.Provider.GetType()}");

    /// <summary>The solution after Fix All; the same solution if there is nothing to do.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="trigger">The document that Fix All starts in, or the project if the diagnostic isn't in source.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="key">The equivalence key; null if the first diagnostic has no fix, as <c>dotnet format</c> passes.</param>
    /// <param name="ids">The rules to fix.</param>
    /// <param name="diagnostics">All diagnostics of the solution.</param>
    public static async Task<Solution> FixAllAsync(
        Solution solution,
        (Document? Document, Project Project) trigger,
        CodeFixProvider provider,
        FixAllScope scope,
        string? key,
        IEnumerable<string> ids,
        FixAllContext.DiagnosticProvider diagnostics)
    {
        // The parameter isn't annotated as nullable, but 'dotnet format' passes null and Roslyn supports it.
        var context = trigger.Document is not null
            ? new FixAllContext(trigger.Document, provider, scope, key!, ids, diagnostics, CancellationToken.None)
            : new FixAllContext(trigger.Project, provider, scope, key!, ids, diagnostics, CancellationToken.None);
        var what = $"Fix All in {scope} of {provider.GetType()}";
        CodeAction? action;
        try
        {
            action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        }
        catch (Exception exception)
        {
            throw new AnalyzerTestException($"{what} crashed:\n{exception}", exception);
        }

        return action is null ? solution : await ApplyAsync(solution, action, what);
    }

    private static async Task<Solution> ApplyAsync(Solution solution, CodeAction action, string what)
    {
        ImmutableArray<CodeActionOperation> operations;
        try
        {
            operations = await action.GetOperationsAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            throw new AnalyzerTestException($"{what} crashed:\n{exception}", exception);
        }

        return operations.OfType<ApplyChangesOperation>().ToList() switch
        {
            [var only] => await ChangedSolution.SettleAsync(solution, only.ChangedSolution),
            [] when operations.IsEmpty => solution,
            var changes => throw new AnalyzerTestException(
                $"{what} yields {changes.Count} ApplyChangesOperation among {operations.Length} operations; hosts take exactly one."),
        };
    }
}

/// <summary>Hands an analysis' diagnostics to Fix All, as an editor does: a project's own diagnostics are those outside its documents.</summary>
internal class ReportedDiagnosticProvider(ImmutableArray<ReportedDiagnostic> reported) : FixAllContext.DiagnosticProvider
{
    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        => Of(project, _ => true);

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        => Of(document.Project, d => d.Location.SourceTree?.FilePath == document.FilePath);

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        => Of(project, d => !d.Location.IsInSource);

    private Task<IEnumerable<Diagnostic>> Of(Project project, Func<Diagnostic, bool> matches)
        => Task.FromResult<IEnumerable<Diagnostic>>([.. reported.Where(r => r.Project == project.Id).Select(r => r.Diagnostic).Where(matches)]);
}

/// <summary>
/// Hands them over as <c>dotnet format</c> does: only those in source, and a project's diagnostics are those of its documents once more, so a
/// provider that adds the two up fixes everything twice.
/// </summary>
internal sealed class FormatDiagnosticProvider(ImmutableArray<ReportedDiagnostic> reported)
    : ReportedDiagnosticProvider([.. reported.Where(r => r.Diagnostic.Location.IsInSource)])
{
    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        => GetAllDiagnosticsAsync(project, cancellationToken);
}
