using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Tool.Loading;

/// <summary>One project and target framework, ready to be analysed.</summary>
/// <param name="Captured">What MSBuild said.</param>
/// <param name="Project">It, in Roslyn's words.</param>
/// <param name="HasAll">Whether all it references is there.</param>
internal sealed record LoadedProject(CapturedProject Captured, Project Project, bool HasAll);

/// <summary>A project that is analysed only in part.</summary>
/// <param name="Path">Full path of the project file.</param>
/// <param name="Reason">Why, as a phrase a person can act on.</param>
/// <param name="MissingReferences">Names of the packages, projects and assemblies that could not be had, ordered.</param>
internal sealed record IncompleteProject(string Path, string Reason, ImmutableArray<string> MissingReferences);

/// <summary>Everything that was loaded, and everything that wasn't.</summary>
internal sealed record LoadedProjects
{
    /// <summary>Each after those it references.</summary>
    public required ImmutableArray<LoadedProject> Projects { get; init; }

    /// <summary>At most one entry for a project.</summary>
    public required ImmutableArray<IncompleteProject> Incomplete { get; init; }

    public required ImmutableArray<SkippedProject> Skipped { get; init; }

    /// <summary>The project files that a project sees through its references, in any of its target frameworks.</summary>
    public required ImmutableDictionary<string, ImmutableHashSet<string>> References { get; init; }
}
