namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>Microsoft Tye's service discovery, which hands addresses to applications as configuration: <c>configuration.GetServiceUri("orders")</c>.</summary>
/// <remarks>https://github.com/dotnet/tye/blob/main/docs/reference/service_discovery.md</remarks>
internal static class ServiceDiscovery
{
    /// <summary>The extension of a configuration that gives the address of a service.</summary>
    public const string Method = "GetServiceUri";

    /// <summary>What stands before a service's name in its keys: <c>service:orders:host</c>.</summary>
    public const string Prefix = "service:";
}
