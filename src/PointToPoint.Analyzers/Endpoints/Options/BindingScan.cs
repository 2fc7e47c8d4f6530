using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>Finds by syntax alone where options classes are bound: <c>Configure&lt;T&gt;</c>, <c>AddOptions&lt;T&gt;</c>, <c>Get&lt;T&gt;</c>, <c>Bind</c>.</summary>
internal static class BindingScan
{
    private static readonly ImmutableArray<string> _methods = ["Configure", "PostConfigure", "AddOptions", "AddOptionsWithValidateOnStart", "Get", "Bind"];

    public static bool IsWorthwhile(string text) =>
        text.Contains("Configure<") || text.Contains("AddOptions") || text.Contains(".Bind(") || text.Contains(".Get<");

    public static ImmutableArray<BindingCandidate> Of(SyntaxNode root)
    {
        var candidates = ImmutableArray.CreateBuilder<BindingCandidate>();
        foreach (var invocation in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            switch (SyntaxNames.OfCalled(invocation))
            {
                case GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } arguments } generic when _methods.Contains(generic.Identifier.ValueText):
                    var name = SyntaxNames.OfType(arguments[0]);
                    candidates.Add(new BindingCandidate(SyntaxNames.Chain(invocation).Last().Span, name, SyntaxNames.IsTypeParameter(invocation, name)));
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: "Bind" }:
                    candidates.Add(new BindingCandidate(invocation.Span, null));
                    break;
            }
        }

        return candidates.ToImmutable();
    }
}
