using System.Text;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Halves of a surrogate pair that stand alone: a string may hold them, no encoding can write them, and some runtimes throw at them.</summary>
internal static class LoneSurrogates
{
    public static bool AreIn(string text) => First(text, 0) >= 0;

    /// <summary>The text as every encoder writes it.</summary>
    public static string Replaced(string text)
    {
        var at = First(text, 0);
        if (at < 0)
        {
            return text;
        }

        var whole = new StringBuilder(text);
        for (; at >= 0; at = First(text, at + 1))
        {
            whole[at] = '\uFFFD';
        }

        return whole.ToString();
    }

    private static int First(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
