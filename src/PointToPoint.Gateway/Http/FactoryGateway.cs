using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Http;

/// <summary>The gateway on top of <see cref="IHttpClientFactory"/>.</summary>
internal sealed class FactoryGateway(
    RouteTableSource routes,
    IHttpMessageHandlerFactory handlers,
    IOptionsMonitor<HttpClientFactoryOptions> clients,
    GatewayHandlerBuilder builder,
    CookieUse cookies) : IIntegrationGateway
{
    public HttpClient CreateClient(string system)
    {
        var route = Route(system);
#pragma warning disable CA2000 // The handler is the factory's, or a wrapper without resources: a client has nothing to dispose.
        var client = new HttpClient(PooledHandler(route), disposeHandler: false);
#pragma warning restore CA2000
        foreach (var configure in clients.Get(GatewayClientName.For(route.System)).HttpClientActions) configure(client);
        return client;
    }

    public HttpMessageHandler CreateHandler(string system, HttpMessageHandler? innerHandler = null)
    {
        var route = Route(system);
        return innerHandler is null ? PooledHandler(route) : builder.Build(GatewayClientName.For(route.System), innerHandler);
    }

    public Uri GetBaseAddress(string system) => Route(system).BaseAddress;

    public Uri GetEndpoint(string system, string? relativeUri = null)
    {
        var route = Route(system);
        if (string.IsNullOrEmpty(relativeUri)) return route.Destination;
        if (!Uri.TryCreate(route.BaseAddress, relativeUri, out var address))
            throw new GatewayRoutingException(route.System, GatewayRoutingError.InvalidAddress, $"The path given for system '{route.System}' can't be read as an address. Give a path, such as \"hub\".");
        // A plain address, without the memory of what was asked for.
        return new Uri(route.Resolve(address).AbsoluteUri);
    }

    private HttpMessageHandler PooledHandler(GatewayRoute route)
    {
        var handler = handlers.CreateHandler(GatewayClientName.For(route.System));
        return route.Cookies == GatewayCookies.PerClient ? new ClientCookieHandler(handler, cookies) : handler;
    }

    private GatewayRoute Route(string system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return routes.Current[system];
    }
}
