namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// A host as the catalog writes it: <c>*.</c> stands for any labels in front, but at least one, and <c>*</c> further behind for exactly one, which is a region as a
/// rule: <c>*.s3.*.amazonaws.com</c>.
/// </summary>
internal static class HostPattern
{
    /// <summary>True if a host is one of those that a pattern means.</summary>
    public static bool Means(string pattern, string host)
    {
        if (!IsRegional(pattern))
        {
            return pattern[0] == '*' ? host.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase) : string.Equals(host, pattern, StringComparison.OrdinalIgnoreCase);
        }

        var (expected, labels) = (pattern.Split('.'), host.Split('.'));
        var open = expected[0] == "*";
        var skipped = labels.Length - expected.Length;
        return (open ? skipped >= 0 : skipped == 0)
            && Enumerable.Range(open ? 1 : 0, expected.Length - (open ? 1 : 0)).All(i => expected[i] == "*" || string.Equals(expected[i], labels[i + skipped], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True if something else than what stands in front may vary.</summary>
    public static bool IsRegional(string pattern) => pattern.IndexOf('*', 1) > 0;
}
