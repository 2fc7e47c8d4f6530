using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Returns that never run for what a call is given: <c>if (second == null) return first;</c> where the caller hands an object over.</summary>
internal static class GivenObjects
{
    public static bool RuleOut(ReturnStatementSyntax statement, ISymbol method, Frame frame) =>
        (statement.Parent is BlockSyntax block ? block.Parent : statement.Parent) is IfStatementSyntax { Condition: var condition, Statement: var guarded } && guarded.Span.Contains(statement.Span)
        && Asked(condition) is { } name && method is IMethodSymbol { Parameters: var parameters } && parameters.FirstOrDefault(parameter => parameter.Name == name) is { } asked
        && frame.Arguments.TryGetValue(asked, out var given) && IsObject(given);

    /// <summary>The name of what a condition asks to be null; null if it asks for anything else.</summary>
    private static string? Asked(ExpressionSyntax condition) => MissingNames.Bare(condition) switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax name, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } => name.Identifier.ValueText,
        IsPatternExpressionSyntax { Expression: IdentifierNameSyntax name, Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } => name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsObject(Place place)
    {
        for (var hops = 0; hops < Limits.Hops; hops++)
        {
            switch (place.Operation.Bare())
            {
                case IObjectCreationOperation or IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax }:
                    return true;
                case IParameterReferenceOperation { Parameter: var parameter } when place.Frame.Arguments.TryGetValue(parameter, out var given):
                    place = given;
                    break;
                case ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declared] }:
                    return declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax };
                default:
                    return false;
            }
        }

        return false;
    }
}
