using Microsoft.CodeAnalysis;

namespace PointToPoint.CodeFixes.Rewriting.Addresses;

/// <summary>How a piece of an address stands in the code.</summary>
internal enum PieceKind
{
    /// <summary>Only run time knows it.</summary>
    Hole,

    /// <summary>A string literal, the format of <c>string.Format</c> included.</summary>
    Literal,

    /// <summary>Text inside an interpolated string.</summary>
    InterpolatedText,

    /// <summary>A constant between braces: <c>$"{BaseUrl}/x"</c>.</summary>
    InterpolatedConstant,

    /// <summary>The name of a constant: <c>BaseUrl + "/x"</c>.</summary>
    Constant,
}

/// <summary>A stretch of an address.</summary>
/// <param name="Kind">How it stands in the code.</param>
/// <param name="Text">Its text; null for a hole.</param>
/// <param name="Node">The node that holds it.</param>
internal sealed record AddressPiece(PieceKind Kind, string? Text, SyntaxNode Node);
