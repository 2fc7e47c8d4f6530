namespace PointToPoint.Analyzers.Systems;

/// <summary>Paths of URLs, cut into segments.</summary>
internal static class EndpointPath
{
    /// <summary>
    /// The segments with escapes decoded and <c>.</c> and <c>..</c> applied, as an HTTP client sends them. A segment with a hole (<c>{}</c>) stays
    /// as it is, and so equals no segment of the manifest, which can't contain braces.
    /// </summary>
    public static string[] Split(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (segment != ".")
            {
                segments.Add(segment.IndexOf('%') >= 0 ? Uri.UnescapeDataString(segment) : segment);
            }
        }

        return [.. segments];
    }
}
