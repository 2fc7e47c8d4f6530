namespace PointToPoint.Gateway;

/// <summary>A gateway that stands on its own, as <see cref="IntegrationGatewayFactory"/> creates it.</summary>
public sealed class StandaloneIntegrationGateway : IIntegrationGateway, IDisposable
{
    private readonly IIntegrationGateway _gateway;
    private readonly IDisposable _services;

    internal StandaloneIntegrationGateway(IIntegrationGateway gateway, IDisposable services) => (_gateway, _services) = (gateway, services);

    /// <inheritdoc/>
    public HttpClient CreateClient(string system) => _gateway.CreateClient(system);

    /// <inheritdoc/>
    public HttpMessageHandler CreateHandler(string system, HttpMessageHandler? innerHandler = null) => _gateway.CreateHandler(system, innerHandler);

    /// <inheritdoc/>
    public Uri GetBaseAddress(string system) => _gateway.GetBaseAddress(system);

    /// <inheritdoc/>
    public Uri GetEndpoint(string system, string? relativeUri = null) => _gateway.GetEndpoint(system, relativeUri);

    /// <summary>Stops following changes of the configuration. Clients that were created go on working.</summary>
    public void Dispose() => _services.Dispose();
}
