using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Http;

/// <summary>
/// Configures the gateway's own clients, and the application's clients that are routed through it. After everything else has
/// configured them, so that the order of registrations doesn't matter.
/// </summary>
internal sealed class GatewayClientConfiguration(IServiceProvider services, IEnumerable<GatewayClientRegistration> registrations)
    : IPostConfigureOptions<HttpClientFactoryOptions>
{
    private readonly ILookup<string, string> _systems =
        registrations.ToLookup(registration => registration.ClientName, registration => registration.System, StringComparer.Ordinal);

    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (GatewayClientName.SystemOf(name) is { } own)
        {
            // Resolved here and not in the constructor: these options are made for clients that have nothing to do with the gateway.
            var routes = services.GetRequiredService<RouteTableSource>();
            if (!routes.Current[own].InheritHttpClientDefaults) RemoveAmbientDefaults(options);
            options.HttpMessageHandlerBuilderActions.Insert(0, builder => builder.PrimaryHandler = PrimaryHandler.Create());
            Route(options, routes, own, services.GetRequiredService<CookieUse>());
        }
        else if (name is not null && _systems.Contains(name))
        {
            Route(options, services.GetRequiredService<RouteTableSource>(), SystemOf(name), cookies: null);
        }
    }

    private static void Route(HttpClientFactoryOptions options, RouteTableSource routes, string system, CookieUse? cookies)
    {
        // First, so that the client's own configuration can build on the address: new Uri(client.BaseAddress!, "api/").
        options.HttpClientActions.Insert(0, client => client.BaseAddress = routes.Current[system].BaseAddress);
        // Last, so that it is next to the primary handler: every retry is routed anew.
        options.HttpMessageHandlerBuilderActions.Add(builder =>
        {
            builder.AdditionalHandlers.Add(new GatewayRoutingHandler(routes, system) { Cookies = cookies });
            builder.PrimaryHandler = PrimaryHandler.Guard(builder.PrimaryHandler);
        });
    }

    private void RemoveAmbientDefaults(HttpClientFactoryOptions options)
    {
        var ambient = services.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(GatewayClientName.Ambient);
        AmbientDefaults.Remove(ambient, options);
    }

    private string SystemOf(string clientName)
    {
        var distinct = _systems[clientName].Distinct(StringComparer.Ordinal).ToArray();
        return distinct.Length == 1
            ? distinct[0]
            : throw new InvalidOperationException(
                $"Client '{clientName}' is routed to several systems: {string.Join(", ", distinct)}. Call UseIntegrationGateway once for it, and register a client for each system.");
    }
}
