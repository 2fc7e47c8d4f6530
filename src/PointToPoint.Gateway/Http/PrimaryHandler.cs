namespace PointToPoint.Gateway.Http;

/// <summary>The handlers that open connections: the gateway's own, and what has to change in others.</summary>
internal static class PrimaryHandler
{
    public static HttpMessageHandler Create()
    {
#if NET8_0_OR_GREATER
        // A client may be kept for the life of the application, and then the factory's change of handlers doesn't reach it;
        // connections of limited life do see a change of DNS.
        if (SocketsHttpHandler.IsSupported) return new SocketsHttpHandler { UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
#endif
        return new HttpClientHandler { UseCookies = false };
    }

    /// <summary>
    /// Switches off the automatic redirects of the handler at the end of a chain, because it would follow them to any host.
    /// </summary>
    /// <returns>How many redirects it would have followed: the gateway follows as many.</returns>
    /// <exception cref="InvalidOperationException">The handler is in use already and can't be changed any more.</exception>
    public static int TakeOverRedirects(HttpMessageHandler? handler)
    {
        if (SenderSettings.Of(Innermost(handler)) is not { FollowsRedirects: true } sender) return 0;
        try
        {
            sender.StopRedirects();
            return sender.MaxRedirects;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                "The handler below the gateway follows redirects to any host, and has sent requests already, so that this can't be switched off any more. Create it with AllowAutoRedirect = false, or don't share it with other clients.",
                exception);
        }
    }

    /// <summary>Stops the handler at the end of a chain from sharing cookies among all clients that use it.</summary>
    public static void TakeOverCookies(HttpMessageHandler? handler)
    {
        if (SenderSettings.Of(Innermost(handler)) is { UsesCookies: true } sender) sender.StopCookies();
    }

    /// <summary>Makes sure that no synchronous request passes the gateway where it can't see one.</summary>
    public static HttpMessageHandler Guard(HttpMessageHandler sender) =>
#if NETSTANDARD2_0
        new AsynchronousHandler(sender);
#else
        sender;
#endif

    private static HttpMessageHandler? Innermost(HttpMessageHandler? handler)
    {
        while (true)
        {
            switch (handler)
            {
                case DelegatingHandler { InnerHandler: { } inner }:
                    handler = inner;
                    break;
#if NETSTANDARD2_0
                case AsynchronousHandler { Sender: var sender }:
                    handler = sender;
                    break;
#endif
                default:
                    return handler;
            }
        }
    }
}
