namespace PointToPoint.Testing.Layout;

/// <summary>Paths of test files. They are rooted, since .editorconfig sections only match rooted paths, and no such file exists on disk.</summary>
internal static class VirtualPath
{
    public const string Root = "/0";

    /// <summary>Resolves <paramref name="path"/> against a folder; a leading slash means the folder above all projects.</summary>
    public static string Resolve(string folder, string path)
    {
        var segments = path is ['/', ..] ? [Root[1..]] : folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var segment in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count <= 1)
                {
                    throw new AnalyzerTestException($"The file '{path}' lies above the folder of the solution.");
                }

                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return "/" + string.Join('/', segments);
    }

    /// <summary>As a test would write it: relative to the project, or with a leading slash from the folder above all projects.</summary>
    public static string Show(string path, string folder)
        => folder != Root && path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..] : path[Root.Length..];
}
