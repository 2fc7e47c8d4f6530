using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace PointToPoint.Gateway.Http;

/// <summary>
/// Builds a system's chain of handlers on top of a handler that the application brings: as the factory does, so that handlers
/// added for the system and the factory's logging are in it.
/// </summary>
internal sealed class GatewayHandlerBuilder(
    IServiceScopeFactory scopes, IOptionsMonitor<HttpClientFactoryOptions> clients, IEnumerable<IHttpMessageHandlerBuilderFilter> filters)
{
    private readonly IHttpMessageHandlerBuilderFilter[] _filters = [.. filters];

    public HttpMessageHandler Build(string clientName, HttpMessageHandler innerHandler)
    {
        var scope = scopes.CreateScope();
        try
        {
            var builder = scope.ServiceProvider.GetRequiredService<HttpMessageHandlerBuilder>();
            builder.Name = clientName;
            Action<HttpMessageHandlerBuilder> configure = Configure;
            for (var i = _filters.Length - 1; i >= 0; i--) configure = _filters[i].Configure(configure);
            configure(builder);
            foreach (var routing in builder.AdditionalHandlers.OfType<GatewayRoutingHandler>()) routing.Cookies = null;
            // Only now: filters change the primary handler, which a handler that has sent requests already would refuse.
            builder.PrimaryHandler.Dispose();
            builder.PrimaryHandler = PrimaryHandler.Guard(innerHandler);
            return new ScopedHandler(builder.Build(), scope);
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    private void Configure(HttpMessageHandlerBuilder builder)
    {
        foreach (var action in clients.Get(builder.Name).HttpMessageHandlerBuilderActions) action(builder);
    }

    private sealed class ScopedHandler(HttpMessageHandler innerHandler, IServiceScope scope) : DelegatingHandler(innerHandler)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing) scope.Dispose();
        }
    }
}
