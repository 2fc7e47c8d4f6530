using System.Collections.Concurrent;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>
/// Wrappers that nobody calls: a class with <c>GetAsync(path)</c>, <c>PostAsync(path)</c> and <c>DeleteAsync(path)</c>, the last of which no code asks for. Nothing goes anywhere
/// there, so a tool that sees all code says nothing of them. A compiler doesn't see who calls a library's methods from other projects, and a method that a framework calls has no
/// caller either: so only where callers of the class's other wrappers are told, as whose sibling it stands there, and nothing hints at somebody else's call.
/// </summary>
internal sealed class IdleWrappers(CodeBase code, CallSites sites, CallerSearch callers, PathParameters paths, HandedCalls handed)
{
    // What frameworks call by convention.
    private static readonly string[] _conventions = ["Handle", "Consume", "Invoke", "Execute", "Run", "Process", "On"];

    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(Declarations.Comparer);

    /// <summary>True if the callers of the method around a place would say where it goes, and there are none.</summary>
    public bool IsIn(Resolution resolution, SyntaxNode site, CancellationToken cancellation) => code.MayLackPackages
        && paths.On(resolution, cancellation).AddRange(resolution.OnObjects).Select(symbol => symbol.ContainingSymbol).OfType<IMethodSymbol>()
            .Any(method => method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && Wrappers.IsAround(method, site) && IsIdle(method, cancellation));

    /// <summary>The same for what a call of a wrapper reaches: what lies between may be called by others.</summary>
    public bool IsIn(WrappedCall reached, SyntaxNode site, CancellationToken cancellation) =>
        IsIn(reached.Resolution, site, cancellation) && !reached.Through.Any(method => method.MethodKind != MethodKind.AnonymousFunction && MayBeCalled(method, cancellation));

    private bool IsIdle(IMethodSymbol method, CancellationToken cancellation) =>
        _known.TryGetValue(method, out var known) ? known : _known.GetOrAdd(method, Find(method, cancellation));

    private bool Find(IMethodSymbol method, CancellationToken cancellation) => !sites.IsCalled(method, cancellation)
        && sites.References(method, cancellation).IsEmpty
        && method.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(sibling => !Declarations.Same(sibling, method) && IsUsed(sibling, cancellation))
        && !MayBeCalled(method, cancellation);

    /// <summary>True if somebody else's code may call a method.</summary>
    private bool MayBeCalled(IMethodSymbol method, CancellationToken cancellation) => IsContract(method) || IsHintedAt(method.Name.Substring(method.Name.LastIndexOf('.') + 1), cancellation);

    /// <summary>True if code elsewhere is told in the stead of a wrapper: what the class's own methods call of each other says nothing.</summary>
    private bool IsUsed(IMethodSymbol sibling, CancellationToken cancellation) => sibling.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
        && sites.Each(sibling, cancellation).Any(call => sites.Enclosing(call.Operation) is not { } caller || !Declarations.Same(caller.ContainingType, sibling.ContainingType))
        && callers.HasOne(sibling, cancellation) && !handed.Of(sibling, new WrapperSearch(cancellation)).IsEmpty;

    /// <summary>True if something by that name is called, named or passed on of which nobody knows what it is.</summary>
    private bool IsHintedAt(string name, CancellationToken cancellation) => code.Trees.Any(pair =>
        pair.Facts.Sites.Calls[name].Any(site => CodeBase.NodeAt<InvocationExpressionSyntax>(pair.Tree, site.Span, cancellation) is { } node && code.OperationAt(node, cancellation) is not IInvocationOperation)
        || (pair.Facts.Names.Functions.Contains(name) && pair.Tree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>().Any(named => named.Identifier.ValueText == name && IsOpen(named, cancellation))));

    /// <summary>True for a name that isn't called, and means nothing that is known, or is itself what is asked for.</summary>
    private bool IsOpen(SimpleNameSyntax name, CancellationToken cancellation)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent is not InvocationExpressionSyntax && (code.ModelOf(name.SyntaxTree)?.GetSymbolInfo(name, cancellation) is not { Symbol: not null and not IMethodSymbol });
    }

    /// <summary>True for what somebody else's code may call: an override or implementation of theirs, what an attribute tells a framework of, what is called by convention.</summary>
    private static bool IsContract(IMethodSymbol method) => _conventions.Any(word => method.Name.StartsWith(word, StringComparison.Ordinal) && (method.Name.Length == word.Length || !char.IsLower(method.Name[word.Length])))
        || IsMarked(method) || method.OverriddenMethod is { } overridden && (overridden.DeclaringSyntaxReferences.IsEmpty || IsMarked(overridden))
        || Bases(method.ContainingType).Any(type => type.DeclaringSyntaxReferences.IsEmpty || IsMarked(type))
        || method.ContainingType.AllInterfaces.Any(implemented => implemented.TypeKind == TypeKind.Error || IsMarked(implemented)
            || implemented.GetMembers(method.Name).Any(member => member.DeclaringSyntaxReferences.IsEmpty || IsMarked(member)));

    /// <summary>A class with its base classes of the code's own and, if one of them isn't, that one.</summary>
    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? next = type; next is not null and not { SpecialType: SpecialType.System_Object }; next = next.BaseType)
        {
            yield return next;
        }
    }

    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(attribute => !IsRemark(attribute));

    /// <summary>True for what an attribute says to people and tools, and to no framework: <c>[ExcludeFromCodeCoverage]</c>, <c>[Obsolete]</c>.</summary>
    private static bool IsRemark(AttributeData attribute) => attribute.AttributeClass is { } type
        && (type.Name == nameof(ObsoleteAttribute) || type.ContainingNamespace.ToDisplayString().StartsWith("System.Diagnostics", StringComparison.Ordinal));
}
