namespace PointToPoint.Gateway.Routing;

/// <summary>The name somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>The known name that differs least from the given one, or null if none is near.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        var text = name.ToLowerInvariant();
        return known
            .Select(candidate => (Name: candidate, Distance: Distance(text, candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= Math.Max(1, Math.Min(text.Length, candidate.Name.Length) / 2))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    // Insertions, deletions, replacements and swaps of neighbours, on the last three rows of the table only.
    private static int Distance(string left, string right)
    {
        // A name that is hopelessly long is near to nothing, and must not cost time.
        if (Math.Abs(left.Length - right.Length) > 32) return int.MaxValue;
        var (before, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++) previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
