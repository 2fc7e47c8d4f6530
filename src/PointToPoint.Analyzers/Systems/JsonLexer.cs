using System.Text;

using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Cuts a text into JSON tokens. Every call of <see cref="Next"/> moves forward, so a text of n characters has at most n tokens and an end.</summary>
internal sealed class JsonLexer(string text, Action<TextSpan, string> report)
{
    // A byte order mark that the decoder left in the text is not content.
    private int _position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>The next token; of kind <see cref="JsonTokenKind.End"/> again and again once the text is used up.</summary>
    public JsonToken Next()
    {
        SkipBlanksAndComments();
        if (_position >= text.Length)
        {
            return new JsonToken(JsonTokenKind.End, new TextSpan(text.Length, 0), "");
        }

        return text[_position] switch
        {
            '{' => Mark(JsonTokenKind.OpenBrace),
            '}' => Mark(JsonTokenKind.CloseBrace),
            '[' => Mark(JsonTokenKind.OpenBracket),
            ']' => Mark(JsonTokenKind.CloseBracket),
            ':' => Mark(JsonTokenKind.Colon),
            ',' => Mark(JsonTokenKind.Comma),
            '"' or '\'' => ReadString(text[_position]),
            _ => ReadWord(),
        };
    }

    private JsonToken Mark(JsonTokenKind kind)
    {
        var token = new JsonToken(kind, new TextSpan(_position, 1), text[_position].ToString());
        _position++;
        return token;
    }

    private void SkipBlanksAndComments()
    {
        while (_position < text.Length)
        {
            if (text[_position] is ' ' or '\t' or '\r' or '\n')
            {
                _position++;
            }
            else if (IsCommentStart(_position))
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    private bool IsCommentStart(int position) =>
        text[position] == '/' && position + 1 < text.Length && text[position + 1] is '/' or '*';

    private void SkipComment()
    {
        var start = _position;
        if (text[start + 1] == '/')
        {
            var end = text.IndexOfAny(['\r', '\n'], start);
            _position = end < 0 ? text.Length : end;
            return;
        }

        var close = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        if (close < 0)
        {
            report(new TextSpan(start, 2), "the comment that starts here is never closed; '*/' is missing");
        }

        _position = close < 0 ? text.Length : close + 2;
    }

    private JsonToken ReadString(char quote)
    {
        var start = _position++;
        var decoded = new StringBuilder();
        if (quote == '\'')
        {
            report(new TextSpan(start, 1), "text stands in double quotes, not in single ones");
        }

        while (_position < text.Length && text[_position] is not ('\r' or '\n'))
        {
            var c = text[_position];
            if (c == quote)
            {
                _position++;
                return String();
            }

            if (c == '\\')
            {
                ReadEscape(decoded);
                continue;
            }

            if (c < ' ')
            {
                report(new TextSpan(_position, 1), $"the control character U+{(int)c:X4} must be escaped inside text, as '\\u{(int)c:x4}'");
            }

            decoded.Append(c);
            _position++;
        }

        report(TextSpan.FromBounds(start, _position), "the text that starts here is not closed on its line; a quotation mark is missing");
        return String();

        JsonToken String() => new(JsonTokenKind.String, TextSpan.FromBounds(start, _position), decoded.ToString());
    }

    private void ReadEscape(StringBuilder decoded)
    {
        var start = _position++;
        if (_position >= text.Length)
        {
            return; // the missing quotation mark is reported anyway
        }

        var c = text[_position];
        var simple = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (simple != '\0')
        {
            decoded.Append(simple);
            _position++;
        }
        else if (c == 'u' && _position + 4 < text.Length && TryReadHex(_position + 1, out var unit))
        {
            decoded.Append(unit); // surrogates come as two escapes, and meet again in the decoded text
            _position += 5;
        }
        else if (c is '\r' or '\n')
        {
            return; // the missing quotation mark is reported anyway
        }
        else
        {
            report(
                new TextSpan(start, 2),
                c == 'u' ? "'\\u' needs four hexadecimal digits" : "this is no escape sequence of JSON; a backslash itself is written '\\\\'");
            decoded.Append(c);
            _position++;
        }
    }

    private bool TryReadHex(int start, out char unit)
    {
        var value = 0;
        for (var i = start; i < start + 4; i++)
        {
            var digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                >= 'A' and <= 'F' => text[i] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                unit = '\0';
                return false;
            }

            value = (value * 16) + digit;
        }

        unit = (char)value;
        return true;
    }

    private JsonToken ReadWord()
    {
        var start = _position;
        while (_position < text.Length
            && text[_position] is not ('{' or '}' or '[' or ']' or ':' or ',' or '"' or ' ' or '\t' or '\r' or '\n')
            && !IsCommentStart(_position))
        {
            _position++;
        }

        var span = TextSpan.FromBounds(start, _position);
        var word = text.Substring(start, span.Length);
        var kind = word switch
        {
            "true" => JsonTokenKind.True,
            "false" => JsonTokenKind.False,
            "null" => JsonTokenKind.Null,
            _ => IsNumber(word) ? JsonTokenKind.Number : JsonTokenKind.Word,
        };
        return new JsonToken(kind, span, word);
    }

    private static bool IsNumber(string word)
    {
        var i = word[0] == '-' ? 1 : 0;
        var whole = Digits(word, i);
        if (whole == 0 || (whole > 1 && word[i] == '0'))
        {
            return false;
        }

        i += whole;
        if (i < word.Length && word[i] == '.')
        {
            var fraction = Digits(word, i + 1);
            if (fraction == 0)
            {
                return false;
            }

            i += 1 + fraction;
        }

        if (i < word.Length && word[i] is 'e' or 'E')
        {
            i += i + 1 < word.Length && word[i + 1] is '+' or '-' ? 2 : 1;
            var exponent = Digits(word, i);
            if (exponent == 0)
            {
                return false;
            }

            i += exponent;
        }

        return i == word.Length;
    }

    private static int Digits(string word, int start)
    {
        var end = start;
        while (end < word.Length && word[end] is >= '0' and <= '9')
        {
            end++;
        }

        return end - start;
    }
}
