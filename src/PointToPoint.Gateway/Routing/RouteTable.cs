#if NET8_0_OR_GREATER
using System.Collections.Frozen;
#endif
using PointToPoint.Gateway.Configuration;

namespace PointToPoint.Gateway.Routing;

/// <summary>All systems at one moment. A change of configuration replaces the table as a whole, so no request sees half a change.</summary>
internal sealed class RouteTable
{
#if NET8_0_OR_GREATER
    private readonly FrozenDictionary<string, GatewayRoute> _routes;
#else
    private readonly Dictionary<string, GatewayRoute> _routes;
#endif

    private RouteTable(IEnumerable<GatewayRoute> routes) =>
#if NET8_0_OR_GREATER
        _routes = routes.ToFrozenDictionary(route => route.System, StringComparer.Ordinal);
#else
        _routes = routes.ToDictionary(route => route.System, StringComparer.Ordinal);
#endif

    /// <summary>Makes a table of options, or tells everything that is wrong with them.</summary>
    /// <param name="options">The options.</param>
    /// <param name="used">The systems that registered clients are routed to, with the names of these clients.</param>
    /// <param name="errors">What is wrong; empty if a table was made.</param>
    public static RouteTable? TryCreate(
        IntegrationGatewayOptions options, IEnumerable<KeyValuePair<string, string>> used, out IReadOnlyList<string> errors)
    {
        var found = new List<string>(options.ReadingErrors);
        foreach (var system in options.Systems) found.AddRange(SystemRules.Check(system.Key, system.Value));
        if (found.Count == 0)
        {
            var routes = options.Systems.Select(system => new GatewayRoute(SystemName.Normalize(system.Key)!, system.Value)).ToArray();
            if (!options.AllowSharedAddresses) found.AddRange(SharedAddresses.Find(routes));
            var table = new RouteTable(routes);
            found.AddRange(used
                .Where(use => !table._routes.ContainsKey(use.Value))
                .Select(use => $"Client '{use.Key}': {RoutingRefusal.Unknown(use.Value, table.Names).Message}"));
            errors = found;
            return found.Count == 0 ? table : null;
        }

        errors = found;
        return null;
    }

    /// <summary>The route to a system.</summary>
    /// <exception cref="GatewayRoutingException">There is no such system.</exception>
    public GatewayRoute this[string system] =>
        SystemName.Normalize(system) is { } name && _routes.TryGetValue(name, out var route) ? route : throw RoutingRefusal.Unknown(system, Names);

    private IReadOnlyCollection<string> Names => _routes.Keys.ToArray();
}
