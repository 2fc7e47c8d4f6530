using System.Collections.Immutable;

namespace PointToPoint.Tool.Loading;

/// <summary>Loads what a PATH means: one MSBuild run, rarely a second one for projects that only evaluation shows, and a Roslyn solution.</summary>
/// <param name="progress">Told what the scan is doing.</param>
/// <param name="today">The day of the scan.</param>
/// <param name="patience">How long loading and restoring may take each while sources of packages are asked; null for a few minutes.</param>
internal sealed class SolutionScan(IScanProgress progress, DateTime today, TimeSpan? patience = null) : IDisposable
{
    // Long enough for hundreds of packages over an ordinary line, and as long as a person might wait for an answer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // A project names few SDKs, and fewer that are missing.
    private const int StandInTries = 4;

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
        var asked = restore ? PackageRestore.FromSources : PackageRestore.None;
        var (captured, lost, errors, done) = scope.Projects.IsEmpty ? ([], [], new BuildErrors([]), asked) : await CaptureAsync(scope, asked, cancellationToken);
        progress.Step("Putting the projects together");
        _loader = new SolutionLoader(_folder.Path, done, errors, today);
        var loaded = _loader.Load(captured);
        return loaded with
        {
            Skipped = [.. scope.Skipped.Concat(lost).Concat(loaded.Skipped).Select(project => project with { Reason = WithoutFolder(project.Reason) }).OrderBy(project => project.Path, StringComparer.Ordinal)],
            Incomplete = [.. loaded.Incomplete.Select(project => project with { Reason = WithoutFolder(project.Reason) })],
        };
    }

    private async Task<(ImmutableArray<CapturedProject> Captured, List<SkippedProject> Lost, BuildErrors Errors, PackageRestore Restore)> CaptureAsync(
        ScanScope scope, PackageRestore restore, CancellationToken cancellationToken)
    {
        var run = new MSBuildRun(DotNetHost.Find(), scope.Root, scope.Solution, restore, patience ?? Patience, progress);
        var captured = new List<CapturedProject>();
        var errors = new List<BuildError>();
        var asked = new SortedSet<string>(PathComparer.Instance);
        var standIns = new SortedDictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var tries = 0;
        var runs = 0;
        var next = scope.Projects;
        while (!next.IsEmpty)
        {
            asked.UnionWith(next);
            var (projects, failures) = await run.CaptureAsync(next, Directory.CreateDirectory(_folder.Combine($"{++runs}")).FullName + Path.DirectorySeparatorChar, cancellationToken);
            captured.AddRange(projects);
            errors.AddRange(failures);
            next = [.. projects.SelectMany(project => project.ReferencedProjects)
                .Where(path => ProjectKind.IsCSharp(path) && File.Exists(path) && !asked.Contains(path))
                .Distinct(PathComparer.Instance)
                .Order(StringComparer.Ordinal)];

            // An SDK that no source has takes every project down that names it: another try with an empty one in its place. MSBuild tells one at a time, and its names may be made up by the project.
            var known = new BuildErrors(errors);
            if (next.IsEmpty && tries < StandInTries && Lost().Where(project => known.MissingSdks(project).Any(sdk => !standIns.ContainsKey(sdk))).ToImmutableArray() is { IsEmpty: false } without)
            {
                foreach (var (project, sdk) in without.SelectMany(known.MissingSdks, (project, sdk) => (project, sdk)))
                {
                    standIns[sdk] = (standIns.TryGetValue(sdk, out var isFirst) && isFirst) || string.Equals(StandInSdks.FirstOf(project), sdk, StringComparison.OrdinalIgnoreCase);
                }

                if (await run.StandInAsync(standIns, Directory.CreateDirectory(_folder.Combine($"sdks{++tries}")).FullName, cancellationToken))
                {
                    next = without;
                }
                else
                {
                    standIns.Clear();
                    break;
                }
            }
        }

        IEnumerable<string> Lost() => asked.Except(captured.Select(project => project.ProjectPath), PathComparer.Instance);

        // What was missing and replaced is no reason any more.
        var all = new BuildErrors(errors);
        var last = tries == 0 ? all : new BuildErrors(errors.Where(error => StandInSdks.NameOf(error) is not { } sdk || !standIns.ContainsKey(sdk)));
        return (
            [.. captured.OrderBy(project => project.ProjectPath, StringComparer.Ordinal).ThenBy(project => project.TargetFramework, StringComparer.Ordinal)],
            [.. Lost().Select(path => new SkippedProject(path, WhyLost(path, last)))],
            all,
            run.Restore);
    }

    private static string WhyLost(string project, BuildErrors errors) =>
        errors.Telling(project, "MSB") is { } error
            ? $"MSBuild could not load it ({error})"
            : "MSBuild did not load it and gave no reason; 'dotnet build' of the project should tell";

    /// <summary>The scan's own folder has another name each time, and is gone when somebody reads the reason.</summary>
    private string WithoutFolder(string reason) => reason.Replace(_folder.Path, "", StringComparison.Ordinal);
}
