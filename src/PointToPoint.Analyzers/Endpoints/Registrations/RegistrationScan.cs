using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>Finds the registrations of one tree by syntax alone; a tree whose text lacks the word isn't even walked.</summary>
internal static class RegistrationScan
{
    public const string MethodName = "AddHttpClient";

    public static ImmutableArray<RegistrationCandidate> Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!tree.GetText(cancellation).ToString().Contains(MethodName))
        {
            return [];
        }

        return
        [
            .. tree.GetRoot(cancellation).DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Where(invocation => SimpleName(invocation.Expression)?.Identifier.ValueText == MethodName)
                .Select(Candidate),
        ];
    }

    /// <summary>The calls that are chained behind this one, it included, the outermost last.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Chain(InvocationExpressionSyntax invocation)
    {
        for (var next = invocation; next is not null; next = next.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access && access.Expression == next ? outer : null)
        {
            yield return next;
        }
    }

    private static RegistrationCandidate Candidate(InvocationExpressionSyntax invocation)
    {
        var types = Chain(invocation)
            .Select(call => SimpleName(call.Expression))
            .OfType<GenericNameSyntax>()
            .SelectMany(name => name.TypeArgumentList.Arguments)
            .Select(SimpleNameOf)
            .ToImmutableArray();
        string? name = null;
        var other = false;
        foreach (var argument in invocation.ArgumentList.Arguments)
        {
            switch (argument.Expression)
            {
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                    name = literal.Token.ValueText;
                    break;
                case not AnonymousFunctionExpressionSyntax:
                    other = true;
                    break;
            }
        }

        return new RegistrationCandidate(invocation.Span, types, name, other && name is null);
    }

    private static SimpleNameSyntax? SimpleName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    private static string SimpleNameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        _ => "",
    };
}
