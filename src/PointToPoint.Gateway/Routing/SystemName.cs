namespace PointToPoint.Gateway.Routing;

/// <summary>A system's name: 1 to 63 of a-z, 0-9 and hyphen, so that it is one label of the logical host. Kept in lower case.</summary>
internal static class SystemName
{
    public const string Rule = "A name consists of 1 to 63 of the letters a to z, digits and hyphens";

    private const int MaxLength = 63;

    /// <summary>The name in lower case, or null if it is no system name.</summary>
    public static string? Normalize(string name)
    {
        if (name.Length is 0 or > MaxLength) return null;
        var upper = false;
        foreach (var c in name)
        {
            if (c is >= 'A' and <= 'Z') upper = true;
            else if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '-')) return null;
        }

        return upper ? name.ToLowerInvariant() : name;
    }

    /// <summary>The name an invalid one stands for: other characters turned to hyphens.</summary>
    public static string Suggest(string name)
    {
        var characters = name.Trim().Select(c => Normalize(c.ToString()) is { } valid ? valid[0] : '-').Take(MaxLength);
        var suggestion = new string(characters.ToArray()).Trim('-');
        return suggestion.Length == 0 ? "erp" : suggestion;
    }
}
