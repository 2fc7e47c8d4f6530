using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>The type that <c>new(…)</c> takes from where it stands, as far as syntax tells.</summary>
internal static class TargetTypes
{
    /// <summary>Null if only binding tells.</summary>
    public static TypeSyntax? Of(ImplicitObjectCreationExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => declaration.Type,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Type,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method.ReturnType,
        ArrowExpressionClauseSyntax { Parent: LocalFunctionStatementSyntax function } => function.ReturnType,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Type,
        ReturnStatementSyntax => OfFunction(creation.Ancestors().FirstOrDefault(parent => parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax or AccessorDeclarationSyntax)),
        LambdaExpressionSyntax lambda => OfFunction(lambda),
        AssignmentExpressionSyntax { Left: var target } assignment when assignment.Right == creation => OfMember(target),
        InitializerExpressionSyntax { Parent: ArrayCreationExpressionSyntax array } => array.Type.ElementType,
        InitializerExpressionSyntax { Parent: ObjectCreationExpressionSyntax { Type: GenericNameSyntax { TypeArgumentList.Arguments: [var element] } } } => element,
        _ => null,
    };

    private static TypeSyntax? OfFunction(SyntaxNode? function) => function switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax local => local.ReturnType,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Type,

        // AddScoped<IErpClient, ErpClient>(sp => new(…)): what it makes is the last of the types.
        AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } when SyntaxNames.OfCalled(call) is GenericNameSyntax generic =>
            generic.TypeArgumentList.Arguments.LastOrDefault(),
        _ => null,
    };

    /// <summary>The declared type of a field or property that the class around it has.</summary>
    private static TypeSyntax? OfMember(ExpressionSyntax target)
    {
        var name = target switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var member } => member,
            _ => null,
        };
        return name is null ? null : target.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.Select(member => member switch
        {
            FieldDeclarationSyntax field when field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name) => field.Declaration.Type,
            PropertyDeclarationSyntax property when property.Identifier.ValueText == name => property.Type,
            _ => null,
        }).FirstOrDefault(type => type is not null);
    }
}
