using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Http;

/// <summary>The names of the gateway's own clients among the named clients of the application.</summary>
internal static class GatewayClientName
{
    private const string Prefix = "IntegrationGateway:";

    /// <summary>
    /// A name nobody configures: what its options hold, <c>ConfigureHttpClientDefaults</c> gave to every client.
    /// </summary>
    public const string Ambient = "PointToPoint.Gateway.Ambient";

    public static string For(string system) => Prefix + system;

    public static string? SystemOf(string? clientName) =>
        clientName?.StartsWith(Prefix, StringComparison.Ordinal) == true ? SystemName.Normalize(clientName.Substring(Prefix.Length)) : null;
}
