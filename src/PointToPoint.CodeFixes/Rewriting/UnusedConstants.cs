using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Editing;

namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>Removes constants that nothing names any more, since the addresses that did begin with their text.</summary>
internal static class UnusedConstants
{
    public static IEnumerable<(Document Document, SyntaxEdit Edit)> Remove(IEnumerable<RoutePlan> plans, CancellationToken cancellation)
    {
        foreach (var group in plans.SelectMany(plan => plan.Inlined).GroupBy(each => each.Constant, SymbolEqualityComparer.Default))
        {
            var type = group.First().Type;
            if (type.References(group.Key!, cancellation).All(reference => group.Any(each => each.Use.SyntaxTree == reference.Name.SyntaxTree && each.Use.Span.Contains(reference.Name.Span)))
                && Declaration(group.Key!, cancellation) is { } declaration)
            {
                yield return (type.PartOf(declaration).Document, declaration is StatementSyntax statement ? StatementRemoval.Of(statement) : MemberRemoval.Of((MemberDeclarationSyntax)declaration));
            }
        }
    }

    private static SyntaxNode? Declaration(ISymbol constant, CancellationToken cancellation)
    {
        if (constant.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration })
        {
            return null;
        }

        return declaration.Parent switch
        {
            LocalDeclarationStatementSyntax local => local,

            // A constant that says something besides its text may be kept on purpose, and the compiler doesn't mind.
            FieldDeclarationSyntax field when constant.DeclaredAccessibility == Accessibility.Private && field.AttributeLists.Count == 0
                && (constant is IFieldSymbol { IsConst: false } || !field.GetLeadingTrivia().Any(IsComment)) => field,
            _ => null,
        };
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
