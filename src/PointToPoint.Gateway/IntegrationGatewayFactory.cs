using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PointToPoint.Gateway;

/// <summary>Creates gateways for applications without dependency injection.</summary>
public static class IntegrationGatewayFactory
{
    /// <summary>Creates a gateway from configuration. It follows later changes of the configuration.</summary>
    /// <param name="section">The section that holds <c>Systems</c>.</param>
    /// <returns>The gateway. Create one for the application, and dispose it when the application ends.</returns>
    /// <exception cref="OptionsValidationException">The configuration is bad; the message tells everything that is wrong.</exception>
    public static StandaloneIntegrationGateway Create(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Create(services => services.AddIntegrationGateway(section));
    }

    /// <summary>Creates a gateway from options set in code.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The gateway. Create one for the application, and dispose it when the application ends.</returns>
    /// <exception cref="OptionsValidationException">The options are bad; the message tells everything that is wrong.</exception>
    public static StandaloneIntegrationGateway Create(Action<IntegrationGatewayOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Create(services => services.AddIntegrationGateway(configure));
    }

    private static StandaloneIntegrationGateway Create(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        var provider = services.BuildServiceProvider();
        try
        {
            return new StandaloneIntegrationGateway(provider.GetRequiredService<IIntegrationGateway>(), provider);
        }
        catch
        {
            provider.Dispose();
            throw;
        }
    }
}
