namespace PointToPoint.Gateway.Http;

/// <summary>A client of the application that is routed to a system.</summary>
internal sealed class GatewayClientRegistration(string clientName, string system)
{
    public string ClientName { get; } = clientName;

    public string System { get; } = system;
}
