using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Http;

/// <summary>
/// Sends requests to where the system lives, follows its redirects, and refuses everything that would leave it. Content is never
/// touched: nothing is buffered in either direction.
/// </summary>
internal sealed class GatewayRoutingHandler(RouteTableSource routes, string system) : DelegatingHandler
{
    private const int Unknown = -1;
    private readonly object _gate = new();
    private volatile int _maxRedirects = Unknown;

    /// <summary>Set if cookies are the gateway's business; if not, the primary handler keeps them as it did before.</summary>
    public CookieUse? Cookies { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = Start(request);
        try
        {
            while (true)
            {
                var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (!exchange.Redirect(response)) return response;
            }
        }
        catch
        {
            exchange.Restore();
            throw;
        }
    }

#if NET8_0_OR_GREATER
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = Start(request);
        try
        {
            while (true)
            {
                var response = base.Send(request, cancellationToken);
                if (!exchange.Redirect(response)) return response;
            }
        }
        catch
        {
            exchange.Restore();
            throw;
        }
    }
#endif

    private GatewayExchange Start(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var route = routes.Current[system];
        var cookies = route.Cookies == GatewayCookies.PerClient ? Cookies : null;
        return GatewayExchange.Start(route, request, TakeOverPrimary(cookies is not null), cookies);
    }

    // At the first request, when the chain is complete whoever built it, and before the primary handler has sent anything.
    private int TakeOverPrimary(bool cookies)
    {
        if (_maxRedirects != Unknown) return _maxRedirects;
        lock (_gate)
        {
            if (_maxRedirects != Unknown) return _maxRedirects;
            if (cookies) PrimaryHandler.TakeOverCookies(InnerHandler);
            return _maxRedirects = PrimaryHandler.TakeOverRedirects(InnerHandler);
        }
    }
}
