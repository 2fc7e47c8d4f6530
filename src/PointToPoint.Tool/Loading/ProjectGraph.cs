using System.Collections.Immutable;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// Which captured project references which, over all projects of the scan: by project reference, or because a package that couldn't be restored is
/// made by a project of the scan. Never a circle: a reference that would close one is left out and told.
/// </summary>
internal sealed class ProjectGraph
{
    private readonly ILookup<string, CapturedProject> _byPath;
    private readonly ILookup<string, CapturedProject> _byPackage;
    private readonly Dictionary<CapturedProject, ImmutableArray<CapturedProject>> _direct = [];
    private readonly Dictionary<CapturedProject, ImmutableHashSet<CapturedProject>> _all = [];
    private readonly List<CapturedProject> _order = [];

    private ProjectGraph(IReadOnlyList<CapturedProject> projects)
    {
        _byPath = projects.ToLookup(project => project.ProjectPath, PathComparer.Instance);
        _byPackage = projects.ToLookup(project => project.Property("PackageId") is { Length: > 0 } id ? id : project.AssemblyName, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All projects, each after those that it references.</summary>
    public IReadOnlyList<CapturedProject> Order => _order;

    /// <summary>References that were left out because they close a circle, as (referencing project, referenced project).</summary>
    public List<(CapturedProject From, CapturedProject To)> Circles { get; } = [];

    /// <param name="projects">The captured projects, in a fixed order.</param>
    /// <param name="missingPackages">Packages that a project references and doesn't get.</param>
    public static ProjectGraph Of(IReadOnlyList<CapturedProject> projects, Func<CapturedProject, ImmutableArray<string>> missingPackages)
    {
        var graph = new ProjectGraph(projects);
        var open = new HashSet<CapturedProject>();
        foreach (var project in projects)
        {
            graph.Visit(project, open, missingPackages);
        }

        return graph;
    }

    /// <summary>What a project sees: its references and theirs, as SDK-style projects do.</summary>
    public ImmutableHashSet<CapturedProject> References(CapturedProject project) => _all[project];

    /// <summary>Whether a project of the scan makes the package.</summary>
    public bool Makes(string package) => _byPackage.Contains(package);

    /// <summary>Whether a project, given by its path, was captured.</summary>
    public bool Has(string projectPath) => _byPath.Contains(projectPath);

    private void Visit(CapturedProject project, HashSet<CapturedProject> open, Func<CapturedProject, ImmutableArray<string>> missingPackages)
    {
        if (_direct.ContainsKey(project))
        {
            return;
        }

        open.Add(project);
        var wanted = project.ReferencedProjects.Select(path => _byPath[path])
            .Concat(missingPackages(project).Select(package => _byPackage[package]))
            .Where(group => group.Any())
            .Select(group => Best(project, group))
            .Where(reference => reference.ProjectPath != project.ProjectPath)
            .Distinct();
        var direct = ImmutableArray.CreateBuilder<CapturedProject>();
        foreach (var reference in wanted)
        {
            if (open.Contains(reference))
            {
                Circles.Add((project, reference));
                continue;
            }

            Visit(reference, open, missingPackages);
            direct.Add(reference);
        }

        open.Remove(project);
        _direct[project] = direct.ToImmutable();
        _all[project] = [.. direct.SelectMany(reference => _all[reference].Add(reference))];
        _order.Add(project);
    }

    private static CapturedProject Best(CapturedProject project, IEnumerable<CapturedProject> candidates)
    {
        var all = candidates.ToList();
        var framework = TargetFrameworkMatch.Nearest(project.TargetFramework, [.. all.Select(candidate => candidate.TargetFramework)]);
        return all.First(candidate => candidate.TargetFramework == framework);
    }
}
