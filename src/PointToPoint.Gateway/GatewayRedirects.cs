namespace PointToPoint.Gateway;

/// <summary>What the gateway does with a redirect.</summary>
public enum GatewayRedirects
{
    /// <summary>
    /// Follows a redirect that stays inside the system, by the method rules of <see cref="HttpClientHandler"/>; a redirect to
    /// anywhere else is returned to the caller as the 3xx response it is.
    /// </summary>
    SameSystem,

    /// <summary>Returns every redirect to the caller.</summary>
    None,
}
