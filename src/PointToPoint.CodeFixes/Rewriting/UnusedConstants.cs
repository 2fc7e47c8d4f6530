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
        var removed = new Dictionary<ISymbol, (TypeParts Type, SyntaxNode Declaration)>(SymbolEqualityComparer.Default);
        var inlined = plans.SelectMany(plan => plan.Inlined).ToList();
        var candidates = new Queue<(TypeParts Type, ISymbol Constant)>(inlined.Select(each => (each.Type, each.Constant)));
        while (candidates.Count > 0)
        {
            var (type, constant) = candidates.Dequeue();
            if (removed.ContainsKey(constant) || Declaration(constant, cancellation) is not { } declaration
                || !type.References(constant, cancellation).All(reference => IsGone(reference.Name)))
            {
                continue;
            }

            removed.Add(constant, (type, declaration));

            // One constant may be all that another was for.
            var model = type.PartOf(declaration).Model;
            foreach (var name in declaration.DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (model.GetSymbolInfo(name, cancellation).Symbol is IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true } && model.GetSymbolInfo(name, cancellation).Symbol is { } other)
                {
                    candidates.Enqueue((type, other));
                }
            }
        }

        return removed.Values.Select(each => (
            each.Type.PartOf(each.Declaration).Document,
            (SyntaxEdit)(each.Declaration is StatementSyntax statement ? StatementRemoval.Of(statement) : MemberRemoval.Of((MemberDeclarationSyntax)each.Declaration))));

        bool IsGone(SyntaxNode name) =>
            inlined.Any(each => each.Use.SyntaxTree == name.SyntaxTree && each.Use.Span.Contains(name.Span))
            || removed.Values.Any(each => each.Declaration.SyntaxTree == name.SyntaxTree && each.Declaration.Span.Contains(name.Span));
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
