using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// One alternative of where a call goes, as far as the code and its configuration tell: what <c>SystemMatcher</c> judges. Everything may be
/// missing; the more there is, the more specific the match.
/// </summary>
internal sealed record ResolvedEndpoint
{
    /// <summary>Lower case (<c>https</c>, <c>https+http</c>); null if unknown.</summary>
    public string? Scheme { get; init; }

    /// <summary>Lower case host name or IP address without port; null if unknown.</summary>
    public string? Host { get; init; }

    /// <summary>The port as written; null if none is.</summary>
    public int? Port { get; init; }

    /// <summary>Path with a leading slash and holes as <c>{}</c>; empty if unknown.</summary>
    public string Path { get; init; } = "";

    /// <summary>Name of the queue, topic or exchange that is sent to or read from, whatever the broker; null if none, or unknown.</summary>
    public string? Queue { get; init; }

    /// <summary>Logical name of service discovery (<c>https+http://erp-api</c>, or a host without a dot); null if the host is an ordinary one.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Configuration keys the address came from (<c>Erp:BaseUrl</c>), from call to value.</summary>
    public ImmutableArray<string> ConfigurationKeys { get; init; } = [];

    /// <summary>Name of the named client (<c>AddHttpClient("erp")</c>); null if none.</summary>
    public string? ClientName { get; init; }

    /// <summary>Full name of the typed client's type as documentation IDs have it (<c>Contoso.Erp.Client.ErpClient</c>, <c>Contoso.IApiClient`1</c>); null if none.</summary>
    public string? ClientType { get; init; }

    /// <summary>Names of the typed client's type arguments.</summary>
    public ImmutableArray<string> ClientTypeArguments { get; init; } = [];

    /// <summary>Documentation ID of the SDK type or member that is called; null if none.</summary>
    public string? Sdk { get; init; }

    /// <summary>What the catalog says of the client's library or of the host; null if it knows neither.</summary>
    public CatalogEntry? Catalog { get; init; }
}
