namespace PointToPoint.Gateway;

/// <summary>A gateway that stands on its own, as <see cref="IntegrationGatewayFactory"/> creates it.</summary>
public sealed class StandaloneIntegrationGateway : IIntegrationGateway, IDisposable
{
    private readonly IIntegrationGateway gateway;
    private readonly IDisposable services;

    internal StandaloneIntegrationGateway(IIntegrationGateway gateway, IDisposable services) => (this.gateway, this.services) = (gateway, services);

    /// <inheritdoc/>
    public HttpClient CreateClient(string system) => gateway.CreateClient(system);

    /// <inheritdoc/>
    public HttpMessageHandler CreateHandler(string system, HttpMessageHandler? innerHandler = null) => gateway.CreateHandler(system, innerHandler);

    /// <inheritdoc/>
    public Uri GetBaseAddress(string system) => gateway.GetBaseAddress(system);

    /// <inheritdoc/>
    public Uri GetEndpoint(string system, string? relativeUri = null) => gateway.GetEndpoint(system, relativeUri);

    /// <summary>Stops following changes of the configuration. Clients that were created go on working.</summary>
    public void Dispose() => services.Dispose();
}
