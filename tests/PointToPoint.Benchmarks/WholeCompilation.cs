using System.Collections.Immutable;
using System.Diagnostics;

using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Rules;

namespace PointToPoint.Benchmarks;

/// <summary>Two runs over the same code, one after the other.</summary>
internal sealed record Pair(Run NoOp, Run Ours)
{
    public double Ratio => Ours.Elapsed / NoOp.Elapsed;

    public double CpuRatio => Ours.Cpu / NoOp.Cpu;
}

/// <summary>One run: time on the wall and of all processors.</summary>
internal sealed record Run(TimeSpan Elapsed, TimeSpan Cpu);

/// <summary>Analyses the whole project with a new analyzer each time, both sides in turns, so that whatever else the machine does hits both.</summary>
internal static class WholeCompilation
{
    public static async Task<ImmutableArray<Pair>> MeasureAsync(BenchmarkProject project, int pairs)
    {
        for (var warming = 0; warming < 2; warming++)
        {
            await RunAsync(project, new NoOpAnalyzer());
            await RunAsync(project, new CouplingAnalyzer());
        }

        var measured = ImmutableArray.CreateBuilder<Pair>();
        for (var i = 0; i < pairs; i++)
        {
            // Who is second finds a warmer machine: each side is as often.
            if (i % 2 == 0)
            {
                var noOp = await RunAsync(project, new NoOpAnalyzer());
                measured.Add(new Pair(noOp, await RunAsync(project, new CouplingAnalyzer())));
            }
            else
            {
                var ours = await RunAsync(project, new CouplingAnalyzer());
                measured.Add(new Pair(await RunAsync(project, new NoOpAnalyzer()), ours));
            }
        }

        return measured.ToImmutable();
    }

    private static async Task<Run> RunAsync(BenchmarkProject project, DiagnosticAnalyzer analyzer)
    {
        var analysis = project.Analyse(project.Parse(), analyzer);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return new Run(elapsed, process.TotalProcessorTime - cpu);
    }
}
