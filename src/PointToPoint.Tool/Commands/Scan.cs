using System.Globalization;

using PointToPoint.Tool.Deployment;
using PointToPoint.Tool.Loading;
using PointToPoint.Tool.Map;

namespace PointToPoint.Tool.Commands;

/// <summary>A scan from the scope to the map: what every command that looks at code begins with.</summary>
internal static class Scan
{
    public static async Task<IntegrationMap> RunAsync(ScanScope scope, bool restore, IScanProgress progress, CancellationToken cancellationToken)
    {
        // While MSBuild works, the compiler in this process gets warm.
        var warm = WarmUp.RunAsync(cancellationToken);
        using var scan = new SolutionScan(progress, DateTime.UtcNow);
        var loaded = await scan.LoadAsync(scope, restore, cancellationToken);
        await warm.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await MapAsync(scope.Root, loaded, progress, cancellationToken);
    }

    /// <summary>The second half: from the loaded projects to the map.</summary>
    public static async Task<IntegrationMap> MapAsync(string root, LoadedProjects loaded, IScanProgress progress, CancellationToken cancellationToken)
    {
        var notes = new SortedSet<string>(StringComparer.Ordinal);
        var deployment = DeploymentValues.Read(root, [.. loaded.Projects.Select(project => project.Captured)], problem => notes.Add(problem));

        progress.Step(loaded.Projects.Length == 1 ? "Analysing 1 project" : string.Create(CultureInfo.InvariantCulture, $"Analysing {loaded.Projects.Length} projects"));
        var contexts = await SolutionContexts.OfAsync(loaded.Projects, deployment, cancellationToken);
        var analyses = new ProjectAnalysis[loaded.Projects.Length];
        var done = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, analyses.Length),
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (i, cancellation) =>
            {
                analyses[i] = await ProjectAnalysis.RunAsync(loaded.Projects[i], contexts.For(loaded.Projects[i]), cancellation);
                progress.Detail(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref done)} of {analyses.Length}"));
            });
        return MapBuilder.Build(root, loaded, analyses, deployment) with { Notes = [.. notes] };
    }
}
