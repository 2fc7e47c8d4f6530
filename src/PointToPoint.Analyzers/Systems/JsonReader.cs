using System.Collections.Immutable;

using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// Reads JSON with comments and trailing commas, keeps the place of everything, and makes the best of damage: whatever is readable is in
/// the result, everything else in its errors. Never throws but for cancellation; linear in the text. System.Text.Json can't be used inside
/// a compiler: the host decides which version an analyzer gets, if any, and it keeps no positions.
/// </summary>
internal sealed class JsonReader
{
    /// <summary>How deep objects and arrays may nest; the same as System.Text.Json allows by default.</summary>
    public const int MaxDepth = 64;

    /// <summary>The largest text that is read, in characters.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    private readonly SourceText _source;
    private readonly JsonErrors _errors = new();
    private readonly JsonTokens _tokens;
    private int _openObjects;
    private int _openArrays;

    private JsonReader(SourceText source, CancellationToken cancellation)
    {
        _source = source;
        _tokens = new JsonTokens(new JsonLexer(source.ToString(), _errors), cancellation);
    }

    private JsonToken Current => _tokens.Current;

    /// <summary>Reads a text.</summary>
    public static JsonDocumentNode Read(SourceText text, CancellationToken cancellation = default)
    {
        if (text.Length > MaxLength)
        {
            var message = $"the file has {text.Length} characters, more than the {MaxLength} that are read";
            return new JsonDocumentNode(Missing(0), [new JsonError(new TextSpan(0, 0), message)], 0);
        }

        var reader = new JsonReader(text, cancellation);
        var root = reader.ReadDocument();
        return new JsonDocumentNode(root, reader._errors.InOrder(), reader._tokens.Count);
    }

    private static JsonNode Missing(int position) => new(JsonNodeKind.Missing, new TextSpan(position, 0), "");

    private JsonNode ReadDocument()
    {
        if (Current.Kind == JsonTokenKind.End)
        {
            _errors.Add(Current.Span, "the file is empty");
            return Missing(Current.Span.Start);
        }

        var root = ReadValue(1);
        if (root.Kind != JsonNodeKind.Missing && Current.Kind != JsonTokenKind.End)
        {
            _errors.Add(Current.Span, "there is text after the end of the JSON value");
        }

        return root;
    }

    private JsonNode ReadValue(int depth)
    {
        switch (Current.Kind)
        {
            case JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket when depth > MaxDepth:
                return SkipTooDeep();
            case JsonTokenKind.OpenBrace:
                return ReadObject(depth);
            case JsonTokenKind.OpenBracket:
                return ReadArray(depth);
            case JsonTokenKind.String:
                return Leaf(JsonNodeKind.String);
            case JsonTokenKind.Number:
                return Leaf(JsonNodeKind.Number);
            case JsonTokenKind.True or JsonTokenKind.False:
                return Leaf(JsonNodeKind.Boolean);
            case JsonTokenKind.Null:
                return Leaf(JsonNodeKind.Null);
            case JsonTokenKind.Word:
                _errors.Add(Current.Span, $"{QuotedText.Of(Current.Text)} is no JSON value; text stands in straight double quotes");
                var position = _tokens.Take().Span;
                return new JsonNode(JsonNodeKind.Missing, position, "");
            default:
                _errors.Add(Current.Span, $"a value is missing before {Describe(Current)}");
                return Missing(_tokens.PreviousEnd);
        }
    }

    private JsonNode Leaf(JsonNodeKind kind)
    {
        var token = _tokens.Take();
        return new JsonNode(kind, token.Span, token.Text);
    }

