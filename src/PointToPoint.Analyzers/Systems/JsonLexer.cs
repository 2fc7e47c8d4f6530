using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Cuts a text into JSON tokens. Every call of <see cref="Next"/> moves forward, so a text of n characters has at most n tokens and an end.</summary>
internal sealed class JsonLexer(string text, JsonErrors errors)
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
            '"' or '\'' => ReadString(),
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
            errors.Add(new TextSpan(start, 2), "the comment that starts here is never closed; '*/' is missing");
        }

        _position = close < 0 ? text.Length : close + 2;
    }

    private JsonToken ReadString()
    {
        var token = new JsonString(text, _position, errors).Read();
        _position = token.Span.End;
        return token;
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
            _ => JsonNumber.Is(word) ? JsonTokenKind.Number : JsonTokenKind.Word,
        };
        return new JsonToken(kind, span, word);
    }
}
