namespace PointToPoint.CodeFixes.Rewriting.Addresses;

/// <summary>Scheme and authority at the front of an address's constant text.</summary>
internal sealed record Origin
{
    private Origin(string text, string tail) => (Text, Tail) = (text, tail);

    /// <summary>As it is written: <c>https://erp.contoso.com</c>.</summary>
    public string Text { get; }

    /// <summary>The constant text behind it.</summary>
    public string Tail { get; }

    /// <summary>In one spelling, so that two of the same place are equal.</summary>
    public string Canonical => Uri.TryCreate(Text, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}" : Text;

    public bool HasUserInfo => Text.IndexOf('@') >= 0;

    /// <summary>The origin in front of a text; null if the text is relative, or the authority doesn't end in it.</summary>
    /// <param name="text">The constant text that an address begins with.</param>
    /// <param name="holeFollows">Whether a value that only run time knows follows it.</param>
    public static Origin? Of(string text, bool holeFollows)
    {
        if (!IsAbsolute(text))
        {
            return null;
        }

        var end = text.IndexOfAny(['/', '\\', '?', '#'], text.IndexOf("://", StringComparison.Ordinal) + 3);
        return end >= 0 ? new Origin(text.Substring(0, end), text.Substring(end)) : holeFollows ? null : new Origin(text, "");
    }

    /// <summary>True if a text starts with a scheme and <c>://</c>.</summary>
    public static bool IsAbsolute(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) is > 0 and var end && text.Substring(0, end).All(c => c < 128 && (char.IsLetterOrDigit(c) || c is '+' or '-' or '.'));

    /// <summary>True if a constant start can only belong to a relative address: a path, a query, or nothing.</summary>
    public static bool IsRelative(string text, bool holeFollows)
    {
        if (text.Length == 0)
        {
            return !holeFollows;
        }

        if (text[0] is '/' or '\\')
        {
            return text.Length == 1 ? !holeFollows : text[1] is not '/' and not '\\';
        }

        // A colon in the first segment would end a scheme.
        var end = text.IndexOfAny(['/', '?', '#']);
        return !char.IsWhiteSpace(text[0]) && (end < 0 ? !holeFollows && text.IndexOf(':') < 0 : text.IndexOf(':', 0, end) < 0);
    }
}
