namespace PointToPoint.Gateway.Http;

/// <summary>Gives one client its own cookies. The handlers below belong to the factory and outlive the client.</summary>
internal sealed class ClientCookieHandler(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
{
    private readonly CookieJar jar = new();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        jar.Attach(request);
        return base.SendAsync(request, cancellationToken);
    }

#if NET8_0_OR_GREATER
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        jar.Attach(request);
        return base.Send(request, cancellationToken);
    }
#endif
}
