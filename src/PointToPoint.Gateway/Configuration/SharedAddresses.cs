using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Configuration;

/// <summary>Finds addresses that two systems claim. An address belongs to one system, or nobody is in charge of it.</summary>
internal static class SharedAddresses
{
    public static IEnumerable<string> Find(IReadOnlyList<GatewayRoute> routes)
    {
        var claims = routes.OrderBy(route => route.System, StringComparer.Ordinal).SelectMany(route => route.Claims).ToArray();
        var told = new HashSet<(string, string)>();
        for (var i = 0; i < claims.Length; i++)
        {
            for (var j = i + 1; j < claims.Length; j++)
            {
                var (first, second) = (claims[i], claims[j]);
                if (first.System == second.System || !first.Overlaps(second) || !told.Add((first.System, second.System))) continue;
                yield return first.ToString() == second.ToString()
                    ? $"Systems '{first.System}' and '{second.System}' both claim {first}. {Remedy}"
                    : $"Systems '{first.System}' ({first}) and '{second.System}' ({second}) overlap. {Remedy}";
            }
        }
    }

    private const string Remedy =
        "An address belongs to one system: give each a path of its own in Destination or AllowedPaths, or set AllowSharedAddresses to true.";
}
