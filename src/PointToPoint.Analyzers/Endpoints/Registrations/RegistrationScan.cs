using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Registrations;

/// <summary>Finds the registrations of clients by syntax alone.</summary>
internal static class RegistrationScan
{
    public const string MethodName = "AddHttpClient";

    /// <summary>The method that adds a typed client to a registration.</summary>
    public const string TypedClient = "AddTypedClient";

    /// <summary>Register an interface whose client Refit makes, the second under a key, or RestEase.</summary>
    public static readonly ImmutableArray<string> RefitNames = ["AddRefitClient", "AddKeyedRefitClient", "AddRefitGeneratedClient", "AddRestEaseClient", "UseWithRestEaseClient"];

    /// <summary>Configures every client that the factory makes.</summary>
    public const string DefaultsName = "ConfigureHttpClientDefaults";

    // What these bind besides, the catalog knows and tells.
    private static readonly ImmutableArray<string> _ofCatalog = ["AddMaskinportenHttpClient"];

    /// <summary>True for what a package may call a method that registers a client as it wants one, by way of the factory: <c>AddSecureHttpClient</c>, <c>AddResilientHttpClient&lt;ErpClient></c>.</summary>
    public static bool IsNamedAlike(string name) => name.Length > MethodName.Length && name.StartsWith("Add", StringComparison.Ordinal) && name.EndsWith("HttpClient", StringComparison.Ordinal) && !_ofCatalog.Contains(name);

    /// <summary>True if a text has a longer name that ends as theirs do, and is called: most that mention HttpClient only make one.</summary>
    private static bool MayBeAlike(string text)
    {
        const string Ending = "HttpClient";
        for (var at = text.IndexOf(Ending, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Ending, at + Ending.Length, StringComparison.Ordinal))
        {
            if (at > 0 && at + Ending.Length < text.Length && text[at + Ending.Length] is '(' or '<' && char.IsLetterOrDigit(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsWorthwhile(string text) => text.Contains(MethodName) || MayBeAlike(text) || text.Contains(DefaultsName) || RefitNames.Any(text.Contains);

    public static ImmutableArray<RegistrationCandidate> Of(SyntaxNode root) =>
    [
        .. root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(invocation => SyntaxNames.OfCalled(invocation)?.Identifier.ValueText is { } name && (name is MethodName or DefaultsName || IsNamedAlike(name) || RefitNames.Contains(name)))
            .Select(Candidate),
    ];

    private static RegistrationCandidate Candidate(InvocationExpressionSyntax invocation)
    {
        if (SyntaxNames.OfCalled(invocation)?.Identifier.ValueText == DefaultsName)
        {
            return new RegistrationCandidate(invocation.Span, [], null, HasOtherName: false, IsGeneric: false) { IsForAll = true };
        }

        var chain = SyntaxNames.Chain(invocation).ToList();
        var types = chain.SelectMany(TypesOf).Select(SyntaxNames.OfType).ToImmutableArray();
        string? name = null;
        var other = false;
        foreach (var argument in invocation.ArgumentList.Arguments)
        {
            switch (argument.Expression)
            {
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                    name = literal.Token.ValueText;
                    break;
                case not (AnonymousFunctionExpressionSyntax or TypeOfExpressionSyntax):
                    other = true;
                    break;
            }
        }

        return new RegistrationCandidate(chain[chain.Count - 1].Span, types, name, other && name is null, IsOfVariable(invocation) || types.Any(type => SyntaxNames.IsTypeParameter(invocation, type)))
        {
            HasInferredType = chain.Any(call => SyntaxNames.OfCalled(call) is { Identifier.ValueText: TypedClient } called && (called is IdentifierNameSyntax || call.ArgumentList.Arguments.Count > 0)),
        };
    }

    /// <summary>True if a variable says which interface is registered.</summary>
    private static bool IsOfVariable(InvocationExpressionSyntax call) => SyntaxNames.OfCalled(call) is IdentifierNameSyntax { Identifier.ValueText: var name } && RefitNames.Contains(name)
        && call.ArgumentList.Arguments.FirstOrDefault()?.Expression is IdentifierNameSyntax;

    private static IEnumerable<TypeSyntax> TypesOf(InvocationExpressionSyntax call) => SyntaxNames.OfCalled(call) switch
    {
        GenericNameSyntax generic => generic.TypeArgumentList.Arguments,
        { Identifier.ValueText: var name } when RefitNames.Contains(name) => call.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().Select(type => type.Type),
        _ => [],
    };
}
