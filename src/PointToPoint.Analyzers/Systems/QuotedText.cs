using System.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Foreign text inside a message: in single quotes, on one line, and short.</summary>
internal static class QuotedText
{
    private const int MaxLength = 80;

    public static string Of(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text)
        {
            if (quoted.Length > MaxLength && !char.IsLowSurrogate(c))
            {
                quoted.Append('…');
                break;
            }

            // Line breaks and other invisible characters would tear a one-line message apart.
            quoted.Append(char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') ? '\uFFFD' : c);
        }

        return quoted.Append('\'').ToString();
    }
}
