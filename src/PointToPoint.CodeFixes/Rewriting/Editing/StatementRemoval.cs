using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Editing;

/// <summary>Takes a statement away and leaves the comments around it where they stand.</summary>
internal static class StatementRemoval
{
    public static NodeEdit Of(StatementSyntax statement) => new(statement, current =>
    {
        var leading = Kept(current.GetLeadingTrivia(), statement);
        var trailing = current.GetTrailingTrivia();
        var hasTrailing = trailing.Any(IsComment);
        if (leading.Count == 0 && !hasTrailing)
        {
            return null;
        }

        // A statement without a token prints nothing but its trivia; the text is parsed anew in the end.
        return SyntaxFactory.EmptyStatement(SyntaxFactory.MissingToken(SyntaxKind.SemicolonToken))
            .WithLeadingTrivia(hasTrailing ? current.GetLeadingTrivia() : leading)
            .WithTrailingTrivia(hasTrailing ? trailing.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) : []);
    });

    /// <summary>The comments in front, up to the last one's line end; else the blank line that would set the next statement apart.</summary>
    private static SyntaxTriviaList Kept(SyntaxTriviaList leading, StatementSyntax statement)
    {
        var last = -1;
        for (var i = 0; i < leading.Count; i++)
        {
            if (IsComment(leading[i]) || leading[i].IsDirective)
            {
                last = i;
            }
        }

        if (last >= 0)
        {
            var end = last + 1 < leading.Count && leading[last + 1].IsKind(SyntaxKind.EndOfLineTrivia) ? last + 2 : last + 1;
            return [.. leading.Take(end)];
        }

        var blank = leading.TakeWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
        return blank.Count > 0 && Next(statement) is { } next && !(next.GetLeadingTrivia() is [var first, ..] && first.IsKind(SyntaxKind.EndOfLineTrivia)) ? [.. blank] : [];
    }

    private static StatementSyntax? Next(StatementSyntax statement) =>
        statement.Parent is BlockSyntax block && block.Statements.IndexOf(statement) + 1 is var next && next < block.Statements.Count ? block.Statements[next] : null;

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
}
