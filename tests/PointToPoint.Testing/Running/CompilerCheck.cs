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
