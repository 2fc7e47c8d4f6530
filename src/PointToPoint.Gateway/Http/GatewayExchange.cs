using System.Net.Http.Headers;
using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Http;

/// <summary>One request on its way through the gateway, with its redirects. Not shared: one exchange, one request.</summary>
internal struct GatewayExchange
{
    private readonly GatewayRoute route;
    private readonly HttpRequestMessage request;
    private readonly CookieUse? cookies;
    private readonly Uri original;
    private CookieJar? jar;
    private BeforeRedirect? beforeRedirect;
    private string[]? ownCookies;
    private int redirectsLeft;

    private GatewayExchange(GatewayRoute route, HttpRequestMessage request, Uri original, int maxRedirects, CookieUse? cookies)
    {
        (this.route, this.request, this.original, redirectsLeft, this.cookies) = (route, request, original, maxRedirects, cookies);
        if (cookies?.Seen == true) jar = CookieJar.Of(request);
    }

    /// <summary>Puts the physical address on a request.</summary>
    /// <exception cref="GatewayRoutingException">The request would leave the system; nothing has been sent.</exception>
    public static GatewayExchange Start(GatewayRoute route, HttpRequestMessage request, int maxRedirects, CookieUse? cookies)
    {
        var original = request.RequestUri ?? throw new InvalidOperationException(
            $"A request for system '{route.System}' has no address. Set RequestUri, or send it with a client that has a BaseAddress.");
        HeaderScreen.Check(route, request);
        var target = route.Resolve(original);
        var limit = route.Redirects == GatewayRedirects.SameSystem ? maxRedirects : 0;
        var exchange = new GatewayExchange(route, request, original, limit, cookies);
        exchange.Address(target);
        return exchange;
    }

    /// <summary>Takes a response. True if the request has been redirected inside the system and must be sent again.</summary>
    public bool Redirect(HttpResponseMessage response)
    {
        var requested = request.RequestUri!;
        if (cookies is not null) StoreCookies(requested, response);
        RemoveCookies();
        if (redirectsLeft == 0 || Redirection.Target(requested, response) is not { } target || !route.Allows(target)) return false;
        redirectsLeft--;
        beforeRedirect ??= new BeforeRedirect(request);
        var becomesGet = Redirection.BecomesGet(response.StatusCode, request.Method);
        response.Dispose();
        request.Headers.Authorization = null;
        if (becomesGet)
        {
            request.Method = HttpMethod.Get;
            request.Content = null;
            if (request.Headers.TransferEncodingChunked == true) request.Headers.TransferEncodingChunked = false;
        }

        Address(target);
        return true;
    }

    /// <summary>Leaves the request as the caller made it, so that it can be sent again.</summary>
    public void Restore()
    {
        RemoveCookies();
        beforeRedirect?.Restore(request);
        request.RequestUri = original;
    }

    private void Address(Uri target)
    {
        request.RequestUri = target;
        ownCookies = jar?.Add(request);
    }

    private void StoreCookies(Uri address, HttpResponseMessage response)
    {
        if (!CookieJar.IsSetBy(response)) return;
        if (jar is null)
        {
            jar = CookieJar.ForAdoption();
            jar.Attach(request);
            cookies!.Note();
        }

        jar.Store(address, response);
    }

    private void RemoveCookies()
    {
        if (ownCookies is null) return;
        CookieJar.Remove(request, ownCookies);
        ownCookies = null;
    }

    private sealed class BeforeRedirect(HttpRequestMessage request)
    {
        private readonly HttpMethod method = request.Method;
        private readonly HttpContent? content = request.Content;
        private readonly AuthenticationHeaderValue? authorization = request.Headers.Authorization;
        private readonly bool? chunked = request.Headers.TransferEncodingChunked;

        public void Restore(HttpRequestMessage request)
        {
            (request.Method, request.Content) = (method, content);
            request.Headers.Authorization = authorization;
            request.Headers.TransferEncodingChunked = chunked;
        }
    }
}
