namespace PointToPoint.Gateway;

/// <summary>Who remembers the cookies of a system, for clients and handlers that the gateway creates.</summary>
public enum GatewayCookies
{
    /// <summary>Every client remembers its own, as clients made with <c>new HttpClient()</c> do.</summary>
    PerClient,

    /// <summary>The gateway remembers none. A primary handler configured for the system may keep its own.</summary>
    None,
}
