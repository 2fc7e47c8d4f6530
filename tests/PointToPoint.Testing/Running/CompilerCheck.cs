using Microsoft.CodeAnalysis;

namespace PointToPoint.Testing.Running;

/// <summary>Code that doesn't compile proves nothing about an analyzer, so errors fail a test unless it names them.</summary>
internal static class CompilerCheck
{
    /// <summary>Fails on errors; returns the compiler's diagnostics of rules that the markup names, to be compared like any other.</summary>
    public static async Task<ImmutableArray<ReportedDiagnostic>> CheckAsync(
        AnalyzerTest test, Solution solution, IEnumerable<ExpectedDiagnostic> expected, string what)
    {
        var marked = expected.Select(e => e.Id).Where(Expectations.IsCompilerRule).ToHashSet(StringComparer.Ordinal);
        var all = await DiagnosticsAsync(solution);
        var errors = all
            .Where(d => d.Diagnostic.Severity == DiagnosticSeverity.Error && !test.AllowedErrors.Contains(d.Id) && !marked.Contains(d.Id))
            .ToList();
        if (errors.Count > 0)
        {
            var text = await Task.WhenAll(errors.Select(e => e.Path).Distinct(StringComparer.Ordinal).Select(path => NumberedAsync(solution, path)));
            throw new AnalyzerTestException(
                $"The {what} doesn't compile. Allow an error by ID with AllowErrors, or mark it: {{|{errors[0].Id}:..|}}.\n"
                + string.Concat(errors.Select(e => $"{e.Where}: {e.Id}: {e.Message}\n")) + string.Concat(text));
        }

        return [.. all.Where(d => marked.Contains(d.Id))];
    }

    /// <summary>Fails if a fix brings about a warning, or one more of the errors that the code may have.</summary>
    public static async Task CheckNewDiagnosticsAsync(AnalyzerTest test, Solution before, Solution after, IEnumerable<ExpectedDiagnostic> expected)
    {
        var old = Group(await DiagnosticsAsync(before)).ToDictionary(g => g.Key, g => g.Count());
        var marked = expected.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var more = Group(await DiagnosticsAsync(after))
            .Where(g => g.Count() > old.GetValueOrDefault(g.Key) && !test.AllowedNewWarnings.Contains(g.Key.Id) && !marked.Contains(g.Key.Id))
            .SelectMany(g => g)
            .ToList();
        if (more.Count > 0)
        {
            throw new AnalyzerTestException(
                $"The fix brings about compiler diagnostics. Allow one by ID with AllowNewWarnings, or mark it: {{|{more[0].Id}:..|}}.\n"
                + string.Concat(more.Select(e => $"{e.Where}: {e.Id}: {e.Message}\n"))
                + string.Concat(await Task.WhenAll(more.Select(e => e.Path).Distinct(StringComparer.Ordinal).Select(path => NumberedAsync(after, path)))));
        }

        static IEnumerable<IGrouping<(ProjectId Project, string Id, string Message), ReportedDiagnostic>> Group(IEnumerable<ReportedDiagnostic> all)
            => all.Where(d => d.Diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false })
                .GroupBy(d => (d.Project, d.Id, d.Message));
    }

    public static async Task<ImmutableArray<ReportedDiagnostic>> DiagnosticsAsync(Solution solution)
    {
        var all = new List<ReportedDiagnostic>();
        foreach (var project in solution.Projects)
        {
            var compilation = await project.GetCompilationAsync() ?? throw new InvalidOperationException("C# projects have compilations.");
            all.AddRange(compilation.GetDiagnostics().Select(d => new ReportedDiagnostic(project.Id, d)));
        }

        return ReportedDiagnostic.Sort(all);
    }

    private static async Task<string> NumberedAsync(Solution solution, string path)
    {
        var id = solution.GetDocumentIdsWithFilePath(path).FirstOrDefault();
        if (solution.GetDocument(id) is not { } document)
        {
            return "";
        }

        var text = await document.GetTextAsync();
        return $"\n{path}\n" + string.Concat(text.Lines.Select(l => $"{l.LineNumber + 1,4}  {l}\n"));
    }
}
