using System.Collections.Immutable;

namespace PointToPoint.Tool.Loading;

/// <summary>How the packages of a scan are restored.</summary>
/// <param name="Origin">Where they come from.</param>
/// <param name="SilentSources">The addresses of sources that don't answer and are left out.</param>
internal sealed record PackageRestore(PackageOrigin Origin, ImmutableArray<string> SilentSources)
{
    public static PackageRestore None { get; } = new(PackageOrigin.LastRestore, []);

    public static PackageRestore FromSources { get; } = new(PackageOrigin.Sources, []);

    public bool AsksSources => Origin == PackageOrigin.Sources;
}
