using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;
using PointToPoint.Analyzers.Systems;
using PointToPoint.Tool.Deployment;
using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Map;

/// <summary>
/// Puts the code of all projects together, and says of each where it runs, so that the engine can look for answers in the whole. Tests are left out:
/// what they call, nobody runs.
/// </summary>
internal sealed class SolutionContexts
{
    private readonly SolutionCode _code;
    private readonly Dictionary<ProjectId, Compilation> _compilations;
    private readonly Dictionary<Compilation, HostSettings> _settings;

    private SolutionContexts(SolutionCode code, Dictionary<ProjectId, Compilation> compilations, Dictionary<Compilation, HostSettings> settings)
    {
        _code = code;
        _compilations = compilations;
        _settings = settings;
    }

    public static async Task<SolutionContexts> OfAsync(ImmutableArray<LoadedProject> projects, DeploymentValues deployment, CancellationToken cancellationToken)
    {
        var compilations = new Dictionary<ProjectId, Compilation>();
        var settings = new Dictionary<Compilation, HostSettings>();
        foreach (var loaded in projects)
        {
            if (await loaded.Project.GetCompilationAsync(cancellationToken) is { } compilation && !ProjectFacts.Of(compilation, loaded.Project.AnalyzerOptions).IsTest)
            {
                compilations[loaded.Project.Id] = compilation;
                settings[compilation] = new HostSettings(
                    new AppSettings(loaded.Project.AnalyzerOptions.AdditionalFiles),
                    key => [.. deployment.Find(loaded.Captured.ProjectPath, key, out var areOthers).Select(value => new Setting(value.Value, $"{value.File}:{value.Line}: {key}") { IsOthers = areOthers })]);
            }
        }

        var code = new SolutionCode(projects.Where(loaded => compilations.ContainsKey(loaded.Project.Id)).ToDictionary(
            loaded => compilations[loaded.Project.Id],
            loaded => loaded.Project.ProjectReferences
                .Select(reference => compilations.GetValueOrDefault(reference.ProjectId))
                .OfType<Compilation>()
                .ToImmutableArray()));
        return new SolutionContexts(code, compilations, settings);
    }

    /// <summary>What lies around a project; null for one that is a test.</summary>
    public SolutionContext? For(LoadedProject loaded) => _compilations.TryGetValue(loaded.Project.Id, out var compilation)
        ? new SolutionContext(_code, trees => [.. Hosts(_code.HostsOf(compilation), trees).Select(host => _settings[host])])
        : null;

    /// <summary>Those hosts that run the code of all these files; all, where none does.</summary>
    private ImmutableArray<Compilation> Hosts(ImmutableArray<Compilation> hosts, IEnumerable<SyntaxTree> trees)
    {
        if (hosts.Length == 1)
        {
            return hosts;
        }

        var owners = trees.Select(_code.CompilationOf).OfType<Compilation>().Distinct().Select(_code.HostsOf).ToList();
        var both = hosts.RemoveAll(host => !owners.TrueForAll(others => others.Contains(host)));
        return both.IsEmpty ? hosts : both;
    }
}
