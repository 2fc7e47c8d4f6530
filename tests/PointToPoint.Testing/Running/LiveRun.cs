using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing.Running;

/// <summary>What an editor shows: each document asked for on its own, so nothing that only a whole build finds.</summary>
internal static class LiveRun
{
    public static async Task<ImmutableArray<ReportedDiagnostic>> RunAsync(
        AnalyzerTest test, Solution solution, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var reported = new List<ReportedDiagnostic>();
        foreach (var project in solution.Projects)
        {
            var crashes = new CrashRecorder();
            var run = await AnalyzerRun.StartAsync(project, analyzers, crashes);
            foreach (var tree in run.Compilation.SyntaxTrees)
            {
                Add(project, await run.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None));
                Add(project, await run.GetAnalyzerSemanticDiagnosticsAsync(run.Compilation.GetSemanticModel(tree), null, CancellationToken.None));
            }

            foreach (var file in project.AnalyzerOptions.AdditionalFiles)
            {
                var result = await run.GetAnalysisResultAsync(file, CancellationToken.None);
                Add(project, result.AdditionalFileDiagnostics.SelectMany(d => d.Value).SelectMany(d => d.Value));
            }

            crashes.ThrowIfAny();
        }

        return ReportedDiagnostic.Sort(reported.Where(r => !test.DisabledDiagnostics.Contains(r.Id)));

        void Add(Project project, IEnumerable<Diagnostic> diagnostics) => reported.AddRange(diagnostics.Select(d => new ReportedDiagnostic(project.Id, d)));
    }
}
