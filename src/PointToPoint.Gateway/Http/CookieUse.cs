namespace PointToPoint.Gateway.Http;

/// <summary>
/// Whether any system of a gateway has set a cookie yet. Until then requests carry no cookies with them, which would cost more
/// than everything else the gateway does.
/// </summary>
internal sealed class CookieUse
{
    private volatile bool _seen;

    public bool Seen => _seen;

    public void Note() => _seen = true;
}