    private JsonNode ReadObject(int depth)
    {
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        var open = _tokens.Take();
        _openObjects++;
        while (true)
        {
            switch (Current.Kind)
            {
                case JsonTokenKind.CloseBrace:
                    _tokens.Take();
                    return Close();
                case JsonTokenKind.End:
                    _errors.Add(Current.Span, $"'}}' is missing: the '{{' of line {Line(open)} is never closed");
                    return Close();
                case JsonTokenKind.CloseBracket when _openArrays > 0:
                    _errors.Add(Current.Span, $"'}}' is missing before ']': the '{{' of line {Line(open)} is still open");
                    return Close();
                case JsonTokenKind.String or JsonTokenKind.Word or JsonTokenKind.Number
                    or JsonTokenKind.True or JsonTokenKind.False or JsonTokenKind.Null:
                    members.Add(ReadMember(depth));
                    ReadSeparator(JsonTokenKind.CloseBrace);
                    break;
                case JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket:
                    _errors.Add(Current.Span, $"a name in double quotes is missing before {Describe(Current)}");
                    ReadValue(depth + 1);
                    ReadSeparator(JsonTokenKind.CloseBrace);
                    break;
                default:
                    _errors.Add(Current.Span, $"a name in double quotes was expected instead of {Describe(Current)}");
                    _tokens.Take();
                    break;
            }
        }

        JsonNode Close()
        {
            _openObjects--;
            return new JsonNode(JsonNodeKind.Object, TextSpan.FromBounds(open.Span.Start, _tokens.PreviousEnd), "") { Members = members.ToImmutable() };
        }
    }

    private JsonMember ReadMember(int depth)
    {
        var name = _tokens.Take();
        if (name.Kind != JsonTokenKind.String)
        {
            _errors.Add(name.Span, $"the name {QuotedText.Of(name.Text)} must stand in double quotes");
        }

        if (Current.Kind == JsonTokenKind.Colon)
        {
            _tokens.Take();
        }
        else
        {
            _errors.Add(Current.Span, $"':' and a value are missing after the name {QuotedText.Of(name.Text)}");
            if (Current.Kind is JsonTokenKind.Comma or JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket or JsonTokenKind.End)
            {
                return new JsonMember(name.Text, name.Span, Missing(name.Span.End));
            }
        }

        return new JsonMember(name.Text, name.Span, ReadValue(depth + 1));
    }

    private JsonNode ReadArray(int depth)
    {
        var items = ImmutableArray.CreateBuilder<JsonNode>();
        var open = _tokens.Take();
        _openArrays++;
        while (true)
        {
            switch (Current.Kind)
            {
                case JsonTokenKind.CloseBracket:
                    _tokens.Take();
                    return Close();
                case JsonTokenKind.End:
                    _errors.Add(Current.Span, $"']' is missing: the '[' of line {Line(open)} is never closed");
                    return Close();
                case JsonTokenKind.CloseBrace when _openObjects > 0:
                    _errors.Add(Current.Span, $"']' is missing before '}}': the '[' of line {Line(open)} is still open");
                    return Close();
                case JsonTokenKind.CloseBrace or JsonTokenKind.Colon or JsonTokenKind.Comma:
                    _errors.Add(Current.Span, $"a value was expected instead of {Describe(Current)}");
                    _tokens.Take();
                    break;
                default:
                    items.Add(ReadValue(depth + 1));
                    ReadSeparator(JsonTokenKind.CloseBracket);
                    break;
            }
        }

        JsonNode Close()
        {
            _openArrays--;
            return new JsonNode(JsonNodeKind.Array, TextSpan.FromBounds(open.Span.Start, _tokens.PreviousEnd), "") { Items = items.ToImmutable() };
        }
    }

    private void ReadSeparator(JsonTokenKind close)
    {
        if (Current.Kind == JsonTokenKind.Comma)
        {
            _tokens.Take();
        }
        else if (Current.Kind is not (JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket or JsonTokenKind.End))
        {
            var mark = close == JsonTokenKind.CloseBrace ? "'}'" : "']'";
            _errors.Add(Current.Span, $"',' or {mark} is missing before {Describe(Current)}");
        }
    }

    // Without recursion, so that no depth can exhaust the compiler's stack.
    private JsonNode SkipTooDeep()
    {
        var start = Current.Span.Start;
        _errors.Add(Current.Span, $"objects and arrays are nested deeper than {MaxDepth} levels");
        var level = 0;
        do
        {
            level += Current.Kind switch
            {
                JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket => 1,
                JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket => -1,
                _ => 0,
            };
            _tokens.Take();
        }
        while (level > 0 && Current.Kind != JsonTokenKind.End);
        return new JsonNode(JsonNodeKind.Missing, TextSpan.FromBounds(start, _tokens.PreviousEnd), "");
    }

    private int Line(JsonToken token) => _source.Lines.GetLinePosition(token.Span.Start).Line + 1;

    private static string Describe(JsonToken token) => token.Kind == JsonTokenKind.End ? "the end of the file" : QuotedText.Of(token.Text);
}
