using Microsoft.Extensions.DependencyInjection;

namespace PointToPoint.Gateway;

/// <summary>Continues the registration of a gateway.</summary>
public interface IIntegrationGatewayBuilder
{
    /// <summary>The services the gateway is registered in.</summary>
    IServiceCollection Services { get; }
}
