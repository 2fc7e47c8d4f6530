using System.Text;

using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>One string of a JSON text: finds its end, which is on its line, and decodes what is between the quotation marks.</summary>
/// <param name="text">The whole text.</param>
/// <param name="start">Where the opening quotation mark stands.</param>
/// <param name="errors">Gets the damage.</param>
internal sealed class JsonString(string text, int start, JsonErrors errors)
{
    private readonly int _start = start;
    private readonly StringBuilder _decoded = new();
    private int _position = start;

    public JsonToken Read()
    {
        var quote = text[_position++];
        if (quote == '\'')
        {
            errors.Add(new TextSpan(_start, 1), "text stands in double quotes, not in single ones");
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
                ReadEscape();
                continue;
            }

            if (c < ' ')
            {
                errors.Add(new TextSpan(_position, 1), $"the control character U+{(int)c:X4} must be escaped inside text, as '\\u{(int)c:x4}'");
            }

            _decoded.Append(c);
            _position++;
        }

        errors.Add(TextSpan.FromBounds(_start, _position), "the text that starts here is not closed on its line; a quotation mark is missing");
        return String();

        JsonToken String() => new(JsonTokenKind.String, TextSpan.FromBounds(_start, _position), _decoded.ToString());
    }

    private void ReadEscape()
    {
        var backslash = _position++;
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
            _decoded.Append(simple);
            _position++;
        }
        else if (c == 'u' && _position + 4 < text.Length && TryReadHex(_position + 1, out var unit))
        {
            _decoded.Append(unit); // surrogates come as two escapes, and meet again in the decoded text
            _position += 5;
        }
        else if (c is '\r' or '\n')
        {
            return; // the missing quotation mark is reported anyway
        }
        else
        {
            errors.Add(
                new TextSpan(backslash, 2),
                c == 'u' ? "'\\u' needs four hexadecimal digits" : "this is no escape sequence of JSON; a backslash itself is written '\\\\'");
            _decoded.Append(c);
            _position++;
        }
    }

    private bool TryReadHex(int first, out char unit)
    {
        var value = 0;
        for (var i = first; i < first + 4; i++)
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
}
