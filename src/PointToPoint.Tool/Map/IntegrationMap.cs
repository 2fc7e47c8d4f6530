using System.Collections.Immutable;

namespace PointToPoint.Tool.Map;

/// <summary>The result of a scan: which system calls which, with every site as evidence, and what could not be seen.</summary>
internal sealed record IntegrationMap
{
    /// <summary>By name.</summary>
    public required ImmutableArray<MapSystem> Systems { get; init; }

    /// <summary>By from, to, protocol, status.</summary>
    public required ImmutableArray<Connection> Connections { get; init; }

    /// <summary>What the systems use by themselves, such as their databases and queues: no connections, until a p2p.json gives one to another system. By system, name, protocol.</summary>
    public ImmutableArray<Infrastructure> Infrastructure { get; init; } = [];

    /// <summary>By file, line, column.</summary>
    public required ImmutableArray<UnresolvedCall> Unresolved { get; init; }

    /// <summary>By path.</summary>
    public required ImmutableArray<NotAnalysed> NotAnalysed { get; init; }

    /// <summary>By path.</summary>
    public required ImmutableArray<Incomplete> Incomplete { get; init; }

    /// <summary>By file, line, column.</summary>
    public required ImmutableArray<ManifestFinding> ManifestProblems { get; init; }

    /// <summary>What could not be read besides code, each with its file; ordered.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether all code of the scan was seen in full.</summary>
    public bool IsComplete => Incomplete.IsEmpty && !NotAnalysed.Any(project => project.HasCode);
}

/// <summary>A database, queue, cache or the like of a system's own, as far as anybody says.</summary>
/// <param name="System">Whose code uses it.</param>
/// <param name="Name">Its endpoint; the library where only that is known.</param>
/// <param name="Protocol">As of a connection.</param>
/// <param name="Sites">Where it is used.</param>
internal sealed record Infrastructure(string System, string Name, string Protocol, ImmutableArray<Site> Sites);

/// <param name="Project">Path from the root.</param>
/// <param name="Reason">Why, as a phrase a person can act on.</param>
internal sealed record NotAnalysed(string Project, string Reason)
{
    /// <summary>Whether the map may lack something because of it.</summary>
    public bool HasCode { get; init; } = true;
}

/// <param name="Project">Path from the root.</param>
/// <param name="Reason">Why it is analysed only in part.</param>
/// <param name="MissingReferences">Names of packages, projects and assemblies.</param>
internal sealed record Incomplete(string Project, string Reason, ImmutableArray<string> MissingReferences);

/// <summary>Something wrong with a p2p.json; line and column are 1-based.</summary>
internal sealed record ManifestFinding(string File, int Line, int Column, string Rule, string Message);
