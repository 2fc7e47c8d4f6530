namespace PointToPoint.Analyzers.Systems;

/// <summary>By what a target got its name; the order is the one in which alternatives are preferred.</summary>
internal enum TargetSource
{
    /// <summary>An entry of p2p.json.</summary>
    Manifest,

    /// <summary>A logical name of service discovery.</summary>
    ServiceName,

    /// <summary>The catalog of libraries and well-known hosts.</summary>
    Catalog,

    /// <summary>A host name.</summary>
    Host,

    /// <summary>The telling part of a configuration key.</summary>
    Key,

    /// <summary>The gateway.</summary>
    Gateway,

    /// <summary>A literal loopback address: the own system.</summary>
    Loopback,
}

/// <summary>Which system an endpoint belongs to.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Source">How it got the name.</param>
/// <param name="Entry">The system of p2p.json; null if it isn't one of them.</param>
internal sealed record SystemTarget(string Name, TargetSource Source, SystemEntry? Entry)
{
    /// <summary>True for the caller's own means: nobody said that another system owns it.</summary>
    public bool IsInfrastructure { get; init; }
}
