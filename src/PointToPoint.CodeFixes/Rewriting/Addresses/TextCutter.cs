using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Addresses;

/// <summary>
/// Cuts characters off the front of text as it is written, so that the escapes, the kind of quotes and everything behind stay as they are.
/// </summary>
internal static class TextCutter
{
    /// <summary>The literal without its first characters and with others in their place; null if it can't be cut where it is written.</summary>
    public static ExpressionSyntax? Literal(LiteralExpressionSyntax literal, int remove, string insert)
    {
        var token = literal.Token;
        if (token.Kind() is not (SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken))
        {
            return null;
        }

        // The literal of string.Format is cut as a whole: only its front matters.
        var start = token.Text.IndexOf('"') + 1;
        while (token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) && token.Text[start] == '"')
        {
            start++;
        }

        if (string.CompareOrdinal(token.Text, start, token.ValueText, 0, remove) != 0 || token.Text.Length < start + remove)
        {
            return null;
        }

        var rest = insert + token.Text.Substring(start + remove);
        var text = token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) && rest[0] == '"' ? "\"\"" : token.Text.Substring(0, start) + rest;
        return SyntaxFactory.ParseExpression(text).WithTriviaFrom(literal);
    }

    /// <summary>The interpolated string whose first content is cut; null if it can't be.</summary>
    public static InterpolatedStringExpressionSyntax? Interpolated(InterpolatedStringExpressionSyntax interpolated, int remove, string insert)
    {
        if (interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken) || interpolated.Contents is not [InterpolatedStringTextSyntax first, ..])
        {
            return null;
        }

        var token = first.TextToken;
        if (string.CompareOrdinal(token.Text, 0, token.ValueText, 0, remove) != 0 || token.Text.Length < remove)
        {
            return null;
        }

        return WithFirst(interpolated, insert + token.Text.Substring(remove));
    }

    /// <summary>The interpolated string whose first hole is replaced by text; null if the text would need escapes.</summary>
    public static ExpressionSyntax? InterpolatedConstant(InterpolatedStringExpressionSyntax interpolated, string text)
    {
        if (interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken) || NeedsEscape(text))
        {
            return null;
        }

        var changed = WithFirst(interpolated, text);

        // Without a hole left, $ says nothing any more.
        return changed.StringStartToken.Text == "$\"" && changed.Contents.All(content => content is InterpolatedStringTextSyntax { TextToken.Text: var plain } && plain.IndexOfAny(['{', '}']) < 0)
            ? SyntaxFactory.ParseExpression("\"" + changed.Contents + "\"").WithTriviaFrom(interpolated)
            : changed;
    }

    /// <summary>A literal for text that stood behind a name; null if it would need escapes.</summary>
    public static ExpressionSyntax? Constant(string text) =>
        NeedsEscape(text) ? null : SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    private static bool NeedsEscape(string text) => text.Any(c => c is '"' or '\\' or '{' or '}' || char.IsControl(c));

    private static InterpolatedStringExpressionSyntax WithFirst(InterpolatedStringExpressionSyntax interpolated, string text)
    {
        var rest = interpolated.Contents.RemoveAt(0);
        return interpolated.WithContents(text.Length == 0 ? rest : rest.Insert(0, SyntaxFactory.InterpolatedStringText(
            SyntaxFactory.Token(SyntaxTriviaList.Empty, SyntaxKind.InterpolatedStringTextToken, text, text, SyntaxTriviaList.Empty))));
    }
}
