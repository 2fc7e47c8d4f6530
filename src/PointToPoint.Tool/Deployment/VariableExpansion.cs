using System.Text;

using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Tool.Deployment;

/// <summary>
/// Expands <c>$X</c>, <c>${X}</c>, <c>${X:-default}</c>, <c>${X-default}</c>, <c>${X:?error}</c>, <c>${X?error}</c>, <c>${X:+other}</c>,
/// <c>${X+other}</c> and <c>$$</c> as Compose does. What is unknown becomes <see cref="Hole"/>.
/// </summary>
internal static class VariableExpansion
{
    /// <summary>Stands for an unknown part: no text file holds this character.</summary>
    public const char Hole = '\0';

    private const int MaxLength = 8 * 1024;
    private const int MaxDepth = 16;

    /// <param name="text">The text.</param>
    /// <param name="lookup">The value of a variable: null if it isn't set.</param>
    public static string Expand(string text, Func<string, string?> lookup) => text.Contains('$', StringComparison.Ordinal) ? Expand(text, lookup, depth: 0) : Bounded(text);

    /// <summary>
    /// What an expanded text is worth: null for a placeholder, and where the unknown hits the origin. Holes in a path, a query or a field of a
    /// connection string are <c>{}</c>.
    /// </summary>
    public static string? ToValue(string expanded)
    {
        var first = expanded.IndexOf(Hole, StringComparison.Ordinal);
        if (first < 0)
        {
            return Placeholders.Is(expanded) ? null : expanded;
        }

        var scheme = expanded.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            var isConnectionString = expanded.Contains(';', StringComparison.Ordinal) && expanded.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 && equals < first;
            return isConnectionString ? Filled(expanded) : null;
        }

        var end = expanded.IndexOfAny(['/', '?', '#'], scheme + 3);
        var authority = end < 0 ? expanded[(scheme + 3)..] : expanded[(scheme + 3)..end];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        return first < scheme || host.Contains(Hole, StringComparison.Ordinal) ? null : Filled(expanded);
    }

    private static string Filled(string expanded) => expanded.Replace(Hole.ToString(), "{}", StringComparison.Ordinal);

    private static string Bounded(string text) => text.Length > MaxLength ? Hole.ToString() : text;

    private static string Expand(string text, Func<string, string?> lookup, int depth)
    {
        if (text.Length > MaxLength || depth > MaxDepth)
        {
            return Hole.ToString();
        }

        var result = new StringBuilder();
        for (var i = 0; i < text.Length && result.Length <= MaxLength; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            if (text[i] != '$' || !(next is '$' or '{' || IsNameStart(next)))
            {
                result.Append(text[i]);
            }
            else if (next == '$')
            {
                result.Append('$');
                i++;
            }
            else if (next != '{')
            {
                var end = NameEnd(text, i + 1);
                result.Append(Known(lookup(text[(i + 1)..end])));
                i = end - 1;
            }
            else if (Close(text, i + 2) is var close and > 0)
            {
                result.Append(Braced(text[(i + 2)..close], lookup, depth));
                i = close;
            }
            else
            {
                return result.Append(text, i, text.Length - i).ToString(); // A brace that nobody closes: no variable.
            }
        }

        return Bounded(result.ToString());
    }

    private static string Braced(string content, Func<string, string?> lookup, int depth)
    {
        var end = NameEnd(content, 0);
        if (end == 0)
        {
            return Hole.ToString();
        }

        var value = lookup(content[..end]);
        var rest = content[end..];
        var isSet = rest.StartsWith(':') ? !string.IsNullOrEmpty(value) : value is not null;
        var operation = rest.TrimStart(':');
        return operation switch
        {
            ['-', .. var other] => isSet ? value! : Expand(other, lookup, depth + 1),
            ['+', .. var other] => isSet ? Expand(other, lookup, depth + 1) : "",
            "" or ['?', ..] => Known(value),
            _ => Hole.ToString(),
        };
    }

    private static string Known(string? value) => value ?? Hole.ToString();

    private static int Close(string text, int start)
    {
        var open = 1;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '{' && text[i - 1] == '$')
            {
                open++;
            }
            else if (text[i] == '}' && --open == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int NameEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (IsNameStart(text[end]) || (end > start && char.IsAsciiDigit(text[end]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';
}
