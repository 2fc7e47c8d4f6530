using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Editing;

/// <summary>Takes a field away, with the comment that describes it; directives and comments set apart from it stay.</summary>
internal static class MemberRemoval
{
    public static NodeEdit Of(MemberDeclarationSyntax member) => new(member, current =>
    {
        var leading = current.GetLeadingTrivia();
        if (!leading.Any(trivia => trivia.IsDirective))
        {
            return null;
        }

        // A member without a token prints nothing but its trivia; the text is parsed anew in the end.
        var last = leading.ToList().FindLastIndex(trivia => trivia.IsDirective);
        return SyntaxFactory.IncompleteMember().WithLeadingTrivia(leading.Take(last + 1));
    });
}
