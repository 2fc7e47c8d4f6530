namespace PointToPoint.Gateway.Tests.Infrastructure;

/// <summary>Gateways with one line of set-up.</summary>
internal static class Gateways
{
    public static StandaloneIntegrationGateway For(string system, Uri destination, Action<GatewaySystemOptions>? configure = null) =>
        IntegrationGatewayFactory.Create(options => options.Add(system, destination, configure));

    public static StandaloneIntegrationGateway For(string system, string destination, Action<GatewaySystemOptions>? configure = null) =>
        For(system, new Uri(destination), configure);

    public static void Add(this IntegrationGatewayOptions options, string system, Uri destination, Action<GatewaySystemOptions>? configure = null)
    {
        var route = new GatewaySystemOptions { Destination = destination };
        configure?.Invoke(route);
        options.Systems[system] = route;
    }
}
