namespace PointToPoint.Analyzers.Systems;

/// <summary>What an entry of <c>endpoints</c> names.</summary>
internal enum EndpointPatternKind
{
    /// <summary>A host, service name or URL prefix.</summary>
    Address,

    /// <summary><c>config:Erp:BaseUrl</c>: the configuration key an address comes from.</summary>
    ConfigurationKey,

    /// <summary><c>client:erp</c>: a named client.</summary>
    ClientName,

    /// <summary><c>queue:erp-orders</c>: a queue, topic or exchange, whatever the broker.</summary>
    Queue,
}

/// <summary>An entry of <c>endpoints</c>.</summary>
internal sealed class EndpointPattern
{
    public required EndpointPatternKind Kind { get; init; }

    /// <summary>Lower case; null if none is written.</summary>
    public string? Scheme { get; init; }

    /// <summary>In <see cref="HostName.Normalize"/> form, without the leading <c>*.</c>; empty unless an address.</summary>
    public string Host { get; init; } = "";

    /// <summary>Whether the host stands for all names below it.</summary>
    public bool IsWildcard { get; init; }

    /// <summary>The port as written, else the scheme's own; null covers every port.</summary>
    public int? Port { get; init; }

    /// <summary>Segments of the path prefix in <see cref="EndpointPath"/> form.</summary>
    public string[] Path { get; init; } = [];

    /// <summary>The key, client name or queue; empty for addresses.</summary>
    public string Name { get; init; } = "";

    /// <summary>Entries with equal keys claim the same: one of them is too many.</summary>
    public string Key => Kind switch
    {
        EndpointPatternKind.ConfigurationKey => "config:" + Name.ToLowerInvariant(),
        EndpointPatternKind.ClientName => "client:" + Name.ToLowerInvariant(),
        EndpointPatternKind.Queue => "queue:" + Name.ToLowerInvariant(),
        _ => $"{(IsWildcard ? "*." : "")}{Host}|{Port}|{string.Join("/", Path).ToLowerInvariant()}|{(WebScheme.IsWeb(Scheme) ? "" : WebScheme.Canonical(Scheme))}",
    };
}
