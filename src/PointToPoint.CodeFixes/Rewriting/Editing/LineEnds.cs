using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PointToPoint.CodeFixes.Rewriting.Editing;

/// <summary>Line ends of new code: marked, so that they become the document's own and no other line end is touched.</summary>
internal static class LineEnds
{
    private static readonly SyntaxAnnotation _mark = new("PointToPoint.LineEnd");

    /// <summary>One that the formatter may move.</summary>
    public static SyntaxTrivia Elastic { get; } = SyntaxFactory.ElasticLineFeed.WithAdditionalAnnotations(_mark);

    /// <summary>One that stays: of a blank line.</summary>
    public static SyntaxTrivia Fixed { get; } = SyntaxFactory.LineFeed.WithAdditionalAnnotations(_mark);

    public static SyntaxNode Resolve(SyntaxNode root, string newLine) => root.ReplaceTrivia(
        root.GetAnnotatedTrivia(_mark),
        (_, trivia) => trivia.HasAnnotation(SyntaxAnnotation.ElasticAnnotation) ? SyntaxFactory.ElasticEndOfLine(newLine) : SyntaxFactory.EndOfLine(newLine));
}
