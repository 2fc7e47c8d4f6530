using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>Finds by syntax alone where options classes are bound: <c>Configure&lt;T&gt;</c>, <c>AddOptions&lt;T&gt;</c>, <c>Get&lt;T&gt;</c>, <c>Bind</c>, and the classes that configure them.</summary>
internal static class BindingScan
{
    private static readonly ImmutableArray<string> _methods =
        ["Configure", "ConfigureAll", "PostConfigure", "PostConfigureAll", "AddOptions", "AddOptionsWithValidateOnStart", "Get", "Bind"];

    // The class is that of an argument, or of the builder in a variable.
    private static readonly ImmutableArray<string> _inferring = ["Bind", "BindConfiguration", "Configure", "ConfigureAll", "PostConfigure", "PostConfigureAll"];

    private static readonly ImmutableArray<string> _setups = ["IConfigureOptions", "IConfigureNamedOptions", "IPostConfigureOptions"];

    public static bool IsWorthwhile(string text) =>
        text.Contains("onfigure<") || text.Contains("AddOptions") || text.Contains(".Bind(") || text.Contains(".Get<") || text.Contains("onfigure(") || text.Contains("onfigureAll")
        || text.Contains(".BindConfiguration(");

    public static ImmutableArray<BindingCandidate> Of(SyntaxNode root)
    {
        var candidates = ImmutableArray.CreateBuilder<BindingCandidate>();
        foreach (var invocation in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            switch (SyntaxNames.OfCalled(invocation))
            {
                case GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } arguments } generic when _methods.Contains(generic.Identifier.ValueText):
                    var name = SyntaxNames.OfType(arguments[0]);

                    // Of configuring by a builder in a variable, the type arguments are those of the services it needs.
                    var isBuilders = invocation.ArgumentList.Arguments.Count == 1 && generic.Identifier.ValueText is "Configure" or "PostConfigure"
                        && invocation.ArgumentList.Arguments[0].Expression is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: > 1 };
                    candidates.Add(new BindingCandidate(SyntaxNames.Chain(invocation).Last().Span, isBuilders ? null : name, !isBuilders && SyntaxNames.IsTypeParameter(invocation, name)));
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var called } when _inferring.Contains(called):
                    candidates.Add(new BindingCandidate(invocation.Span, null));
                    break;
            }
        }

        return candidates.ToImmutable();
    }

    public static bool HasSetups(string text) => text.Contains("ConfigureOptions<") || text.Contains("ConfigureNamedOptions<");

    /// <summary>The classes that configure options.</summary>
    public static ImmutableArray<BindingCandidate> SetupsOf(SyntaxNode root) =>
    [
        .. from type in root.DescendantNodes().OfType<TypeDeclarationSyntax>()
           from parent in type.BaseList?.Types ?? []
           let generic = parent.Type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault()
           where generic is not null && _setups.Contains(generic.Identifier.ValueText) && generic.TypeArgumentList.Arguments.Count == 1
           let name = SyntaxNames.OfType(generic.TypeArgumentList.Arguments[0])
           select new BindingCandidate(type.Span, name, SyntaxNames.IsTypeParameter(type, name)),
    ];
}
