namespace PointToPoint.Tool.Loading;

/// <summary>A project that was found and not analysed.</summary>
/// <param name="Path">Full path of the project file.</param>
/// <param name="Reason">Why, as a phrase a person can act on.</param>
internal sealed record SkippedProject(string Path, string Reason)
{
    /// <summary>Whether code that could call somebody is behind it, as it isn't behind a docker-compose project.</summary>
    public bool HasCode { get; init; } = true;
}
