using System.Collections.Immutable;

using PointToPoint.Analyzers.Systems;
using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Deployment;

/// <summary>
/// Which project a Compose service runs. The Dockerfile's own words count most, because a Dockerfile may lie anywhere: what it starts, then what it
/// publishes; then the project in whose folder it lies, then what it copies.
/// </summary>
internal sealed class ServiceOwners(DeploymentFiles files, ImmutableArray<CapturedProject> projects)
{
    private static readonly char[] Slashes = ['/', '\\'];

    private readonly Dictionary<string, Dockerfile?> _dockerfiles = new(StringComparer.Ordinal);

    /// <summary>The projects that a build makes into the service; empty if nothing tells.</summary>
    public ImmutableArray<CapturedProject> OfBuild(ComposeBuild build)
    {
        var words = Read(build.Dockerfile);
        return One(words?.StartedBy(build.Target).SelectMany(name => Assemblies(name, build)) ?? []) is { IsEmpty: false } started ? started
            : One(words?.Published.SelectMany(path => EndingIn(path, build)) ?? []) is { IsEmpty: false } published ? published
            : At(build.Dockerfile) is { IsEmpty: false } around ? around
            : One(words?.Copied.SelectMany(path => Copied(path, build)) ?? []);
    }

    /// <summary>The project that has the service's name, or that of its image: <c>catalog-api</c> = <c>Catalog.API</c>.</summary>
    public ImmutableArray<CapturedProject> OfName(ComposeService service) =>
        Named(service.Name) is { IsEmpty: false } named ? named : Named(service.Image.Split('/')[^1].Split(':')[0].Split('@')[0]);

    private static ImmutableArray<CapturedProject> One(IEnumerable<CapturedProject> candidates)
    {
        var all = candidates.Distinct().ToImmutableArray();
        if (all.Length > 1 && all.Any(project => project.IsApplication))
        {
            all = all.RemoveAll(project => !project.IsApplication);
        }

        // A base image that publishes many projects is none of them.
        return all.Length == 1 ? all : [];
    }

    private ImmutableArray<CapturedProject> Named(string name) =>
        name.Trim().Length == 0 ? [] : One(projects.Where(project => SystemName.Same(project.ProjectName, name) || SystemName.Same(project.AssemblyName, name)));

    private IEnumerable<CapturedProject> Assemblies(string name, ComposeBuild build) =>
        Nearest(projects.Where(project => project.AssemblyName.Equals(name, StringComparison.OrdinalIgnoreCase)), build);

    private IEnumerable<CapturedProject> EndingIn(string path, ComposeBuild build)
    {
        var segments = path.Split(Slashes, StringSplitOptions.RemoveEmptyEntries).Where(segment => segment is not ("." or "..")).Reverse().ToList();
        var candidates = projects
            .Where(project => Path.GetFileName(project.ProjectPath).Equals(segments.FirstOrDefault(), StringComparison.OrdinalIgnoreCase))
            .Select(project => (Project: project, Common: project.ProjectPath.Split(Slashes).Reverse().Zip(segments).TakeWhile(pair => pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)).Count()))
            .ToList();
        var most = candidates.Select(candidate => candidate.Common).DefaultIfEmpty().Max();
        return Nearest(candidates.Where(candidate => candidate.Common == most).Select(candidate => candidate.Project), build);
    }

    /// <summary>Of several of one name that whose folder the Dockerfile lies in, else those in the build context.</summary>
    private static IEnumerable<CapturedProject> Nearest(IEnumerable<CapturedProject> candidates, ComposeBuild build)
    {
        var all = candidates.ToList();
        return all.Where(project => FilePath.Below(project.ProjectFolder, build.Dockerfile) is not null) is var around && around.Any() ? around
            : all.Where(project => FilePath.Below(build.Context, project.ProjectPath) is not null) is var inside && inside.Any() ? inside
            : all;
    }

    /// <summary>The project in whose folder a file lies: of nested ones the innermost.</summary>
    public ImmutableArray<CapturedProject> At(string path)
    {
        var around = projects.Where(project => FilePath.Below(project.ProjectFolder, path) is not null).ToList();
        var innermost = around.Select(project => project.ProjectFolder.Length).DefaultIfEmpty().Max();
        return One(around.Where(project => project.ProjectFolder.Length == innermost));
    }

    private IEnumerable<CapturedProject> Copied(string path, ComposeBuild build)
    {
        if (path.AsSpan().ContainsAny('*', '$', '\0'))
        {
            return [];
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path.Replace('\\', '/').TrimStart('/'), build.Context));
        return projects.Where(project => PathComparer.Instance.Equals(project.ProjectFolder, full) || PathComparer.Instance.Equals(project.ProjectPath, full));
    }

    private Dockerfile? Read(string path)
    {
        if (!_dockerfiles.TryGetValue(path, out var dockerfile))
        {
            _dockerfiles[path] = dockerfile = files.ReadText(path) is { } text ? Dockerfile.Parse(text) : null;
        }

        return dockerfile;
    }
}
