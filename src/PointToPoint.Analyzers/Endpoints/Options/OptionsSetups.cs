using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>The classes that configure options: <c>class ErpSetup : IConfigureOptions&lt;ErpOptions&gt;</c>.</summary>
internal sealed class OptionsSetups(CodeBase code, MethodBodies methods)
{
    /// <summary>What such classes do to this options class, in order of path and position.</summary>
    public IEnumerable<OptionsStep> Of(ITypeSymbol type, CancellationToken cancellation)
    {
        foreach (var (tree, facts) in code.Trees)
        {
            foreach (var candidate in facts.OptionsSetups)
            {
                if (candidate.TypeName == type.Name && CodeBase.NodeAt<TypeDeclarationSyntax>(tree, candidate.Span, cancellation) is { } declaration
                    && code.ModelOf(tree)?.GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol setup)
                {
                    foreach (var step in Steps(setup, type, cancellation))
                    {
                        yield return step;
                    }
                }
            }
        }
    }

    private IEnumerable<OptionsStep> Steps(INamedTypeSymbol setup, ITypeSymbol type, CancellationToken cancellation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var configures in setup.AllInterfaces.Where(parent => parent is { Name: "IConfigureOptions" or "IConfigureNamedOptions" or "IPostConfigureOptions", TypeArguments.Length: 1 } && Declarations.Same(parent.TypeArguments[0], type)))
        {
            foreach (var member in configures.GetMembers().OfType<IMethodSymbol>())
            {
                if (setup.FindImplementationForInterfaceMember(member) is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } method && seen.Add(method) && methods.BodyOf(method, cancellation) is { } body)
                {
                    yield return new OptionsStep
                    {
                        Type = type,
                        At = body,
                        Way = configures.Name == "IPostConfigureOptions" ? OptionsWay.PostConfigured : OptionsWay.Configured,
                        IsForAll = method.Parameters.Length > 1,
                        Method = method,
                        Frame = Frame.Root.Of(null, setup),
                    };
                }
            }
        }
    }
}
