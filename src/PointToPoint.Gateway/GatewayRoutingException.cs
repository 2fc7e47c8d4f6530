namespace PointToPoint.Gateway;

/// <summary>
/// A request that the gateway refused before any connection was opened. It is no <see cref="HttpRequestException"/>: retry
/// policies take those for passing trouble, and a refusal stays one.
/// </summary>
public sealed class GatewayRoutingException : InvalidOperationException
{
    /// <summary>Creates an exception that names no system.</summary>
    public GatewayRoutingException() => System = "";

    /// <summary>Creates an exception that names no system.</summary>
    /// <param name="message">What was refused, why, and what to do.</param>
    public GatewayRoutingException(string message)
        : base(message) => System = "";

    /// <summary>Creates an exception that names no system.</summary>
    /// <param name="message">What was refused, why, and what to do.</param>
    /// <param name="innerException">What led to the refusal.</param>
    public GatewayRoutingException(string message, Exception? innerException)
        : base(message, innerException) => System = "";

    /// <summary>Creates an exception for a request to a system.</summary>
    /// <param name="system">The system's name as the caller gave it.</param>
    /// <param name="error">Why the request was refused.</param>
    /// <param name="message">What was refused, why, and what to do.</param>
    public GatewayRoutingException(string system, GatewayRoutingError error, string message)
        : base(message) => (System, Error) = (system, error);

    /// <summary>The name of the system the request was meant for, as the caller gave it.</summary>
    public string System { get; }

    /// <summary>Why the request was refused.</summary>
    public GatewayRoutingError Error { get; }
}
