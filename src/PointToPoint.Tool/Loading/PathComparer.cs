namespace PointToPoint.Tool.Loading;

/// <summary>When two full paths are the same file: MSBuild, solutions and people spell them in different case where the file system doesn't mind.</summary>
internal static class PathComparer
{
    public static StringComparer Instance { get; } = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
