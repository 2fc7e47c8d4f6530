using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients;

/// <summary>
/// Interfaces that a library makes objects of without any mark on them: <c>rpc.Attach&lt;IErp&gt;()</c>. Their methods are calls where such an object is behind them. Found by the
/// name of what makes the object, and bound only where a library is referenced that has such a member.
/// </summary>
internal sealed class ProxiedInterfaces
{
    private readonly Lazy<ImmutableDictionary<ISymbol, LibraryFamily>> _interfaces;
    private readonly Lazy<ImmutableHashSet<string>> _names;
    private readonly bool _hasAny;

    public ProxiedInterfaces(LibraryIndex libraries, CodeBase code)
    {
        ImmutableArray<LibraryFamily> making = [.. libraries.Families.Where(family => !family.Library.Proxies.IsEmpty)];
        _hasAny = !making.IsEmpty;
        _interfaces = new(() => Find(making, code), LazyThreadSafetyMode.PublicationOnly);
        _names = new(() => [.. _interfaces.Value.Keys.SelectMany(type => ((INamedTypeSymbol)type).GetMembers()).OfType<IMethodSymbol>().Where(IsRemote).Select(method => method.Name)], LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>True if a method of this name may be a call.</summary>
    public bool Calls(string name) => _hasAny && _names.Value.Contains(name);

    /// <summary>What a call does on such an object, if it is one; null for all others.</summary>
    public (LibraryFamily Family, ClientOperation Operation)? Match(IInvocationOperation invocation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return _hasAny && invocation.TargetMethod is { ContainingType: { TypeKind: TypeKind.Interface } type } method && _interfaces.Value.TryGetValue(type.OriginalDefinition, out var family) && IsRemote(method)
            ? (family, family.Proxied(invocation))
            : null;
    }

    private static bool IsRemote(IMethodSymbol method) => RemoteOperations.Contains(method, method.ContainingType);

    private static ImmutableDictionary<ISymbol, LibraryFamily> Find(ImmutableArray<LibraryFamily> making, CodeBase code)
    {
        var found = ImmutableDictionary.CreateBuilder<ISymbol, LibraryFamily>(Declarations.Comparer);
        foreach (var (family, member) in making.SelectMany(family => family.Library.Proxies, (family, member) => (family, member)))
        {
            foreach (var (tree, facts) in code.Trees)
            {
                foreach (var call in facts.Sites.Calls[member.Name])
                {
                    if (CodeBase.NodeAt<InvocationExpressionSyntax>(tree, call.Span, CancellationToken.None) is { } node && SyntaxNames.OfCalled(node) is GenericNameSyntax
                        && code.OperationAt(node, CancellationToken.None) is IInvocationOperation { TargetMethod: { TypeArguments: [INamedTypeSymbol { TypeKind: TypeKind.Interface } made] } method } && LibraryFamily.Makes(method, member))
                    {
                        foreach (var type in made.AllInterfaces.Insert(0, made).Where(type => !type.DeclaringSyntaxReferences.IsEmpty || Declarations.Same(type, made)))
                        {
                            found[type.OriginalDefinition] = family;
                        }
                    }
                }
            }
        }

        return found.ToImmutable();
    }
}
