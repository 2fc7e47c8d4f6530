namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// An entry of <c>owns</c>: a path if it has a slash, else the name of assemblies and namespaces. In a name <c>*</c> also covers dots; a name
/// without wildcard is an assembly of exactly that name, or a namespace of that name and everything below it. Case is ignored.
/// </summary>
internal sealed class OwnsPattern
{
    private OwnsPattern(string? name, PathPattern? path)
    {
        Name = name;
        Path = path;
        var parts = name is null ? path!.Segments : [.. name.Split('.')];
        Parts = parts.Count(part => part.Any(c => c is not ('*' or '?')));
        Literals = (name ?? path!.Key).Count(c => c is not ('*' or '?'));
        Key = name is null ? "path:" + path!.Key : "name:" + name.ToLowerInvariant();
    }

    /// <summary>The pattern of a name; null if it is a path.</summary>
    public string? Name { get; }

    /// <summary>The pattern of a path; null if it is a name.</summary>
    public PathPattern? Path { get; }

    /// <summary>How many parts between dots or slashes have literal text: the first measure of how specific it is.</summary>
    public int Parts { get; }

    /// <summary>How many literal characters it has: the second measure.</summary>
    public int Literals { get; }

    public bool HasWildcard => Name is null || Wildcard.IsIn(Name);

    /// <summary>Patterns with equal keys match the same.</summary>
    public string Key { get; }

    /// <summary>Reads an entry; null with an error that completes "'x' …" if it is malformed.</summary>
    public static OwnsPattern? Parse(string text, out string error)
    {
        if (PathPattern.IsPath(text))
        {
            var path = PathPattern.Parse(text, out error);
            return path is null ? null : new OwnsPattern(null, path);
        }

        error = FindErrorInName(text);
        return error.Length == 0 ? new OwnsPattern(text, null) : null;
    }

    private static string FindErrorInName(string text)
    {
        if (text.Contains("**"))
        {
            return "has '**' in a name; there one '*' already covers dots ('**' is for paths, which have a slash)";
        }

        if (text[0] == '!')
        {
            return "starts with '!', but entries can't exclude; give the exception to its own system instead, the more specific entry wins";
        }

        if (text.Any(c => !char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && c is not ('.' or '*' or '?' or '_' or '-' or '+' or ' ')))
        {
            return "is no name of an assembly or namespace; a path has a slash, and the wildcard is '*'";
        }

        return text.Split('.').Any(part => part.Trim().Length == 0) || text.Trim() != text ? "has an empty part: a dot or blank too many" : "";
    }

    /// <summary>Whether an assembly of this name is covered.</summary>
    public bool MatchesAssembly(string assemblyName) => Name is not null && Wildcard.Matches(Name, assemblyName);

    /// <summary>Whether a namespace is covered.</summary>
    public bool MatchesNamespace(string @namespace) => Name is not null
        && (Wildcard.Matches(Name, @namespace)
            || (!HasWildcard && @namespace.Length > Name.Length && @namespace[Name.Length] == '.'
                && @namespace.StartsWith(Name, StringComparison.OrdinalIgnoreCase)));
}
