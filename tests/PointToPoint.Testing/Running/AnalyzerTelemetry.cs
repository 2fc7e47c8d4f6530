using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace PointToPoint.Testing.Running;

/// <summary>Adds up over projects what Roslyn counts for an analyzer.</summary>
internal static class AnalyzerTelemetry
{
    public static async Task<AnalyzerTelemetryInfo> CollectAsync(AnalyzerTest test, Solution solution)
    {
        var analyzers = AnalyzerRun.Create(test);
        var total = new AnalyzerTelemetryInfo();
        foreach (var project in solution.Projects)
        {
            var crashes = new CrashRecorder();
            var run = await AnalyzerRun.StartAsync(project, analyzers, crashes);
            await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
            crashes.ThrowIfAny();
            if (await run.GetAnalyzerTelemetryInfoAsync(analyzers[0], CancellationToken.None) is { } one)
            {
                Add(total, one);
            }
        }

        return total;
    }

    private static void Add(AnalyzerTelemetryInfo total, AnalyzerTelemetryInfo one)
    {
        total.CompilationStartActionsCount += one.CompilationStartActionsCount;
        total.CompilationEndActionsCount += one.CompilationEndActionsCount;
        total.CompilationActionsCount += one.CompilationActionsCount;
        total.SyntaxTreeActionsCount += one.SyntaxTreeActionsCount;
        total.AdditionalFileActionsCount += one.AdditionalFileActionsCount;
        total.SemanticModelActionsCount += one.SemanticModelActionsCount;
        total.SymbolActionsCount += one.SymbolActionsCount;
        total.SymbolStartActionsCount += one.SymbolStartActionsCount;
        total.SymbolEndActionsCount += one.SymbolEndActionsCount;
        total.SyntaxNodeActionsCount += one.SyntaxNodeActionsCount;
        total.CodeBlockStartActionsCount += one.CodeBlockStartActionsCount;
        total.CodeBlockEndActionsCount += one.CodeBlockEndActionsCount;
        total.CodeBlockActionsCount += one.CodeBlockActionsCount;
        total.OperationActionsCount += one.OperationActionsCount;
        total.OperationBlockStartActionsCount += one.OperationBlockStartActionsCount;
        total.OperationBlockEndActionsCount += one.OperationBlockEndActionsCount;
        total.OperationBlockActionsCount += one.OperationBlockActionsCount;
        total.SuppressionActionsCount += one.SuppressionActionsCount;
        total.Concurrent |= one.Concurrent;
        total.ExecutionTime += one.ExecutionTime;
    }
}
