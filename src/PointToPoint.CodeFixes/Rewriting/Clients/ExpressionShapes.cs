using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Looks through what stands around an expression without changing its value.</summary>
internal static class ExpressionShapes
{
    /// <summary>Without parentheses, <c>!</c> and casts around it.</summary>
    public static ExpressionSyntax Bare(this ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed.Operand;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>The outermost expression that has the same value: with <c>this.</c>, parentheses, <c>!</c> and casts around it.</summary>
    public static ExpressionSyntax Whole(this ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression.Parent)
            {
                case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } access when access.Name == expression:
                    expression = access;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed;
                    break;
                case CastExpressionSyntax cast when cast.Expression == expression:
                    expression = cast;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>True if the variable of this name is assigned, incremented or handed out by reference here.</summary>
    public static bool IsWritten(this IdentifierNameSyntax name)
    {
        var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        return whole.Whole().Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole.Whole(),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax => true,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression)
                || prefix.IsKind(SyntaxKind.AddressOfExpression),
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
            _ => whole.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax deconstruction } tuple } && deconstruction.Left == tuple,
        };
    }

    /// <summary>A name for the value of an expression, if it is one: <c>x</c>, <c>this.x</c>.</summary>
    public static SimpleNameSyntax? Name(this ExpressionSyntax expression) => expression.Bare() switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax } access => access.Name,
        _ => null,
    };
}
