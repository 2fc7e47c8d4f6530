using System.Collections.Immutable;

using PointToPoint.Benchmarks.Workload;

namespace PointToPoint.Benchmarks;

/// <summary>What the analyzer costs on a large project: a whole compilation, and one document after an edit. See CONTRIBUTING.md.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (BenchmarkOptions.Parse(args, out var problem) is not { } options)
        {
            await Console.Error.WriteLineAsync(problem);
            return 1;
        }

        var sources = GeneratedProject.Create(options.Files);
        var project = new BenchmarkProject(sources);
        var size = await WorkloadSize.OfAsync(project);
        if (size.Errors.Length > 0)
        {
            await Console.Error.WriteLineAsync("The generated code doesn't compile:\n" + string.Join('\n', size.Errors.Take(10)));
            return 1;
        }

        await Console.Error.WriteLineAsync($"{size.Files} files made; measuring.");
        var report = new Report(size, await MeasureFull(project, options.Pairs), await MeasureEdits(project, options.Edits));
        await Console.Out.WriteLineAsync(options.Json ? report.ToJson() : report.ToTable());
        return 0;
    }

    private static async Task<ImmutableArray<Pair>> MeasureFull(BenchmarkProject project, int pairs) =>
        pairs == 0 ? [] : await WholeCompilation.MeasureAsync(project, pairs);

    private static async Task<ImmutableArray<Edit>> MeasureEdits(BenchmarkProject project, int edits) =>
        edits == 0 ? [] : await EditedDocument.MeasureAsync(project, edits);
}
