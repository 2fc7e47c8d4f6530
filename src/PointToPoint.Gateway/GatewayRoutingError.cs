namespace PointToPoint.Gateway;

/// <summary>Why the gateway refused a request.</summary>
public enum GatewayRoutingError
{
    /// <summary>No reason was given.</summary>
    Unspecified,

    /// <summary>No system of this name is configured.</summary>
    UnknownSystem,

    /// <summary>The address is no absolute http or https address, or is not in canonical form.</summary>
    InvalidAddress,

    /// <summary>The address belongs neither to the system nor to any of its origins.</summary>
    ForeignAddress,

    /// <summary>The address is the system's, but above the path of its destination or origin.</summary>
    OutsideBasePath,

    /// <summary>The path is none of the system's allowed paths.</summary>
    PathNotAllowed,

    /// <summary>The path would climb if the server decoded its separators.</summary>
    EncodedTraversal,

    /// <summary>A header contains a line break or a NUL, which would end the header on the wire.</summary>
    HeaderInjection,

    /// <summary>The Host header names a host that is none of the system's.</summary>
    ForeignHostHeader,
}
