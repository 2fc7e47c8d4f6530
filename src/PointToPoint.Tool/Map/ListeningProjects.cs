using System.Globalization;

using PointToPoint.Analyzers.Systems;
using PointToPoint.Tool.Deployment;

namespace PointToPoint.Tool.Map;

/// <summary>
/// Which project listens on a port of the developer's machine, as launch profiles and Compose files say. The address that another project is given, or that its code has written out,
/// may be just that: <c>http://localhost:5102</c>.
/// </summary>
internal sealed class ListeningProjects
{
    private readonly Dictionary<int, (string ProjectPath, DeployedValue Address)?> _byPort = [];

    public ListeningProjects(IEnumerable<string> projectPaths, DeploymentValues deployment)
    {
        foreach (var path in projectPaths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            foreach (var address in deployment.AddressesOf(path))
            {
                if (PortOf(address.Value) is { } port && !_byPort.TryAdd(port, (path, address)) && _byPort[port]?.ProjectPath != path)
                {
                    // Two projects that listen on one port never run together: which is meant can't be said.
                    _byPort[port] = null;
                }
            }
        }
    }

    /// <summary>The project at a loopback address, with what says so; null if none is there, or several may be.</summary>
    public (string ProjectPath, DeployedValue Address)? At(string endpoint) => PortOf(endpoint) is { } port ? _byPort.GetValueOrDefault(port) : null;

    private static int? PortOf(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var authority = scheme < 0 ? "" : address[(scheme + 3)..].Split('/', '?', '#', ';', ' ')[0];
        var colon = authority.LastIndexOf(':');
        return colon > 0 && IsThisMachine(authority[..colon].Trim('[', ']')) && int.TryParse(authority[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;
    }

    private static bool IsThisMachine(string host) => Loopback.Is(host.ToLowerInvariant()) || host is "*" or "+" or "::";
}
