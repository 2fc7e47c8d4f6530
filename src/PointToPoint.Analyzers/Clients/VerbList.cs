namespace PointToPoint.Analyzers.Clients;

/// <summary>The verbs that one call may send with, as they are shown: <c>GET</c>, or in the order of the code <c>PUT | POST</c>.</summary>
internal static class VerbList
{
    private const string Separator = " | ";

    /// <summary>Each verb once; null if there is none, or one of them isn't known.</summary>
    public static string? Of(IEnumerable<string?> verbs)
    {
        var all = verbs.ToList();
        return all.Count == 0 || all.Contains(null)
            ? null
            : string.Join(Separator, all.SelectMany(verb => Each(verb!)).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The verbs of such a list.</summary>
    public static string[] Each(string verbs) => verbs.Split([Separator], StringSplitOptions.None);
}
