using System.Collections.Immutable;
using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Addresses;

/// <summary>
/// An address as it is written: its pieces in order, the <c>Uri</c> objects made of it, and the variables it went through. It tells what is there;
/// where that leads was resolved by the analyzer.
/// </summary>
internal sealed class AddressExpression
{
    public AddressExpression(
        ExpressionSyntax text,
        ImmutableArray<AddressPiece> pieces,
        ImmutableArray<BaseObjectCreationExpressionSyntax> uris,
        ImmutableArray<(ISymbol Variable, ExpressionSyntax Use)> variables,
        ImmutableArray<ISymbol> constants)
    {
        Text = text;
        Pieces = pieces;
        Uris = uris;
        Variables = variables;
        Constants = constants;
        var start = new StringBuilder();
        var shape = new StringBuilder();
        foreach (var piece in pieces)
        {
            HoleFollows |= piece.Text is null;
            start.Append(HoleFollows ? null : piece.Text);
            shape.Append(piece.Text ?? "{}");
        }

        Start = start.ToString();
        Shape = shape.ToString();
        Origin = Origin.Of(Start, HoleFollows);
    }

    /// <summary>The innermost text.</summary>
    public ExpressionSyntax Text { get; }

    public ImmutableArray<AddressPiece> Pieces { get; }

    /// <summary>The creations of <c>Uri</c> that the text goes through, the outermost first.</summary>
    public ImmutableArray<BaseObjectCreationExpressionSyntax> Uris { get; }

    /// <summary>The local variables that hold it on the way, and where they are read.</summary>
    public ImmutableArray<(ISymbol Variable, ExpressionSyntax Use)> Variables { get; }

    /// <summary>The constants whose text it begins with.</summary>
    public ImmutableArray<ISymbol> Constants { get; }

    /// <summary>The constant text it begins with.</summary>
    public string Start { get; }

    /// <summary>True if something unknown follows <see cref="Start"/>.</summary>
    public bool HoleFollows { get; }

    /// <summary>The whole, with <c>{}</c> for what is unknown.</summary>
    public string Shape { get; }

    /// <summary>Scheme and authority; null if it has none that is constant.</summary>
    public Origin? Origin { get; }

    public bool IsRelative => Origin.IsRelative(Start, HoleFollows);
}
