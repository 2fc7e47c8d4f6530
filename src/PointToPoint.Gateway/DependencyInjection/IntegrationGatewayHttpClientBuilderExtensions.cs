using PointToPoint.Gateway.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Routes registered clients through the gateway.</summary>
public static class IntegrationGatewayHttpClientBuilderExtensions
{
    /// <summary>
    /// Routes a named or typed client to a system. Its <see cref="HttpClient.BaseAddress"/> is the system's logical address when
    /// the client's own configuration runs, so that <c>c.BaseAddress = new Uri(c.BaseAddress!, "api/")</c> adds a path to it.
    /// Everything else about the client stays: lifetime, handlers, cookies, defaults. Redirects are followed inside the system only.
    /// </summary>
    /// <param name="builder">The client's registration.</param>
    /// <param name="system">The system's name, such as <c>erp</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="system"/> is no name a system can have, or the builder stands for all clients of the application.
    /// </exception>
    /// <remarks>
    /// A system that the gateway doesn't know stops the start of the host. The gateway itself is registered with
    /// <see cref="IntegrationGatewayServiceCollectionExtensions.AddIntegrationGateway(IServiceCollection, Configuration.IConfiguration)"/>,
    /// before or after.
    /// </remarks>
    public static IHttpClientBuilder UseIntegrationGateway(this IHttpClientBuilder builder, string system)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = IntegrationGatewayServiceCollectionExtensions.Name(system);
        if (builder.Name is null)
            throw new ArgumentException($"Not every client of the application can be routed to '{name}'. Call UseIntegrationGateway on a client's own registration.", nameof(builder));
        IntegrationGatewayServiceCollectionExtensions.AddServices(builder.Services);
        builder.Services.AddSingleton(new GatewayClientRegistration(builder.Name, name));
        return builder;
    }
}
