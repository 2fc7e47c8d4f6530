using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway;

/// <summary>Shorthands on <see cref="IIntegrationGateway"/>.</summary>
public static class IntegrationGatewayExtensions
{
    /// <summary>Creates a client for a system whose <see cref="HttpClient.BaseAddress"/> has a path of its own.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <param name="system">The system's name, such as <c>erp</c>.</param>
    /// <param name="basePath">
    /// What followed the host in the address, such as <c>api/v1/</c>; a leading slash makes no difference. It is kept as it is
    /// written: with a slash at its end relative addresses are appended, without one they replace its last segment (RFC 3986).
    /// </param>
    /// <returns>A new client, as <see cref="IIntegrationGateway.CreateClient"/> returns it.</returns>
    /// <exception cref="ArgumentException"><paramref name="basePath"/> is an absolute address.</exception>
    /// <exception cref="GatewayRoutingException">No system of this name is configured.</exception>
    public static HttpClient CreateClient(this IIntegrationGateway gateway, string system, string basePath)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        ArgumentNullException.ThrowIfNull(basePath);
        var baseAddress = LogicalAddress.Append(gateway.GetBaseAddress(system), basePath);
        var client = gateway.CreateClient(system);
        client.BaseAddress = baseAddress;
        return client;
    }
}
