namespace PointToPoint.Analyzers.Systems;

/// <summary>Whose system the catalog of libraries says it is.</summary>
/// <param name="Name">The system; null if only the address tells.</param>
/// <param name="IsInfrastructure">True for the caller's own means, such as its database or its queue, until p2p.json says that they are another system's.</param>
internal sealed record CatalogEntry(string? Name, bool IsInfrastructure);
