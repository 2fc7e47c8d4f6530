using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting.Addresses;

/// <summary>Cuts the origin off an address where it is written.</summary>
internal static class AddressRewriter
{
    /// <summary>The changes that leave the path and what follows it; empty if it can't be cut.</summary>
    public static ImmutableArray<NodeEdit> ToRequest(AddressExpression address, SemanticModel model)
    {
        if (address.Origin is not { } origin || AddressCut.Of(origin.Tail, address.HoleFollows, AddressUse.Request) is not { } cut || CutFirst(address, origin, cut, model) is not { } text)
        {
            return [];
        }

        text = text with { What = cut.ToString() };
        return address.Uris.IsEmpty ? [text] : [text, .. address.Uris.Select(MakeRelative)];
    }

    /// <summary>The text behind the origin, as an expression that may stand elsewhere; null if it can't be cut.</summary>
    public static ExpressionSyntax? ToPath(AddressExpression address, AddressUse use, SemanticModel model)
    {
        if (address.Origin is not { } origin || AddressCut.Of(origin.Tail, address.HoleFollows, use) is not { } cut || CutFirst(address, origin, cut, model) is not { } edit
            || !address.Text.FullSpan.Contains(edit.Node.FullSpan))
        {
            return null;
        }

        var path = edit.Node == address.Text
            ? edit.Change(edit.Node)
            : edit.Change(edit.Node) is { } changed ? address.Text.ReplaceNode(edit.Node, changed) : null;
        return (path as ExpressionSyntax)?.WithoutTrivia();
    }

    private static NodeEdit? CutFirst(AddressExpression address, Origin origin, AddressCut cut, SemanticModel model)
    {
        var first = address.Pieces[0];
        var remove = origin.Text.Length + cut.Drop;
        if (first.Text is not { } text || text.Length < remove)
        {
            return null;
        }

        var rest = cut.Prefix + text.Substring(remove);
        switch (first.Kind)
        {
            case PieceKind.InterpolatedText when first.Node.Parent is InterpolatedStringExpressionSyntax interpolated:
                return TextCutter.Interpolated(interpolated, remove, cut.Prefix) is null
                    ? null
                    : new NodeEdit(interpolated, current => TextCutter.Interpolated((InterpolatedStringExpressionSyntax)current, remove, cut.Prefix));
            case PieceKind.InterpolatedConstant when first.Node.Parent is InterpolatedStringExpressionSyntax interpolated:
                return TextCutter.InterpolatedConstant(interpolated, rest) is null
                    ? null
                    : new NodeEdit(interpolated, current => TextCutter.InterpolatedConstant((InterpolatedStringExpressionSyntax)current, rest));
            case PieceKind.Literal or PieceKind.Constant when rest.Length == 0 && SumOf(first.Node, model) is { } sum:
                return new NodeEdit(sum, current => ((BinaryExpressionSyntax)current).Right.WithLeadingTrivia(current.GetLeadingTrivia()).WithTrailingTrivia(current.GetTrailingTrivia()));
            case PieceKind.Literal when first.Node is LiteralExpressionSyntax literal:
                return TextCutter.Literal(literal, remove, cut.Prefix) is null
                    ? null
                    : new NodeEdit(literal, current => TextCutter.Literal((LiteralExpressionSyntax)current, remove, cut.Prefix));
            case PieceKind.Constant when TextCutter.Constant(rest) is { } constant:
                return new NodeEdit(first.Node, current => constant.WithTriviaFrom(current));
            default:
                return null;
        }
    }

    /// <summary>The sum whose left side falls away, if its right side is text by itself.</summary>
    private static BinaryExpressionSyntax? SumOf(SyntaxNode left, SemanticModel model) =>
        left.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && sum.Left == left
            && model.GetTypeInfo(sum.Right).Type?.SpecialType == SpecialType.System_String
            ? sum
            : null;

    /// <summary><c>new Uri("/x", UriKind.Relative)</c>: without the kind, Unix takes <c>/x</c> for a file.</summary>
    private static NodeEdit MakeRelative(BaseObjectCreationExpressionSyntax uri) => new(uri, current =>
    {
        var creation = (BaseObjectCreationExpressionSyntax)current;
        var arguments = creation.ArgumentList!.Arguments;
        var kind = RelativeKind();
        return arguments.Count > 1
            ? creation.WithArgumentList(creation.ArgumentList.WithArguments(arguments.Replace(arguments[1], arguments[1].WithExpression(kind.WithTriviaFrom(arguments[1].Expression)))))
            : creation.WithArgumentList(creation.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(
                [arguments[0].WithoutTrailingTrivia(), SyntaxFactory.Argument(kind).WithTrailingTrivia(arguments[0].GetTrailingTrivia())],
                [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)])));
    })
    {
        What = nameof(UriKind.Relative),
    };

    private static MemberAccessExpressionSyntax RelativeKind()
    {
        var name = (MemberAccessExpressionSyntax)SyntaxFactory.ParseExpression("global::System.UriKind.Relative");
        return name.WithExpression(name.Expression.WithAdditionalAnnotations(Simplifier.Annotation));
    }
}
