namespace PointToPoint.Analyzers.Systems;

/// <summary>Paths as text, the same on every operating system: both slashes separate.</summary>
internal static class FilePath
{
    private static readonly char[] _separators = ['/', '\\'];

    public static string Name(string path) => path.Substring(path.LastIndexOfAny(_separators) + 1);

    /// <summary>Without a slash at its end; empty where there is none.</summary>
    public static string Directory(string path) => path.Substring(0, Math.Max(0, path.LastIndexOfAny(_separators)));

    /// <summary>The path from a directory to what lies below it, with forward slashes; null for anything else. Case is ignored.</summary>
    public static string? Below(string directory, string path)
    {
        var root = directory.Replace('\\', '/').TrimEnd('/') + "/";
        var full = path.Replace('\\', '/');
        return full.Length > root.Length && full.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? full.Substring(root.Length) : null;
    }
}
