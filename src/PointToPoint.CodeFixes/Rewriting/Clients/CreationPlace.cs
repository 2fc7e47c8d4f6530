using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Where the expression that makes a client stands.</summary>
/// <param name="Variable">The node that declares what it initialises: a declarator or a property; null if it initialises nothing.</param>
/// <param name="Statement">The statement after which others may follow; null if there is none.</param>
/// <param name="Target">How the client is named in those; null if it has no name.</param>
internal sealed record CreationPlace(SyntaxNode? Variable, StatementSyntax? Statement, string? Target)
{
    /// <summary>True for an initialiser of a field or property.</summary>
    public bool IsMemberInitializer => Variable is PropertyDeclarationSyntax or { Parent.Parent: FieldDeclarationSyntax };

    /// <summary>Whether statements can follow the creation, before anything else happens to the client.</summary>
    public bool TakesStatements => Target is not null && (Statement is not null || IsMemberInitializer);

    public static CreationPlace Of(ExpressionSyntax creation)
    {
        var value = creation.Whole();
        switch (value.Parent)
        {
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return new CreationPlace(property, null, property.Identifier.ValueText);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                var declaration = declarator.Parent!.Parent;
                return new CreationPlace(
                    declarator,
                    declaration is LocalDeclarationStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } local && local.Declaration.Variables.Count == 1 ? local : null,
                    declaration is LocalDeclarationStatementSyntax or FieldDeclarationSyntax ? declarator.Identifier.Text : null);
            case AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } assignment
                when assignment.Right == value && assignment.Kind() == Microsoft.CodeAnalysis.CSharp.SyntaxKind.SimpleAssignmentExpression:
                return new CreationPlace(null, statement, assignment.Left.ToString());
            default:
                return new CreationPlace(null, null, null);
        }
    }
}
