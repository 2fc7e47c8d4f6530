namespace PointToPoint.Analyzers.Systems;

/// <summary>All entries of <c>sdks</c>, found by dictionary. The longest name wins, of equals the one that was added first.</summary>
internal sealed class SdkIndex
{
    private readonly Dictionary<string, EndpointMatch> _entries = new(StringComparer.Ordinal);

    public void Add(SdkPattern pattern, EndpointMatch match)
    {
        if (!_entries.ContainsKey(pattern.Key))
        {
            _entries.Add(pattern.Key, match);
        }
    }

    /// <summary>The entry that is, or contains, what a documentation ID names.</summary>
    public EndpointMatch? Match(string? documentationId)
    {
        if (documentationId is null || documentationId.Length < 3 || documentationId[1] != ':')
        {
            return null;
        }

        if (_entries.TryGetValue(documentationId, out var exact))
        {
            return exact;
        }

        // Dots in a parameter list are none of the name.
        var list = documentationId.IndexOf('(');
        var name = documentationId.Substring(2, (list < 0 ? documentationId.Length : list) - 2);
        if (_entries.TryGetValue(documentationId.Substring(0, 2) + name, out var overloads))
        {
            return overloads;
        }

        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            var container = name.Substring(0, end);
            if (_entries.TryGetValue("T:" + container, out var match) || _entries.TryGetValue("N:" + container, out match))
            {
                return match;
            }
        }

        return null;
    }
}
