namespace PointToPoint.Gateway.Http;

/// <summary>Gives one client its own cookies. The handlers below belong to the factory and outlive the client.</summary>
internal sealed class ClientCookieHandler(HttpMessageHandler innerHandler, CookieUse use) : DelegatingHandler(innerHandler)
{
    private readonly CookieJar _jar = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var attached = Attach(request);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!attached) Adopt(request);
        }
    }

#if NET8_0_OR_GREATER
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var attached = Attach(request);
        try
        {
            return base.Send(request, cancellationToken);
        }
        finally
        {
            if (!attached) Adopt(request);
        }
    }
#endif

    private bool Attach(HttpRequestMessage request)
    {
        if (!use.Seen) return false;
        _jar.Attach(request);
        return true;
    }

    // Also after a failure: a redirect may have set a cookie before it.
    private void Adopt(HttpRequestMessage request)
    {
        if (use.Seen && CookieJar.Of(request) is { } received) _jar.Adopt(received);
    }
}
