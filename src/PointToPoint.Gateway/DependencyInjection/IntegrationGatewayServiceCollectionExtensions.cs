using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using PointToPoint.Gateway;
using PointToPoint.Gateway.Configuration;
using PointToPoint.Gateway.DependencyInjection;
using PointToPoint.Gateway.Http;
using PointToPoint.Gateway.Routing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the gateway.</summary>
public static class IntegrationGatewayServiceCollectionExtensions
{
    /// <summary>Registers <see cref="IIntegrationGateway"/> with the systems of a configuration section.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="section">
    /// The section that holds <c>Systems</c>, usually <c>configuration.GetSection("IntegrationGateway")</c>. Changes of it are
    /// followed while the application runs; a change for the worse is logged and not used.
    /// </param>
    /// <returns>A builder to configure single systems with.</returns>
    /// <remarks>Bad configuration stops the start of the host with an <see cref="OptionsValidationException"/> that tells everything that is wrong.</remarks>
    public static IIntegrationGatewayBuilder AddIntegrationGateway(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        var configuration = new ConfigureGatewayOptions(section);
        services.AddSingleton<IConfigureOptions<IntegrationGatewayOptions>>(configuration);
        services.AddSingleton<IOptionsChangeTokenSource<IntegrationGatewayOptions>>(configuration);
        return AddServices(services);
    }

    /// <summary>Registers <see cref="IIntegrationGateway"/> with systems set in code.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options. Called again when configuration that is also registered changes.</param>
    /// <returns>A builder to configure single systems with.</returns>
    /// <remarks>Bad options stop the start of the host with an <see cref="OptionsValidationException"/> that tells everything that is wrong.</remarks>
    public static IIntegrationGatewayBuilder AddIntegrationGateway(this IServiceCollection services, Action<IntegrationGatewayOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return AddServices(services);
    }

    /// <summary>
    /// Configures the clients the gateway creates for a system: handlers to add (for credentials, retries, headers), the primary
    /// handler, default headers. Handlers added here run before the request is routed, so they see the logical address.
    /// </summary>
    /// <param name="builder">The gateway.</param>
    /// <param name="system">The system's name, such as <c>erp</c>.</param>
    /// <returns>The builder of the system's clients.</returns>
    /// <exception cref="ArgumentException"><paramref name="system"/> is no name a system can have.</exception>
    public static IHttpClientBuilder ConfigureSystem(this IIntegrationGatewayBuilder builder, string system)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Services.AddHttpClient(GatewayClientName.For(Name(system)));
    }

    internal static string Name(string system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return SystemName.Normalize(system)
            ?? throw new ArgumentException($"'{system}' is no name of a system. {SystemName.Rule}, such as '{SystemName.Suggest(system)}'.", nameof(system));
    }

    // Also called for clients that use the gateway, so that its registration may come before or after theirs.
    internal static IIntegrationGatewayBuilder AddServices(IServiceCollection services)
    {
        services.AddHttpClient();
        services.AddLogging();
        services.TryAddSingleton<RouteTableSource>();
        services.TryAddSingleton<GatewayHandlerBuilder>();
        services.TryAddSingleton<CookieUse>();
        services.TryAddSingleton<IIntegrationGateway, FactoryGateway>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpClientFactoryOptions>, GatewayClientConfiguration>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GatewayStartup>, GatewayStartup.Validation>());
        services.AddOptions<GatewayStartup>().ValidateOnStart();
        return new IntegrationGatewayBuilder(services);
    }
}
