using System.Collections.Immutable;

namespace PointToPoint.Tool.Loading;

/// <summary>Loads what a PATH means: one MSBuild run, rarely a second one for projects that only evaluation shows, and a Roslyn solution.</summary>
internal sealed class SolutionScan(IScanProgress progress, DateTime today) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SolutionLoader? _loader;

    public void Dispose()
    {
        // The folder last: until then documents are read from it when somebody asks for their text.
        _loader?.Dispose();
        _folder.Dispose();
    }

    public async Task<LoadedProjects> LoadAsync(ScanScope scope, bool restore, CancellationToken cancellationToken)
    {
        var captured = ImmutableArray<CapturedProject>.Empty;
        var skipped = scope.Skipped.ToBuilder();
        if (!scope.Projects.IsEmpty)
        {
            captured = await CaptureAsync(scope, restore, skipped, cancellationToken);
        }

        progress.Step("Putting the projects together");
        _loader = new SolutionLoader(_folder.Path, restore, today);
        var loaded = _loader.Load(captured);
        return loaded with { Skipped = [.. skipped.Concat(loaded.Skipped).OrderBy(project => project.Path, StringComparer.Ordinal)] };
    }

    private async Task<ImmutableArray<CapturedProject>> CaptureAsync(
        ScanScope scope, bool restore, ImmutableArray<SkippedProject>.Builder skipped, CancellationToken cancellationToken)
    {
        var run = new MSBuildRun(DotNetHost.Find(), scope.Root, progress);
        var captured = ImmutableArray<CapturedProject>.Empty;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var next = scope.Projects;
        while (!next.IsEmpty)
        {
            asked.UnionWith(next);
            var (projects, errors) = await run.CaptureAsync(next, restore, Directory.CreateDirectory(_folder.Combine($"{asked.Count}")).FullName + Path.DirectorySeparatorChar, cancellationToken);
            captured = captured.AddRange(projects);
            foreach (var lost in next.Except(projects.Select(project => project.ProjectPath), StringComparer.Ordinal))
            {
                skipped.Add(new SkippedProject(lost, WhyLost(lost, errors)));
            }

            next = [.. projects.SelectMany(project => project.ReferencedProjects)
                .Where(path => ProjectKind.IsCSharp(path) && File.Exists(path) && !asked.Contains(path))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)];
        }

        return [.. captured.OrderBy(project => project.ProjectPath, StringComparer.Ordinal).ThenBy(project => project.TargetFramework, StringComparer.Ordinal)];
    }

    /// <summary>MSBuild's own codes tell more than what resolvers print before them.</summary>
    private static string WhyLost(string project, ImmutableArray<BuildError> errors)
    {
        var own = errors.Where(error => error.Project == project).ToList();
        var telling = own.FirstOrDefault(error => error.Code.StartsWith("MSB", StringComparison.Ordinal)) ?? own.FirstOrDefault(error => error.Code.Length > 0) ?? own.FirstOrDefault();
        return telling is null
            ? "MSBuild did not load it and gave no reason; 'dotnet build' of the project should tell"
            : $"MSBuild could not load it ({telling.ToString().TrimEnd('.')})";
    }
}
