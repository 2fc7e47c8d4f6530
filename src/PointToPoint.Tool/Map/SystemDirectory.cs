using System.Collections.Immutable;

using PointToPoint.Analyzers;
using PointToPoint.Analyzers.Systems;
using PointToPoint.Tool.Deployment;
using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Map;

/// <summary>
/// All systems of a scan under one name each. Names that mean the same are one system; the manifest's spelling wins, then the project's, then the
/// first by ordinal. A service name that deployment files give to a project is that project's system, unless code or a manifest has that name already.
/// </summary>
internal sealed class SystemDirectory
{
    private readonly Dictionary<string, Entry> _systems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _projectSystems = new(StringComparer.Ordinal);

    /// <param name="analyses">Every analysed project.</param>
    /// <param name="manifests">Where their manifests are read.</param>
    /// <param name="serviceNames">The names under which projects are deployed.</param>
    public SystemDirectory(IReadOnlyList<ProjectAnalysis> analyses, Manifests manifests, ImmutableArray<ServiceName> serviceNames)
    {
        var matchers = analyses.Select(analysis => (Analysis: analysis, Matcher: manifests.For(analysis.Project))).ToList();
        foreach (var system in manifests.All.SelectMany(matcher => matcher.Manifest.Systems))
        {
            var entry = Add(system.Name);
            entry.Owner ??= system.Owner;
            entry.IsDeclared = true;
        }

        foreach (var (analysis, matcher) in matchers.OrderBy(pair => pair.Analysis.Project.ProjectName, StringComparer.Ordinal))
        {
            var name = OwnerOf(analysis.Project, matcher) ?? analysis.Project.ProjectName;
            _projectSystems[analysis.Project.ProjectPath] = Add(name).Name;
            Give(name, analysis);
        }

        // Code that a manifest gives away by namespace or path belongs to that system too, wherever its project belongs.
        foreach (var (analysis, _) in matchers)
        {
            foreach (var from in analysis.Calls.Select(call => call.Call.From).Distinct(StringComparer.Ordinal))
            {
                Give(from, analysis);
            }
        }

        foreach (var service in serviceNames)
        {
            if (_projectSystems.TryGetValue(service.ProjectPath, out var system))
            {
                _systems.TryAdd(SystemName.Normalize(service.Name), Add(system));
            }
        }

        // What a system uses by itself, such as its database, is no system.
        foreach (var name in analyses.SelectMany(analysis => analysis.Calls).Where(call => call.Call.Verdict != Verdict.Infrastructure).SelectMany(call => call.Call.AlsoTo.Prepend(call.Call.To)).OfType<string>().Order(StringComparer.Ordinal))
        {
            Add(name);
        }
    }

    /// <summary>The one spelling of a system's name.</summary>
    public string NameOf(string system) => Add(system).Name;

    /// <summary>The system of a project as a whole.</summary>
    public string SystemOf(string projectPath) => _projectSystems[projectPath];

    /// <summary>Whether a manifest declares the system of this name.</summary>
    public bool IsDeclared(string system) => Add(system).IsDeclared;

    public SystemKind KindOf(string system) => _systems[SystemName.Normalize(system)].Kind;

    /// <param name="relative">Makes a path relative to the root.</param>
    public ImmutableArray<MapSystem> ToMap(Func<string, string> relative) =>
        [.. _systems.Values
            .Distinct()
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => new MapSystem(entry.Name, entry.Owner, entry.Kind, [.. entry.Projects.Select(relative).Order(StringComparer.Ordinal)]))];

    private static string? OwnerOf(CapturedProject project, SystemMatcher matcher) =>
        matcher.OwnerOfCode(
            project.AssemblyName,
            project.Property("RootNamespace") is { Length: > 0 } rootNamespace ? rootNamespace : project.AssemblyName,
            FilePath.Below(matcher.Manifest.Directory, project.ProjectPath))?.Name;

    private Entry Add(string name)
    {
        var key = SystemName.Normalize(name);
        if (!_systems.TryGetValue(key, out var entry))
        {
            _systems[key] = entry = new Entry(name);
        }

        return entry;
    }

    private void Give(string name, ProjectAnalysis analysis)
    {
        var entry = Add(name);
        entry.Projects.Add(analysis.Project.ProjectPath);
        entry.HasTest |= analysis.IsTest;
        entry.HasApplication |= !analysis.IsTest && analysis.Project.IsApplication;
        entry.HasLibrary |= !analysis.IsTest && !analysis.Project.IsApplication;
    }

    private sealed class Entry(string name)
    {
        public string Name { get; } = name;

        public string? Owner { get; set; }

        public bool IsDeclared { get; set; }

        public bool HasApplication { get; set; }

        public bool HasLibrary { get; set; }

        public bool HasTest { get; set; }

        public SortedSet<string> Projects { get; } = new(StringComparer.Ordinal);

        public SystemKind Kind =>
            Projects.Count == 0 ? SystemKind.External
            : HasApplication || IsDeclared ? SystemKind.System
            : HasLibrary ? SystemKind.Library
            : SystemKind.Test;
    }
}
