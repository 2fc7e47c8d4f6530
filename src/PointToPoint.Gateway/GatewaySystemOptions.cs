namespace PointToPoint.Gateway;

/// <summary>Where a system lives and what requests to it may do.</summary>
public sealed class GatewaySystemOptions
{
    /// <summary>
    /// The system's address, http or https. Paths in code are appended to its path: with <c>https://corp/erp/</c>, <c>/orders</c>
    /// goes to <c>https://corp/erp/orders</c>. Required.
    /// </summary>
    public Uri? Destination { get; set; }

    /// <summary>
    /// Further addresses of the same system, used by links and redirects it returns. Requests to them are forwarded as they are.
    /// An address without a path is confined to the path of <see cref="Destination"/>, one with a path to its own.
    /// </summary>
    public IList<Uri> Origins { get; } = [];

    /// <summary>
    /// Paths, counted from the system's address, to which requests are confined, such as <c>/api</c>: the path itself and
    /// everything below it. Empty (the default) allows every path.
    /// </summary>
    public IList<string> AllowedPaths { get; } = [];

    /// <summary>Whether redirects are followed. <see cref="GatewayRedirects.SameSystem"/> by default.</summary>
    public GatewayRedirects Redirects { get; set; } = GatewayRedirects.SameSystem;

    /// <summary>Who remembers cookies. <see cref="GatewayCookies.PerClient"/> by default.</summary>
    public GatewayCookies Cookies { get; set; } = GatewayCookies.PerClient;

    /// <summary>
    /// Whether clients of the gateway get what <c>ConfigureHttpClientDefaults</c> gives to all clients of the application, such as
    /// retries. False by default, so that a call behaves as it did with <c>new HttpClient()</c>. Read once, at the first use.
    /// </summary>
    public bool InheritHttpClientDefaults { get; set; }

    /// <summary>
    /// Refuses paths that would climb (<c>..</c>) if the server decoded <c>%2f</c> and <c>%5c</c> to separators. False by default.
    /// </summary>
    public bool RejectEncodedTraversal { get; set; }

    /// <summary>Whether configuration had a destination that is no address, so that it is not told as missing.</summary>
    internal bool DestinationIsUnreadable { get; set; }
}
