using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Editing;

/// <summary>Comments inside code that goes away are put before the statement or member that it was part of.</summary>
internal static class MovedComments
{
    /// <summary>The change that saves them; null if there are none.</summary>
    /// <param name="removed">The node that goes away.</param>
    /// <param name="kept">Nodes inside it that are written elsewhere, with their comments.</param>
    public static NodeEdit? Of(SyntaxNode removed, IReadOnlyCollection<SyntaxNode> kept)
    {
        var comments = removed.DescendantTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                && removed.Span.Contains(trivia.Span) && !kept.Any(node => node.Span.Contains(trivia.Span)))
            .ToList();
        var owner = removed.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax or StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax });
        return comments.Count == 0 || owner is null ? null : new NodeEdit(owner, current =>
        {
            var leading = current.GetLeadingTrivia();
            var indentation = leading.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

            // What isn't indented has no such trivia, and an empty one is none.
            var between = indentation.RawKind == 0 ? new[] { LineEnds.Fixed } : [LineEnds.Fixed, indentation];
            return current.WithLeadingTrivia(leading.AddRange(comments.SelectMany(comment => between.Prepend(comment))));
        });
    }
}
