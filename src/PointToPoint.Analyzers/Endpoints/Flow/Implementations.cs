using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>A body that a call may run, and the class whose objects run it; no class where any may.</summary>
internal sealed record Implementation(ISymbol Member, INamedTypeSymbol? Type);

/// <summary>Which code a call of an interface's, abstract or virtual member may run: the classes are found by the names they derive from.</summary>
internal sealed class Implementations(CodeBase code)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Implementation>> _known = new(Declarations.Comparer);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<INamedTypeSymbol>> _derived = new(Declarations.Comparer);
    private readonly ConcurrentDictionary<ISymbol, HashSet<ISymbol>> _members = new(Declarations.Comparer);

    private readonly Lazy<ILookup<string, (SyntaxTree Tree, DeclaredType Type)>> _types = new(
        () => code.Trees.SelectMany(pair => pair.Facts.Names.Types, (pair, type) => (pair.Tree, type))
            .SelectMany(pair => pair.type.Bases, (pair, name) => (name, pair))
            .ToLookup(entry => entry.name, entry => entry.pair, StringComparer.Ordinal));

    /// <summary>The bodies of a method or property; the member itself where nothing can stand in for it.</summary>
    public ImmutableArray<Implementation> Of(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (member.DeclaringSyntaxReferences.IsEmpty)
        {
            return [];
        }

        if (member.ContainingType is not { } type || !IsOpen(member))
        {
            return [new Implementation(member, null)];
        }

        return _known.TryGetValue(member, out var known) ? known : _known.GetOrAdd(member, Find(member, type, cancellation));
    }

    /// <summary>True if a call of one member may run another. An interface may have a class for each message of a program, so they aren't gone through for each call.</summary>
    public bool MayRun(ISymbol called, ISymbol member, CancellationToken cancellation)
    {
        if (_members.TryGetValue(called, out var known))
        {
            return known.Contains(member);
        }

        var bodies = Of(called, cancellation).Select(body => body.Member);
        return !IsOpen(called) ? bodies.Contains(member, Declarations.Comparer)
            : _members.GetOrAdd(called, new HashSet<ISymbol>(bodies, Declarations.Comparer)).Contains(member);
    }

    /// <summary>Every class that derives from a class or implements an interface, in order of path.</summary>
    public ImmutableArray<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type, CancellationToken cancellation) =>
        _derived.TryGetValue(type, out var known) ? known : _derived.GetOrAdd(type, FindDerived(type.OriginalDefinition, cancellation));

    /// <summary>True if something may stand in for a member.</summary>
    private static bool IsOpen(ISymbol member) => member.ContainingType?.TypeKind == TypeKind.Interface || member.IsAbstract || member.IsVirtual || (member.IsOverride && !member.IsSealed);

    private ImmutableArray<Implementation> Find(ISymbol member, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Implementation>();
        if (!member.IsAbstract)
        {
            found.Add(new Implementation(member, null));
        }

        var members = new HashSet<ISymbol>(found.Select(own => own.Member), Declarations.Comparer);
        foreach (var derived in DerivedFrom(type, cancellation))
        {
            var implementing = type.TypeKind == TypeKind.Interface ? OfInterface(derived, type, member) : OfOverride(derived, member);
            // What an abstract class overrides is run by the classes below it that don't.
            if (implementing is { IsAbstract: false } && derived.TypeKind is TypeKind.Class or TypeKind.Struct && (!derived.IsAbstract || type.TypeKind != TypeKind.Interface)
                && (members.Add(implementing) || !found.Any(other => Declarations.Same(other.Member, implementing) && (other.Type is null || Declarations.Same(other.Type, derived)))))
            {
                found.Add(new Implementation(implementing.OriginalDefinition, derived));
            }
        }

        return found.ToImmutable();
    }

    private static ISymbol? OfInterface(INamedTypeSymbol derived, INamedTypeSymbol type, ISymbol member)
    {
        foreach (var implemented in derived.AllInterfaces.Where(candidate => Declarations.Same(candidate, type)))
        {
            foreach (var seen in implemented.GetMembers(member.Name).Where(candidate => Declarations.Same(candidate, member)))
            {
                if (derived.FindImplementationForInterfaceMember(seen) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static ISymbol? OfOverride(INamedTypeSymbol derived, ISymbol member)
    {
        foreach (var candidate in derived.GetMembers(member.Name).Where(candidate => candidate.IsOverride))
        {
            for (var next = Overridden(candidate); next is not null; next = Overridden(next))
            {
                if (Declarations.Same(next, member))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private ImmutableArray<INamedTypeSymbol> FindDerived(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        var distinct = new HashSet<ISymbol>(Declarations.Comparer);
        var names = new Queue<string>([type.Name]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { type.Name };
        while (names.Count > 0)
        {
            foreach (var (tree, declared) in _types.Value[names.Dequeue()])
            {
                if (CodeBase.NodeAt<TypeDeclarationSyntax>(tree, declared.Span, cancellation) is { } declaration
                    && code.ModelOf(tree)?.GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol symbol
                    && Derives(symbol, type)
                    && distinct.Add(symbol))
                {
                    found.Add(symbol);
                    if (seen.Add(declared.Name))
                    {
                        names.Enqueue(declared.Name);
                    }
                }
            }
        }

        return found.ToImmutable();
    }

    private static bool Derives(INamedTypeSymbol symbol, INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return symbol.AllInterfaces.Any(candidate => Declarations.Same(candidate, type));
        }

        for (var next = symbol.BaseType; next is not null; next = next.BaseType)
        {
            if (Declarations.Same(next, type))
            {
                return true;
            }
        }

        return false;
    }
}
