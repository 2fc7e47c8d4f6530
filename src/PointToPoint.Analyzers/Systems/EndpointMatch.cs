namespace PointToPoint.Analyzers.Systems;

/// <summary>Whose endpoint was matched.</summary>
internal enum EndpointMatchKind
{
    System,
    Gateway,
}

/// <summary>What the manifest says about an endpoint.</summary>
/// <param name="Kind">A system's or the gateway's.</param>
/// <param name="System">The system; null for the gateway.</param>
/// <param name="Entry">The entry that decided, as it stands in the file.</param>
internal sealed record EndpointMatch(EndpointMatchKind Kind, SystemEntry? System, string Entry)
{
    /// <summary>The system's name where the manifest names it without declaring it; else null.</summary>
    public string? UndeclaredName { get; init; }
}
