using System.Net.Http.Headers;
using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Http;

/// <summary>One request on its way through the gateway, with its redirects. Not shared: one exchange, one request.</summary>
internal struct GatewayExchange
{
    private readonly GatewayRoute _route;
    private readonly HttpRequestMessage _request;
    private readonly CookieUse? _cookies;
    private readonly Uri _original;
    private CookieJar? _jar;
    private BeforeRedirect? _beforeRedirect;
    private string[]? _ownCookies;
    private int _redirectsLeft;

    private GatewayExchange(GatewayRoute route, HttpRequestMessage request, Uri original, int maxRedirects, CookieUse? cookies)
    {
        (_route, _request, _original, _redirectsLeft, _cookies) = (route, request, original, maxRedirects, cookies);
        if (cookies?.Seen == true) _jar = CookieJar.Of(request);
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
        var requested = _request.RequestUri!;
        if (_cookies is not null) StoreCookies(requested, response);
        RemoveCookies();
        if (_redirectsLeft == 0 || Redirection.Target(requested, response) is not { } target || !_route.Allows(target)) return false;
        _redirectsLeft--;
        _beforeRedirect ??= new BeforeRedirect(_request);
        var becomesGet = Redirection.BecomesGet(response.StatusCode, _request.Method);
        response.Dispose();
        _request.Headers.Authorization = null;
        if (becomesGet)
        {
            _request.Method = HttpMethod.Get;
            _request.Content = null;
            if (_request.Headers.TransferEncodingChunked == true) _request.Headers.TransferEncodingChunked = false;
        }

        Address(target);
        return true;
    }

    /// <summary>Leaves the request as the caller made it, so that it can be sent again.</summary>
    public void Restore()
    {
        RemoveCookies();
        _beforeRedirect?.Restore(_request);
        _request.RequestUri = _original;
    }

    private void Address(Uri target)
    {
        _request.RequestUri = target;
        _ownCookies = _jar?.Add(_request);
    }

    private void StoreCookies(Uri address, HttpResponseMessage response)
    {
        if (!CookieJar.IsSetBy(response)) return;
        if (_jar is null)
        {
            _jar = CookieJar.ForAdoption();
            _jar.Attach(_request);
            _cookies!.Note();
        }

        _jar.Store(address, response);
    }

    private void RemoveCookies()
    {
        if (_ownCookies is null) return;
        CookieJar.Remove(_request, _ownCookies);
        _ownCookies = null;
    }

    private sealed class BeforeRedirect(HttpRequestMessage request)
    {
        private readonly HttpMethod _method = request.Method;
        private readonly HttpContent? _content = request.Content;
        private readonly AuthenticationHeaderValue? _authorization = request.Headers.Authorization;
        private readonly bool? _chunked = request.Headers.TransferEncodingChunked;

        public void Restore(HttpRequestMessage request)
        {
            (request.Method, request.Content) = (_method, _content);
            request.Headers.Authorization = _authorization;
            request.Headers.TransferEncodingChunked = _chunked;
        }
    }
}
