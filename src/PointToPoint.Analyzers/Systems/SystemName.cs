using System.Globalization;
using System.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>When two names mean the same system: if they are equal ignoring case, blanks and punctuation (<c>catalog-api</c> = <c>Catalog.API</c>).</summary>
internal static class SystemName
{
    public static bool Same(string a, string b) => string.Equals(Normalize(a), Normalize(b), StringComparison.Ordinal);

    /// <summary>The form in which names that mean the same system are equal.</summary>
    public static string Normalize(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (!IsIgnored(c))
            {
                normal.Append(char.ToLowerInvariant(c));
            }
        }

        // A name of punctuation only would be the same as every other one of that kind.
        return normal.Length == 0 ? name.Trim().ToLowerInvariant() : normal.ToString();
    }

    private static bool IsIgnored(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.Format;
}
