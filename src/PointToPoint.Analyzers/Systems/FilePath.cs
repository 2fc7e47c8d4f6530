namespace PointToPoint.Analyzers.Systems;

/// <summary>Paths as text, the same on every operating system: both slashes separate, and nothing is looked up on a disk.</summary>
internal static class FilePath
{
    private static readonly char[] _separators = ['/', '\\'];

    public static string Name(string path) => path.Substring(path.LastIndexOfAny(_separators) + 1);

    /// <summary>Without a slash at its end; empty where there is none.</summary>
    public static string Directory(string path) => path.Substring(0, Math.Max(0, path.LastIndexOfAny(_separators)));

    /// <summary>The path from a directory to what lies below it, with forward slashes; null for anything else. Case is ignored.</summary>
    public static string? Below(string directory, string path)
    {
        var root = Normalize(directory).TrimEnd('/');
        var full = Normalize(path);
        if (root.Length == 0)
        {
            return directory.Length == 0 ? full : full.TrimStart('/');
        }

        return full.Length > root.Length + 1 && full[root.Length] == '/' && full.StartsWith(root, StringComparison.OrdinalIgnoreCase)
            ? full.Substring(root.Length + 1)
            : null;
    }

    /// <summary>
    /// With forward slashes, and without the <c>.</c> and <c>..</c> that the compiler leaves in the paths of linked files
    /// (<c>/repo/src/Crm/../Shared/Client.cs</c>).
    /// </summary>
    public static string Normalize(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split(_separators))
        {
            var isRooted = segments.Count == 1 && segments[0].Length == 0;
            if (segment == ".." && segments.Count > 0 && segments[segments.Count - 1] != ".." && !isRooted)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != "." && !(segment == ".." && isRooted) && !(segment.Length == 0 && segments.Count > 1))
            {
                segments.Add(segment);
            }
        }

        return string.Join("/", segments);
    }
}
