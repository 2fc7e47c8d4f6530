using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>What a <see cref="JsonToken"/> is.</summary>
internal enum JsonTokenKind
{
    End,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Colon,
    Comma,
    String,
    Number,
    True,
    False,
    Null,

    /// <summary>A run of characters that JSON has no meaning for.</summary>
    Word,
}

/// <summary>The smallest piece of JSON.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its place in the text.</param>
/// <param name="Text">A string's decoded text; anything else as it is written.</param>
internal readonly record struct JsonToken(JsonTokenKind Kind, TextSpan Span, string Text);
