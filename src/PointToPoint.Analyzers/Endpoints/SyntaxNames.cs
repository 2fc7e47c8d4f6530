using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Names as they are written, for the scans that read syntax alone.</summary>
internal static class SyntaxNames
{
    /// <summary>The name of the called method; null if it isn't called by a name.</summary>
    public static SimpleNameSyntax? OfCalled(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    /// <summary>The last part of a type's name, without type arguments; empty if it has none.</summary>
    public static string OfType(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => OfType(nullable.ElementType),
        _ => "",
    };

    /// <summary>The last name of an expression that is made of names; null for any other.</summary>
    public static string? Last(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>True if a name is that of a type parameter where it stands.</summary>
    public static bool IsTypeParameter(SyntaxNode at, string name) => at.Ancestors()
        .Select(node => node switch
        {
            MethodDeclarationSyntax method => method.TypeParameterList,
            LocalFunctionStatementSyntax local => local.TypeParameterList,
            TypeDeclarationSyntax type => type.TypeParameterList,
            _ => null,
        })
        .Any(list => list is not null && list.Parameters.Any(parameter => parameter.Identifier.ValueText == name));

    /// <summary>The calls that are chained behind this one, it included, the outermost last.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Chain(InvocationExpressionSyntax invocation)
    {
        for (var next = invocation; next is not null; next = next.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access && access.Expression == next ? outer : null)
        {
            yield return next;
        }
    }

    /// <summary>An argument by name, else by position; null if there is none.</summary>
    public static ArgumentSyntax? Argument(ArgumentListSyntax list, string name, int position) =>
        list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
            ?? (position < list.Arguments.Count && list.Arguments[position].NameColon is null ? list.Arguments[position] : null);
}
