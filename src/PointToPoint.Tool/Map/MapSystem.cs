using System.Collections.Immutable;

namespace PointToPoint.Tool.Map;

/// <summary>What kind of system it is.</summary>
internal enum SystemKind
{
    /// <summary>Has code in the scan.</summary>
    System,

    /// <summary>Is called or named, and has no code in the scan.</summary>
    External,

    /// <summary>A class library that no manifest gives to a system: it runs inside others and doesn't count as one.</summary>
    Library,

    /// <summary>Tests: they call whom they like, and don't count either.</summary>
    Test,
}

/// <summary>A node of the map.</summary>
/// <param name="Name">As the manifest spells it, else the project, else the code that calls it.</param>
/// <param name="Owner">Who is in charge; null if no manifest says.</param>
/// <param name="Kind">Whether it counts as a system.</param>
/// <param name="Projects">Paths of the project files with code of it, from the root.</param>
internal sealed record MapSystem(string Name, string? Owner, SystemKind Kind, ImmutableArray<string> Projects)
{
    /// <summary>Whether it is one of the n in n(n-1)/2.</summary>
    public bool Counts => Kind is SystemKind.System or SystemKind.External;
}
