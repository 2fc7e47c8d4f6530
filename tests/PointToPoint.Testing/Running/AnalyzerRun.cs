using System.Collections.Concurrent;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing.Running;

/// <summary>One analysis of a whole solution, project by project, as builds do.</summary>
internal static class AnalyzerRun
{
    /// <exception cref="AnalyzerTestException">An analyzer threw.</exception>
    public static async Task<ImmutableArray<ReportedDiagnostic>> RunAsync(AnalyzerTest test, Solution solution)
    {
        var analyzers = Create(test);
        var reported = new List<ReportedDiagnostic>();
        foreach (var project in solution.Projects)
        {
            var crashes = new CrashRecorder();
            var run = await StartAsync(project, analyzers, crashes);
            var diagnostics = await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
            crashes.ThrowIfAny();
            reported.AddRange(diagnostics.Select(d => new ReportedDiagnostic(project.Id, d)));
        }

        return ReportedDiagnostic.Sort(reported.Where(d => !test.DisabledDiagnostics.Contains(d.Id)));
    }

    public static ImmutableArray<DiagnosticAnalyzer> Create(AnalyzerTest test)
        => test.Analyzers is []
            ? throw new AnalyzerTestException("The test has no analyzer.")
            : [.. test.Analyzers.Select(create => create())];

    public static async Task<CompilationWithAnalyzers> StartAsync(
        Project project, ImmutableArray<DiagnosticAnalyzer> analyzers, CrashRecorder crashes)
    {
        var compilation = await project.GetCompilationAsync() ?? throw new InvalidOperationException("C# projects have compilations.");
        return compilation.WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(
                project.AnalyzerOptions,
                crashes.Record,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: false));
    }
}

/// <summary>Keeps what analyzers threw. Roslyn turns it into AD0001, a mere warning without a stack, or into nothing.</summary>
internal sealed class CrashRecorder
{
    private readonly ConcurrentQueue<(DiagnosticAnalyzer Analyzer, Exception Exception)> _crashes = new();

    public void Record(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) => _crashes.Enqueue((analyzer, exception));

    public void ThrowIfAny()
    {
        if (_crashes.TryPeek(out var crash))
        {
            throw new AnalyzerTestException($"The analyzer {crash.Analyzer.GetType()} crashed:\n{crash.Exception}", crash.Exception);
        }
    }
}
