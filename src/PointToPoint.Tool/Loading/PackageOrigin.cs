namespace PointToPoint.Tool.Loading;

/// <summary>Where the packages of a scan come from.</summary>
internal enum PackageOrigin
{
    /// <summary>From the last ordinary restore, if there was one: the scan does none of its own.</summary>
    LastRestore,

    /// <summary>From the sources of the repository.</summary>
    Sources,

    /// <summary>From what is on this machine already, because the sources have taken too long.</summary>
    ThisMachine,
}
