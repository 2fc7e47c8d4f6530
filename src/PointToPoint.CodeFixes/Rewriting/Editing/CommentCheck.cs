using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PointToPoint.CodeFixes.Rewriting.Editing;

/// <summary>A change that loses a comment isn't made: what a person wrote may be moved, never dropped.</summary>
internal static class CommentCheck
{
    /// <summary>Those of the changed documents that have fewer comments of some text than before.</summary>
    public static async Task<List<DocumentId>> LosingAsync(Solution before, Solution after, IEnumerable<DocumentId> changed, CancellationToken cancellation)
    {
        var losing = new List<DocumentId>();
        foreach (var id in changed)
        {
            var old = await CommentsAsync(before, id, cancellation).ConfigureAwait(false);
            var now = await CommentsAsync(after, id, cancellation).ConfigureAwait(false);
            if (old.Any(comment => comment.Count() > now[comment.Key].Count()))
            {
                losing.Add(id);
            }
        }

        return losing;
    }

    /// <summary>By text, without the white space that a new indentation changes.</summary>
    private static async Task<ILookup<string, SyntaxTrivia>> CommentsAsync(Solution solution, DocumentId id, CancellationToken cancellation)
    {
        var root = await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return (root?.DescendantTrivia() ?? []).Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            .ToLookup(trivia => string.Concat(trivia.ToString().Where(character => !char.IsWhiteSpace(character))), StringComparer.Ordinal);
    }
}
