using System.Net;

namespace PointToPoint.Gateway.Http;

/// <summary>The cookies of one client. They travel with the request, because the handlers below are shared by all clients.</summary>
internal sealed class CookieJar
{
    private const string Cookie = "Cookie";
    private const string SetCookie = "Set-Cookie";
#if NET8_0_OR_GREATER
    private static readonly HttpRequestOptionsKey<CookieJar> Key = new("PointToPoint.Gateway.Cookies");
#else
    private const string Key = "PointToPoint.Gateway.Cookies";
#endif

    // Made at the first cookie: most systems set none.
    private CookieContainer? _container;
    private List<(Uri Address, string Cookie)>? _log;

    /// <summary>A jar for the cookies of a request whose client didn't know yet that there would be any.</summary>
    public static CookieJar ForAdoption() => new() { _log = [] };

    public static CookieJar? Of(HttpRequestMessage request) =>
#if NET8_0_OR_GREATER
        request.Options.TryGetValue(Key, out var jar) ? jar : null;
#else
        request.Properties.TryGetValue(Key, out var jar) ? (CookieJar)jar : null;
#endif

    public void Attach(HttpRequestMessage request) =>
#if NET8_0_OR_GREATER
        request.Options.Set(Key, this);
#else
        request.Properties[Key] = this;
#endif

    /// <summary>Adds the cookies for the request's address to what the caller sends.</summary>
    /// <returns>What the caller's own header was, to be handed to <see cref="Remove"/>; null if nothing was added.</returns>
    public string[]? Add(HttpRequestMessage request)
    {
        if (Volatile.Read(ref _container)?.GetCookieHeader(request.RequestUri!) is not { Length: > 0 } cookies) return null;
        var own = request.Headers.TryGetValues(Cookie, out var values) ? values.ToArray() : [];
        request.Headers.TryAddWithoutValidation(Cookie, cookies);
        return own;
    }

    /// <summary>Leaves the request as the caller made it, as SocketsHttpHandler does.</summary>
    public static void Remove(HttpRequestMessage request, string[] own)
    {
        request.Headers.Remove(Cookie);
        if (own.Length > 0) request.Headers.TryAddWithoutValidation(Cookie, own);
    }

    public static bool IsSetBy(HttpResponseMessage response) => response.Headers.Contains(SetCookie);

    public void Store(Uri address, HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues(SetCookie, out var values)) return;
        foreach (var value in values)
        {
            Store(address, value);
            _log?.Add((address, value));
        }
    }

    /// <summary>Takes over what was received for a request that carried no jar.</summary>
    public void Adopt(CookieJar received)
    {
        foreach (var (address, cookie) in received._log ?? []) Store(address, cookie);
    }

    private void Store(Uri address, string cookie)
    {
        try
        {
            LazyInitializer.EnsureInitialized(ref _container)!.SetCookies(address, cookie);
        }
        catch (CookieException)
        {
            // A malformed cookie is ignored, as SocketsHttpHandler ignores it.
        }
    }
}
