using System.Collections.Immutable;

using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>What a <see cref="JsonNode"/> is.</summary>
internal enum JsonNodeKind
{
    /// <summary>Nothing readable stands where a value should.</summary>
    Missing,
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}

/// <summary>A JSON value with its place in the text.</summary>
internal sealed class JsonNode(JsonNodeKind kind, TextSpan span, string text)
{
    public JsonNodeKind Kind { get; } = kind;

    /// <summary>The whole value, quotes and brackets included.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The decoded text of a string; a number or word as it is written; empty for objects, arrays and what is missing.</summary>
    public string Text { get; } = text;

    /// <summary>Members of an object in the order of the text, repeated names included.</summary>
    public ImmutableArray<JsonMember> Members { get; init; } = [];

    /// <summary>Elements of an array.</summary>
    public ImmutableArray<JsonNode> Items { get; init; } = [];

    /// <summary>The value of the first member of exactly this name; null if there is none.</summary>
    public JsonNode? Find(string name)
    {
        foreach (var member in Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member.Value;
            }
        }

        return null;
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Name">The decoded name.</param>
/// <param name="NameSpan">The name with its quotes.</param>
/// <param name="Value">The value; of kind <see cref="JsonNodeKind.Missing"/> where the text has none.</param>
internal sealed record JsonMember(string Name, TextSpan NameSpan, JsonNode Value);

/// <summary>Damage in the text.</summary>
/// <param name="Span">Where; empty at the end of the text.</param>
/// <param name="Message">What is wrong and what was expected, without a full stop.</param>
internal readonly record struct JsonError(TextSpan Span, string Message);

/// <summary>What <see cref="JsonReader"/> made of a text.</summary>
/// <param name="Root">The value; of kind <see cref="JsonNodeKind.Missing"/> if nothing was readable.</param>
/// <param name="Errors">All damage in the order of the text; empty exactly if the text is JSON with comments and trailing commas.</param>
/// <param name="TokensRead">The work done: never more than the text has characters, plus one for its end.</param>
internal sealed record JsonDocumentNode(JsonNode Root, ImmutableArray<JsonError> Errors, int TokensRead);
