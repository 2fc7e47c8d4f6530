using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>A class, struct, record or interface with the names it derives from.</summary>
internal sealed record DeclaredType(string Name, ImmutableArray<string> Bases, TextSpan Span);

/// <summary>A method that hands something its caller gave it on to other methods: by name, all that syntax tells.</summary>
internal sealed record HandingMethod(string Name, ImmutableArray<string> Calls);

/// <summary>What a tree declares.</summary>
internal sealed record TreeNames(ImmutableArray<DeclaredType> Types, ImmutableArray<HandingMethod> Methods)
{
    public static TreeNames Of(SyntaxNode root)
    {
        var types = ImmutableArray.CreateBuilder<DeclaredType>();
        var methods = ImmutableArray.CreateBuilder<HandingMethod>();
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case TypeDeclarationSyntax { BaseList.Types.Count: > 0 } type:
                    types.Add(new DeclaredType(type.Identifier.ValueText, [.. type.BaseList.Types.Select(parent => SyntaxNames.OfType(parent.Type))], type.Span));
                    break;
                case MethodDeclarationSyntax method when HandedCalls(method, method.ParameterList, IsGeneric(method)) is { IsEmpty: false } calls:
                    methods.Add(new HandingMethod(method.Identifier.ValueText, calls));
                    break;
                case LocalFunctionStatementSyntax local when HandedCalls(local, local.ParameterList, local.TypeParameterList is not null) is { IsEmpty: false } calls:
                    methods.Add(new HandingMethod(local.Identifier.ValueText, calls));
                    break;
            }
        }

        return new TreeNames(types.ToImmutable(), methods.ToImmutable());
    }

    private static bool IsGeneric(MethodDeclarationSyntax method) =>
        method.TypeParameterList is not null || method.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.TypeParameterList is not null);

    /// <summary>Names of the calls in a method that get a parameter, or a local made of one; every call, where the method depends on type arguments.</summary>
    private static ImmutableArray<string> HandedCalls(SyntaxNode method, ParameterListSyntax parameters, bool isGeneric)
    {
        if (parameters.Parameters.Count == 0 && !isGeneric)
        {
            return [];
        }

        var given = new HashSet<string>(parameters.Parameters.Select(parameter => parameter.Identifier.ValueText), StringComparer.Ordinal);
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var node in method.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } declarator when Mentions(value, given):
                    given.Add(declarator.Identifier.ValueText);
                    break;
                case AssignmentExpressionSyntax assignment when Mentions(assignment.Right, given) && RootName(assignment.Left) is { } changed:
                    given.Add(changed);
                    break;
                case ForEachStatementSyntax loop when Mentions(loop.Expression, given):
                    given.Add(loop.Identifier.ValueText);
                    break;
                case SingleVariableDesignationSyntax designation:
                    given.Add(designation.Identifier.ValueText);
                    break;
                case InvocationExpressionSyntax invocation when SyntaxNames.OfCalled(invocation) is { } called && (isGeneric || Mentions(invocation, given)):
                    if (!names.Contains(called.Identifier.ValueText))
                    {
                        names.Add(called.Identifier.ValueText);
                    }

                    break;
            }
        }

        return names.ToImmutable();
    }

    private static bool Mentions(SyntaxNode node, HashSet<string> names) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText));

    private static string? RootName(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => RootName(access.Expression),
        ElementAccessExpressionSyntax access => RootName(access.Expression),
        _ => null,
    };
}
