namespace PointToPoint.Gateway.Routing;

/// <summary>What a path has to be like before it goes on the wire.</summary>
internal static class PathPolicy
{
    /// <summary>
    /// Whether a path and query are what <see cref="Uri"/> makes of any text: no dot segments, blanks or control characters. Only
    /// addresses created with canonicalization switched off fail, and these could climb out of a path or end the request line.
    /// </summary>
    public static bool IsCanonical(string pathAndQuery)
    {
        var inQuery = false;
        for (var i = 0; i < pathAndQuery.Length; i++)
        {
            var c = pathAndQuery[i];
            if (c is <= ' ' or >= '\u007f' or '\\' or '#') return false;
            inQuery |= c == '?';
            if (c == '/' && !inQuery && IsDotSegment(pathAndQuery, i + 1, decoded: false)) return false;
        }

        return true;
    }

    /// <summary>Whether a path would contain dot segments if <c>%2f</c> and <c>%5c</c> were separators.</summary>
    public static bool ClimbsWhenDecoded(string path)
    {
        if (path.IndexOf('%') < 0) return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (Separator(path, i) is var length and > 0 && IsDotSegment(path, i + length, decoded: true)) return true;
        }

        return false;
    }

    /// <summary>Whether an allowed path is the given path or contains it, by whole segments.</summary>
    public static bool IsAllowed(string[] allowed, string path)
    {
        foreach (var entry in allowed)
        {
            // Entries are kept without a slash at their end; "" allows everything.
            if (path.StartsWith(entry, StringComparison.Ordinal) && (path.Length == entry.Length || path[entry.Length] == '/')) return true;
        }

        return false;
    }

    private static bool IsDotSegment(string text, int start, bool decoded)
    {
        var (i, dots) = (start, 0);
        while (dots < 3)
        {
            if (i < text.Length && text[i] == '.') i++;
            else if (i + 2 < text.Length && text[i] == '%' && text[i + 1] == '2' && text[i + 2] is 'e' or 'E') i += 3;
            else break;
            dots++;
        }

        return dots is 1 or 2 && (i >= text.Length || text[i] is '/' or '?' || (decoded && Separator(text, i) > 0));
    }

    // The length of the separator at a place: a slash, a backslash, or one of them encoded; 0 if there is none.
    private static int Separator(string text, int i) => text[i] switch
    {
        '/' or '\\' => 1,
        '%' when i + 2 < text.Length && (text[i + 1], text[i + 2]) is ('2', 'f' or 'F') or ('5', 'c' or 'C') => 3,
        _ => 0,
    };
}
