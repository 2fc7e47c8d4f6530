namespace PointToPoint.Gateway.Http;

/// <summary>The settings of a sending handler that the gateway takes over, whichever of the framework's handlers it is.</summary>
internal sealed class SenderSettings(Func<bool> redirects, Action stopRedirects, Func<int> maxRedirects, Func<bool> cookies, Action stopCookies)
{
    public bool FollowsRedirects => redirects();

    public int MaxRedirects => maxRedirects();

    public bool UsesCookies => cookies();

    public void StopRedirects() => stopRedirects();

    public void StopCookies() => stopCookies();

    /// <summary>The settings of a handler, or null if it has none of these.</summary>
    public static SenderSettings? Of(HttpMessageHandler? handler) => handler switch
    {
        HttpClientHandler client => new(
            () => client.AllowAutoRedirect,
            () => client.AllowAutoRedirect = false,
            () => client.MaxAutomaticRedirections,
            () => client.UseCookies,
            () => client.UseCookies = false),
#if NET8_0_OR_GREATER
        SocketsHttpHandler sockets => new(
            () => sockets.AllowAutoRedirect,
            () => sockets.AllowAutoRedirect = false,
            () => sockets.MaxAutomaticRedirections,
            () => sockets.UseCookies,
            () => sockets.UseCookies = false),
        _ => null,
#else
        not null => ByName(handler),
        _ => null,
#endif
    };

#if NETSTANDARD2_0
    // SocketsHttpHandler is no part of netstandard2.0, but of the runtimes that use this build.
    private static SenderSettings? ByName(HttpMessageHandler handler)
    {
        var type = handler.GetType();
        if (type.FullName != "System.Net.Http.SocketsHttpHandler") return null;
        object Get(string name) => type.GetProperty(name).GetValue(handler);
        void Stop(string name)
        {
            try
            {
                type.GetProperty(name).SetValue(handler, false);
            }
            catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is InvalidOperationException inner)
            {
                throw inner;
            }
        }

        return new(
            () => (bool)Get("AllowAutoRedirect"),
            () => Stop("AllowAutoRedirect"),
            () => (int)Get("MaxAutomaticRedirections"),
            () => (bool)Get("UseCookies"),
            () => Stop("UseCookies"));
    }
#endif
}
