namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// Names the system behind an endpoint. In order: one that p2p.json claims, the gateway, loopback, then a name derived from the service name, the
/// catalog of libraries and well-known hosts, the host, or the telling part of the configuration key.
/// </summary>
/// <param name="matcher">What p2p.json says.</param>
/// <param name="hosts">What the catalog says of a host.</param>
internal sealed class TargetNaming(SystemMatcher matcher, Func<string, CatalogEntry?>? hosts = null)
{
    public const string GatewayName = "gateway";

    /// <summary>The system; null if nothing tells.</summary>
    public SystemTarget? Of(ResolvedEndpoint endpoint)
    {
        if (matcher.Match(endpoint) is { } match)
        {
            return match.System is { } system
                ? new SystemTarget(system.Name, TargetSource.Manifest, system)
                : match.UndeclaredName is { } name ? new SystemTarget(name, TargetSource.Manifest, null)
                : new SystemTarget(GatewayName, TargetSource.Gateway, null);
        }

        endpoint = endpoint.Catalog is null && endpoint.Host is { } host && hosts?.Invoke(host) is { } known ? endpoint with { Catalog = known } : endpoint;
        if (Derive(endpoint) is not { } derived)
        {
            return null;
        }

        // A derived name that means a system of the manifest is that system.
        return derived is { Source: not TargetSource.Loopback } && matcher.Find(derived.Name) is { } entry
            ? derived with { Name = entry.Name, Entry = entry }
            : derived with { IsInfrastructure = endpoint.Catalog?.IsInfrastructure == true };
    }

    /// <summary>The system that the gateway was asked for by key.</summary>
    public SystemTarget OfGatewayKey(string key)
    {
        var entry = matcher.Manifest.Systems.FirstOrDefault(system => string.Equals(system.Key, key, StringComparison.OrdinalIgnoreCase)) ?? matcher.Find(key);
        return new SystemTarget(entry?.Name ?? key, TargetSource.Gateway, entry);
    }

    private static SystemTarget? Derive(ResolvedEndpoint endpoint)
    {
        if (endpoint.Host is { } host && (!Loopback.Is(host) || endpoint.ConfigurationKeys.IsEmpty))
        {
            return Loopback.Is(host) ? new SystemTarget(host, TargetSource.Loopback, null)
                : endpoint.ServiceName is { } service ? new SystemTarget(service, TargetSource.ServiceName, null)
                : endpoint.Catalog?.Name is { } known ? new SystemTarget(known, TargetSource.Catalog, null)
                : OfHost(host, endpoint);
        }

        // No value, or a loopback one, which is somebody's development address: the key names the system.
        return endpoint.Catalog?.Name is { } system ? new SystemTarget(system, TargetSource.Catalog, null)
            : endpoint.ConfigurationKeys.IsEmpty ? null : new SystemTarget(TellingSegment.Of(endpoint.ConfigurationKeys[0]), TargetSource.Key, null);
    }

    /// <summary>The host without a tenant in front. Where only a domain is left that strangers share, what tells is the key, the client, and else nothing but the host with its hole.</summary>
    private static SystemTarget OfHost(string host, ResolvedEndpoint endpoint)
    {
        var hole = host.LastIndexOf("{}.", StringComparison.Ordinal);
        var rest = hole < 0 ? host : host.Substring(hole + 3);
        if (hole < 0 || !SharedHosts.Is(rest))
        {
            return new SystemTarget(rest, TargetSource.Host, null);
        }

        return endpoint.ConfigurationKeys is [var key, ..] ? new SystemTarget(TellingSegment.Of(key), TargetSource.Key, null)
            : endpoint.ClientName is { } client ? new SystemTarget(TellingSegment.Of(client), TargetSource.Key, null)
            : endpoint.ClientType is { } type ? new SystemTarget(TellingSegment.Of(type.Substring(type.LastIndexOf('.') + 1).Split('`')[0]), TargetSource.Key, null)
            : new SystemTarget(host, TargetSource.Host, null);
    }
}
