using System.Collections.Immutable;

using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>
/// Turns what an object initialiser sets into statements that set it on a variable, since what the gateway hands out can't have an initialiser. The
/// base address is left out.
/// </summary>
internal static class InitializerStatements
{
    /// <summary>Makers of the statements, given the variable's name; null if one of the settings has no statement.</summary>
    public static ImmutableArray<Func<string, string>>? Of(InitializerExpressionSyntax? initializer)
    {
        var statements = ImmutableArray.CreateBuilder<Func<string, string>>();
        return initializer is null || Add(initializer, "", statements) ? statements.ToImmutable() : null;
    }

    private static bool Add(InitializerExpressionSyntax initializer, string path, ImmutableArray<Func<string, string>>.Builder statements)
    {
        foreach (var expression in initializer.Expressions)
        {
            if (!Add(expression, path, statements))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Add(ExpressionSyntax expression, string path, ImmutableArray<Func<string, string>>.Builder statements)
    {
        switch (expression)
        {
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "BaseAddress" } } when path.Length == 0:
                return true;
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name, Right: InitializerExpressionSyntax nested }:
                return !IsHost(name) && !Headers.SetsHost(nested) && Add(nested, path + "." + name.Identifier.Text, statements);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name, Right: var value }:
                if (IsHost(name))
                {
                    return false;
                }

                var member = path + "." + name.Identifier.Text;
                statements.Add(target => $"{target}{member} = {value.ToString()};");
                return true;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } element when path.Length > 0:
                statements.Add(target => $"{target}{path}.Add({element.Expressions.ToString()});");
                return true;
            case not AssignmentExpressionSyntax when path.Length > 0:
                statements.Add(target => $"{target}{path}.Add({expression.ToString()});");
                return true;
            default:
                return false;
        }
    }

    private static bool IsHost(IdentifierNameSyntax name) => name.Identifier.ValueText == "Host";
}
