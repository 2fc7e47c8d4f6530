using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Tool.Map;

/// <summary>How much of the worst case is real: of n systems, n(n-1)/2 pairs could be connected directly.</summary>
/// <param name="Systems">n: all but libraries and tests.</param>
/// <param name="Direct">Pairs of them that are.</param>
internal sealed record ConnectionCount(int Systems, int Direct)
{
    public int Possible => Systems * (Systems - 1) / 2;

    public static ConnectionCount Of(IntegrationMap map)
    {
        var counted = map.Systems.Where(system => system.Counts).Select(system => system.Name).ToHashSet(StringComparer.Ordinal);
        var pairs = new HashSet<(string, string)>();
        foreach (var connection in map.Connections.Where(connection => connection.IsDirect))
        {
            // What a library does is done by the applications that it runs in.
            var from = connection.Sites.SelectMany(site => site.Hosts).Append(connection.From);
            foreach (var system in from.Where(system => counted.Contains(system) && counted.Contains(connection.To) && !SystemName.Same(system, connection.To)))
            {
                pairs.Add(string.CompareOrdinal(system, connection.To) < 0 ? (system, connection.To) : (connection.To, system));
            }
        }

        return new ConnectionCount(counted.Count, pairs.Count);
    }
}
