namespace PointToPoint.Analyzers.Systems;

/// <summary>Matches <c>*</c> (any run of characters) and <c>?</c> (one character) without recursion and ignoring case.</summary>
internal static class Wildcard
{
    public static bool IsIn(string pattern) => pattern.IndexOfAny(['*', '?']) >= 0;

    /// <summary>
    /// Takes at most pattern × text steps: when a character doesn't fit, only the last star may take one more, since all before it already
    /// match the shortest text they can.
    /// </summary>
    public static bool Matches(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || SameCharacter(pattern[p], text[t])))
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

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    private static bool SameCharacter(char a, char b) => a == b || char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
