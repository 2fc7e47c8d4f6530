using Microsoft.Extensions.DependencyInjection;

namespace PointToPoint.Gateway.DependencyInjection;

internal sealed class IntegrationGatewayBuilder(IServiceCollection services) : IIntegrationGatewayBuilder
{
    public IServiceCollection Services { get; } = services;
}
