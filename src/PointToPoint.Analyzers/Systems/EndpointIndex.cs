using System.Globalization;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// All entries of <c>endpoints</c>, found by dictionary. An entry of an exact host beats a wildcard, then the longer path wins, then a given port;
/// of equals the one that was added first.
/// </summary>
internal sealed class EndpointIndex
{
    private static readonly int?[] _webPorts = [443, 80];

    private readonly Dictionary<string, AddressTable> _hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AddressTable> _wildcards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EndpointMatch> _configurationKeys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, EndpointMatch> _clients = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, EndpointMatch> _queues = new(StringComparer.OrdinalIgnoreCase);
    private int _longestKey;

    public void Add(EndpointPattern pattern, EndpointMatch match)
    {
        switch (pattern.Kind)
        {
            case EndpointPatternKind.ConfigurationKey:
                AddFirst(_configurationKeys, pattern.Name, match);
                _longestKey = Math.Max(_longestKey, pattern.Name.Length);
                break;
            case EndpointPatternKind.ClientName:
                AddFirst(_clients, pattern.Name, match);
                break;
            case EndpointPatternKind.Queue:
                AddFirst(_queues, pattern.Name, match);
                break;
            default:
                var tables = pattern.IsWildcard ? _wildcards : _hosts;
                if (!tables.TryGetValue(pattern.Host, out var table))
                {
                    tables.Add(pattern.Host, table = new AddressTable());
                }

                table.Add(pattern, match);
                break;
        }
    }

    /// <summary>The entry of exactly this host or service name.</summary>
    /// <param name="endpoint">Where a call goes.</param>
    /// <param name="withPath">True if only entries with a path count.</param>
    public EndpointMatch? MatchHost(ResolvedEndpoint endpoint, bool withPath = false)
    {
        var path = EndpointPath.Split(endpoint.Path);
        return MatchName(endpoint.Host) ?? MatchName(endpoint.ServiceName);

        EndpointMatch? MatchName(string? host) => !string.IsNullOrEmpty(host) && _hosts.TryGetValue(HostName.Normalize(host!), out var table)
            ? Match(table, endpoint, path, withPath ? 1 : 0)
            : null;
    }

    /// <summary>The wildcard entry with the longest suffix of the host.</summary>
    public EndpointMatch? MatchWildcard(ResolvedEndpoint endpoint)
    {
        if (_wildcards.Count == 0 || string.IsNullOrEmpty(endpoint.Host) || endpoint.Host!.Length > HostName.MaxLength)
        {
            return null;
        }

        var path = EndpointPath.Split(endpoint.Path);
        var host = HostName.Normalize(endpoint.Host);
        for (var dot = host.IndexOf('.'); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            // An empty label before the dot is no name below the suffix.
            if (dot > 0 && _wildcards.TryGetValue(host.Substring(dot + 1), out var table) && Match(table, endpoint, path, shortest: 0) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>The entry of the longest configuration key that one of the keys is, or lies below.</summary>
    public EndpointMatch? MatchConfigurationKey(IEnumerable<string> keys)
    {
        EndpointMatch? best = null;
        var bestLength = 0;
        foreach (var key in keys)
        {
            var name = ConfigurationKey.Normalize(key);
            for (var end = name.Length; end > bestLength; end = name.LastIndexOf(':', end - 1))
            {
                if (end <= _longestKey && _configurationKeys.TryGetValue(name.Substring(0, end), out var match))
                {
                    best = match;
                    bestLength = end;
                }
            }
        }

        return best;
    }

    /// <summary>
    /// The entry of a queue: by its name whatever the broker, which says more than the broker alone, and less than the broker with the queue behind it.
    /// </summary>
    public EndpointMatch? MatchQueue(ResolvedEndpoint endpoint) => endpoint.Queue is not { } name ? null
        : MatchHost(endpoint, withPath: true) ?? (_queues.TryGetValue(name, out var match) ? match : null);

    public EndpointMatch? MatchClient(string? name) => name is not null && _clients.TryGetValue(name, out var match) ? match : null;

    private static EndpointMatch? Match(AddressTable table, ResolvedEndpoint endpoint, string[] path, int shortest)
    {
        int?[] ports = endpoint.Port is { } port ? [port]
            : WebScheme.DefaultPort(endpoint.Scheme) is { } implied ? [implied]
            : WebScheme.IsWeb(endpoint.Scheme) ? _webPorts
            : [];
        if (table.Find([.. ports, null], path, shortest, endpoint.Scheme) is { } match)
        {
            return match;
        }

        // Nobody runs another system on the same host with the other of HTTP and HTTPS, so an entry for one stands for both.
        return WebScheme.IsWeb(endpoint.Scheme) && ports.All(p => p is 80 or 443) ? table.Find(_webPorts, path, shortest, endpoint.Scheme) : null;
    }

    private static void AddFirst(Dictionary<string, EndpointMatch> entries, string key, EndpointMatch match)
    {
        if (!entries.ContainsKey(key))
        {
            entries.Add(key, match);
        }
    }

    /// <summary>The entries of one host by protocol, port and path.</summary>
    private sealed class AddressTable
    {
        // All of HTTP is one protocol here, an entry without scheme is of every one, and so is a call whose scheme is unknown of HTTP.
        private const string Web = "web";
        private const string Any = "any";

        private readonly Dictionary<string, EndpointMatch> _entries = new(StringComparer.OrdinalIgnoreCase);
        private int _longestPath;

        public void Add(EndpointPattern pattern, EndpointMatch match)
        {
            var path = string.Join("/", pattern.Path);
            AddFirst(_entries, Key(WebScheme.IsWeb(pattern.Scheme) ? Web : WebScheme.Canonical(pattern.Scheme)!, pattern.Port, path), match);
            if (pattern.Scheme is null)
            {
                AddFirst(_entries, Key(Any, pattern.Port, path), match);
            }

            _longestPath = Math.Max(_longestPath, pattern.Path.Length);
        }

        public EndpointMatch? Find(int?[] ports, string[] path, int shortest, string? scheme)
        {
            string[] protocols = WebScheme.IsWeb(scheme) ? [Web] : [WebScheme.Canonical(scheme)!, Any];
            for (var length = Math.Min(path.Length, _longestPath); length >= shortest; length--)
            {
                var prefix = string.Join("/", path, 0, length);
                foreach (var port in ports)
                {
                    foreach (var protocol in protocols)
                    {
                        if (_entries.TryGetValue(Key(protocol, port, prefix), out var match))
                        {
                            return match;
                        }
                    }
                }
            }

            return null;
        }

        private static string Key(string protocol, int? port, string path) =>
            $"{protocol}:{port?.ToString(CultureInfo.InvariantCulture)}/{path}";
    }
}
