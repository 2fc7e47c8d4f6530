using System.Net;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Which hosts are the machine itself.</summary>
internal static class Loopback
{
    public static bool Is(string host) => host == "localhost"
        || host.EndsWith(".localhost", StringComparison.Ordinal)
        || (IPAddress.TryParse(host, out var address) && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
