using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>Finds the registrations of clients by syntax alone.</summary>
internal static class RegistrationScan
{
    public const string MethodName = "AddHttpClient";

    /// <summary>Configures every client that the factory makes.</summary>
    public const string DefaultsName = "ConfigureHttpClientDefaults";

    public static bool IsWorthwhile(string text) => text.Contains(MethodName) || text.Contains(DefaultsName);

    public static ImmutableArray<RegistrationCandidate> Of(SyntaxNode root) =>
    [
        .. root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(invocation => SyntaxNames.OfCalled(invocation)?.Identifier.ValueText is MethodName or DefaultsName)
            .Select(Candidate),
    ];

    private static RegistrationCandidate Candidate(InvocationExpressionSyntax invocation)
    {
        if (SyntaxNames.OfCalled(invocation)?.Identifier.ValueText == DefaultsName)
        {
            return new RegistrationCandidate(invocation.Span, [], null, HasOtherName: false, IsGeneric: false) { IsForAll = true };
        }

        var chain = SyntaxNames.Chain(invocation).ToList();
        var types = chain.Select(SyntaxNames.OfCalled).OfType<GenericNameSyntax>().SelectMany(name => name.TypeArgumentList.Arguments).Select(SyntaxNames.OfType).ToImmutableArray();
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

        return new RegistrationCandidate(chain[chain.Count - 1].Span, types, name, other && name is null, types.Any(type => SyntaxNames.IsTypeParameter(invocation, type)))
        {
            HasInferredType = chain.Any(call => SyntaxNames.OfCalled(call) is IdentifierNameSyntax { Identifier.ValueText: "AddTypedClient" }),
        };
    }
}
