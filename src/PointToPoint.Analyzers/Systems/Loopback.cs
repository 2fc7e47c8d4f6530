using System.Net;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Which hosts are the machine itself.</summary>
internal static class Loopback
{
    /// <summary>What the machine that an Android emulator runs on is called within it.</summary>
    private const string EmulatorHost = "10.0.2.2";

    public static bool Is(string host) => host is "localhost" or EmulatorHost
        || host.EndsWith(".localhost", StringComparison.Ordinal)
        || (IPAddress.TryParse(host, out var address) && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
