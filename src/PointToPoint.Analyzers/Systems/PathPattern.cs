using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// A path relative to the manifest's folder: <c>*</c> and <c>?</c> within a segment, <c>**</c> over segments, case ignored. A pattern that ends in a
/// plain name or a slash also covers everything below it.
/// </summary>
internal sealed class PathPattern
{
    private static readonly char[] _separators = ['/', '\\'];

    private PathPattern(ImmutableArray<string> segments)
    {
        Segments = segments;
        while (RootDepth < segments.Length && !Wildcard.IsIn(segments[RootDepth]))
        {
            RootDepth++;
        }

        Root = string.Join("/", segments.Take(RootDepth)).ToLowerInvariant();
        Key = string.Join("/", segments).ToLowerInvariant();
    }

    public ImmutableArray<string> Segments { get; }

    /// <summary>The leading folders without a wildcard in lower case; everything the pattern matches lies below.</summary>
    public string Root { get; }

    /// <summary>How many folders <see cref="Root"/> has.</summary>
    public int RootDepth { get; }

    /// <summary>Patterns with equal keys match the same.</summary>
    public string Key { get; }

    /// <summary>Whether an entry of <c>owns</c> is a path.</summary>
    public static bool IsPath(string text) => text.IndexOfAny(_separators) >= 0;

    /// <summary>Reads a pattern; null with an error that completes "'x' …" if it is malformed.</summary>
    public static PathPattern? Parse(string text, out string error)
    {
        error = "";
        if (text.IndexOfAny(_separators) == 0 || (text.Length > 1 && text[1] == ':'))
        {
            error = "is an absolute path; write it relative to the folder of p2p.json, without a leading slash";
        }
        else if (text[0] == '!')
        {
            error = "starts with '!', but entries can't exclude; give the exception to its own system instead, the more specific entry wins";
        }
        else if (text.IndexOfAny(['[', ']', '{', '}', '<', '>', '|', '"', ':']) >= 0)
        {
            error = "has a character that paths here can't have; the wildcards are '*' and '?' within a name and '**' over folders";
        }

        if (error.Length > 0)
        {
            return null;
        }

        var segments = ImmutableArray.CreateBuilder<string>();
        var parts = text.Split(_separators);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part == ".." || (part.Contains("**") && part != "**") || (part.Length == 0 && i < parts.Length - 1) || part.Trim() != part)
            {
                error = part switch
                {
                    ".." => "leaves the folder of p2p.json; move the file up, or name only what lies below it",
                    "" => "has an empty folder name: two slashes in a row",
                    _ when part.Contains("**") => "has '**' beside other characters; '**' stands alone between slashes",
                    _ => "has a blank at the start or end of a name",
                };
                return null;
            }

            if (part is not ("." or "") && !(part == "**" && segments.Count > 0 && segments[segments.Count - 1] == "**"))
            {
                segments.Add(part);
            }
        }

        if (segments.Count == 0)
        {
            segments.Add("**");
        }
        else if (parts[parts.Length - 1].Length == 0 || !Wildcard.IsIn(segments[segments.Count - 1]))
        {
            AddBelow(segments);
        }

        return new PathPattern(segments.ToImmutable());
    }

    /// <summary>Whether a path relative to the manifest's folder is covered.</summary>
    public bool Matches(string relativePath) => Matches(Split(relativePath));

    /// <summary>Whether a path that <see cref="Split"/> cut is covered.</summary>
    public bool Matches(string[] path)
    {
        // The same walk as Wildcard.Matches, over segments: '**' is the star, a segment the character.
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < path.Length)
        {
            if (p < Segments.Length && Segments[p] == "**")
            {
                star = p++;
                resume = t;
            }
            else if (p < Segments.Length && Wildcard.Matches(Segments[p], path[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < Segments.Length && Segments[p] == "**")
        {
            p++;
        }

        return p == Segments.Length;
    }

    /// <summary>The segments of a path, whichever slashes it has.</summary>
    public static string[] Split(string path) =>
        path.Split(_separators, StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".").ToArray();

    private static void AddBelow(ImmutableArray<string>.Builder segments)
    {
        if (segments[segments.Count - 1] != "**")
        {
            segments.Add("**");
        }
    }
}
