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

    // Damage tends to breed: the first errors are the useful ones.
    private const int MaxErrors = 100;

    private readonly SourceText _source;
    private readonly JsonLexer _lexer;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<JsonError>.Builder _errors = ImmutableArray.CreateBuilder<JsonError>();
    private JsonToken _current;
    private int _previousEnd;
    private int _tokensRead;
    private int _openObjects;
    private int _openArrays;

    private JsonReader(SourceText source, CancellationToken cancellation)
    {
        _source = source;
        _cancellation = cancellation;
        _lexer = new JsonLexer(source.ToString(), Report);
        Advance();
    }

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
        reader._errors.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return new JsonDocumentNode(root, reader._errors.ToImmutable(), reader._tokensRead);
    }

    private static JsonNode Missing(int position) => new(JsonNodeKind.Missing, new TextSpan(position, 0), "");

    private JsonNode ReadDocument()
    {
        if (_current.Kind == JsonTokenKind.End)
        {
            Report(_current.Span, "the file is empty");
            return Missing(_current.Span.Start);
        }

        var root = ReadValue(1);
        if (root.Kind != JsonNodeKind.Missing && _current.Kind != JsonTokenKind.End)
        {
            Report(_current.Span, "there is text after the end of the JSON value");
        }

        return root;
    }

    private JsonNode ReadValue(int depth)
    {
        switch (_current.Kind)
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
                Report(_current.Span, $"{QuotedText.Of(_current.Text)} is no JSON value; text stands in straight double quotes");
                var position = Take().Span;
                return new JsonNode(JsonNodeKind.Missing, position, "");
            default:
                Report(_current.Span, $"a value is missing before {Describe(_current)}");
                return Missing(_previousEnd);
        }
    }

    private JsonNode Leaf(JsonNodeKind kind)
    {
        var token = Take();
        return new JsonNode(kind, token.Span, token.Text);
    }

    private JsonNode ReadObject(int depth)
    {
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        var open = Take();
        _openObjects++;
        while (true)
        {
            switch (_current.Kind)
            {
                case JsonTokenKind.CloseBrace:
                    Take();
                    return Close();
                case JsonTokenKind.End:
                    Report(_current.Span, $"'}}' is missing: the '{{' of line {Line(open)} is never closed");
                    return Close();
                case JsonTokenKind.CloseBracket when _openArrays > 0:
                    Report(_current.Span, $"'}}' is missing before ']': the '{{' of line {Line(open)} is still open");
                    return Close();
                case JsonTokenKind.String or JsonTokenKind.Word or JsonTokenKind.Number
                    or JsonTokenKind.True or JsonTokenKind.False or JsonTokenKind.Null:
                    members.Add(ReadMember(depth));
                    ReadSeparator(JsonTokenKind.CloseBrace);
                    break;
                case JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket:
                    Report(_current.Span, $"a name in double quotes is missing before {Describe(_current)}");
                    ReadValue(depth + 1);
                    ReadSeparator(JsonTokenKind.CloseBrace);
                    break;
                default:
                    Report(_current.Span, $"a name in double quotes was expected instead of {Describe(_current)}");
                    Take();
                    break;
            }
        }

        JsonNode Close()
        {
            _openObjects--;
            return new JsonNode(JsonNodeKind.Object, TextSpan.FromBounds(open.Span.Start, _previousEnd), "") { Members = members.ToImmutable() };
        }
    }

    private JsonMember ReadMember(int depth)
    {
        var name = Take();
        if (name.Kind != JsonTokenKind.String)
        {
            Report(name.Span, $"the name {QuotedText.Of(name.Text)} must stand in double quotes");
        }

        if (_current.Kind == JsonTokenKind.Colon)
        {
            Take();
        }
        else
        {
            Report(_current.Span, $"':' and a value are missing after the name {QuotedText.Of(name.Text)}");
            if (_current.Kind is JsonTokenKind.Comma or JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket or JsonTokenKind.End)
            {
                return new JsonMember(name.Text, name.Span, Missing(name.Span.End));
            }
        }

        return new JsonMember(name.Text, name.Span, ReadValue(depth + 1));
    }

    private JsonNode ReadArray(int depth)
    {
        var items = ImmutableArray.CreateBuilder<JsonNode>();
        var open = Take();
        _openArrays++;
        while (true)
        {
            switch (_current.Kind)
            {
                case JsonTokenKind.CloseBracket:
                    Take();
                    return Close();
                case JsonTokenKind.End:
                    Report(_current.Span, $"']' is missing: the '[' of line {Line(open)} is never closed");
                    return Close();
                case JsonTokenKind.CloseBrace when _openObjects > 0:
                    Report(_current.Span, $"']' is missing before '}}': the '[' of line {Line(open)} is still open");
                    return Close();
                case JsonTokenKind.CloseBrace or JsonTokenKind.Colon or JsonTokenKind.Comma:
                    Report(_current.Span, $"a value was expected instead of {Describe(_current)}");
                    Take();
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
            return new JsonNode(JsonNodeKind.Array, TextSpan.FromBounds(open.Span.Start, _previousEnd), "") { Items = items.ToImmutable() };
        }
    }

    private void ReadSeparator(JsonTokenKind close)
    {
        if (_current.Kind == JsonTokenKind.Comma)
        {
            Take();
        }
        else if (_current.Kind is not (JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket or JsonTokenKind.End))
        {
            var mark = close == JsonTokenKind.CloseBrace ? "'}'" : "']'";
            Report(_current.Span, $"',' or {mark} is missing before {Describe(_current)}");
        }
    }

    // Without recursion, so that no depth can exhaust the compiler's stack.
    private JsonNode SkipTooDeep()
    {
        var start = _current.Span.Start;
        Report(_current.Span, $"objects and arrays are nested deeper than {MaxDepth} levels");
        var level = 0;
        do
        {
            level += _current.Kind switch
            {
                JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket => 1,
                JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket => -1,
                _ => 0,
            };
            Take();
        }
        while (level > 0 && _current.Kind != JsonTokenKind.End);
        return new JsonNode(JsonNodeKind.Missing, TextSpan.FromBounds(start, _previousEnd), "");
    }

    private JsonToken Take()
    {
        var taken = _current;
        _previousEnd = taken.Span.End;
        Advance();
        return taken;
    }

    private void Advance()
    {
        _tokensRead++;
        if (_tokensRead % 4096 == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }

        _current = _lexer.Next();
    }

    private void Report(TextSpan span, string message)
    {
        if (_errors.Count < MaxErrors && (_errors.Count == 0 || _errors[_errors.Count - 1].Span != span))
        {
            _errors.Add(new JsonError(span, message));
        }
    }

    private int Line(JsonToken token) => _source.Lines.GetLinePosition(token.Span.Start).Line + 1;

    private static string Describe(JsonToken token) => token.Kind == JsonTokenKind.End ? "the end of the file" : QuotedText.Of(token.Text);
}
