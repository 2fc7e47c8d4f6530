using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Clients;

/// <summary>The families that this compilation references, by the types they judge.</summary>
internal sealed class ClientFamilies
{
    private readonly ImmutableDictionary<ISymbol, ClientFamily> _byType;
    private readonly ConcurrentDictionary<ISymbol, ClientFamily?> _ofType = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<ClientFamily> _families;
    private readonly ImmutableArray<ClientFamily> _declaring;
    private readonly ImmutableArray<ClientFamily> _withoutLibraries;
    private readonly Lazy<ImmutableHashSet<string>> _callsOfLibraries;

    private ClientFamilies(ImmutableArray<ClientFamily> families, LibraryIndex libraries)
    {
        Libraries = libraries;
        _families = [.. families, .. libraries.Families];
        _withoutLibraries = families;
        IsEmpty = _families.All(family => family is LibraryFamily { Library.CountsIfLocated: true });
        _callsOfLibraries = new(() => [.. libraries.Families.SelectMany(family => family.CallNames)], LazyThreadSafetyMode.PublicationOnly);
        _declaring = [.. _families.Where(family => family.MayDeclare)];
        _byType = families
            .SelectMany(family => family.Types, (family, type) => (family, type))
            .ToImmutableDictionary<(ClientFamily Family, INamedTypeSymbol Type), ISymbol, ClientFamily>(
                pair => pair.Type, pair => pair.Family, Declarations.Comparer);
    }

    /// <summary>True if no family's library is referenced: then nothing needs to be looked at. What reads files as well is everywhere, and no reason to look.</summary>
    public bool IsEmpty { get; }

    /// <summary>The libraries of the catalog.</summary>
    public LibraryIndex Libraries { get; }

    /// <param name="compilation">The code.</param>
    /// <param name="libraries">The catalog, and what p2p.json adds to it.</param>
    /// <param name="mayLackPackages">True if a library's package may be missing, so that it is known by name only.</param>
    public static ClientFamilies Of(Compilation compilation, ImmutableArray<Library> libraries, bool mayLackPackages) => new(
        [.. new ClientFamily?[] { HttpClientFamily.TryCreate(compilation), AttributedInterfaces.TryCreate(compilation, AttributedLibrary.Refit, mayLackPackages), AttributedInterfaces.TryCreate(compilation, AttributedLibrary.RestEase, mayLackPackages) }.OfType<ClientFamily>()],
        LibraryIndex.Of(compilation, libraries, mayLackPackages));

    /// <summary>The family whose wirings bind this client type; null if its library isn't referenced.</summary>
    public ClientFamily? Named(string clientName) => _families.FirstOrDefault(family => family.ClientName == clientName);

    /// <summary>The first and cheapest question about a call: one look-up.</summary>
    public bool Concerns(IInvocationOperation invocation) => FamilyOf(invocation) is not null || ClientRegistration.IsOfPackage(invocation.TargetMethod);

    /// <summary>True if a method of this name may leave the process.</summary>
    public bool Calls(string name) => _withoutLibraries.Any(family => family.Calls(name)) || _callsOfLibraries.Value.Contains(name);

    /// <summary>True if a library has calls that say where they go by an argument of their own.</summary>
    public bool HasNamedCalls => Libraries.Families.Any(family => family.HasNamedCalls);

    public (ClientFamily Family, ClientOperation Operation)? Match(IInvocationOperation invocation) =>
        FamilyOf(invocation) is { } family && family.Match(invocation) is { } operation ? (family, operation) : null;

    /// <summary>What other libraries say of the same call, where contracts of several look alike: who made the object decides.</summary>
    public IEnumerable<(ClientFamily Family, ClientOperation Operation)> Others(IInvocationOperation invocation, ClientFamily first) =>
        _declaring.Length > 1 && invocation.TargetMethod is { ContainingType.TypeKind: TypeKind.Interface } method && first.Declares(method)
            ? _declaring.Where(other => other != first && other.Declares(method)).Select(other => (other, other.Match(invocation))).Where(pair => pair.Item2 is not null).Select(pair => (pair.other, pair.Item2!))
            : [];

    /// <summary>The families whose clients are interfaces of the code's own, known by what is written on their methods.</summary>
    public IEnumerable<AttributedInterfaces> Attributed => _declaring.OfType<AttributedInterfaces>();

    /// <summary>The same question about a method's name.</summary>
    public bool Concerns(IMethodReferenceOperation reference) => FamilyOf(reference.Method, reference.Instance) is not null;

    public (ClientFamily Family, ClientOperation Operation)? Match(IMethodReferenceOperation reference, Func<string, IOperation?> argument) =>
        FamilyOf(reference.Method, reference.Instance) is { } family && family.Match(reference, argument) is { } operation ? (family, operation) : null;

    /// <summary>The family that the called method registers clients of; null if it isn't such a method.</summary>
    public ClientFamily? Registration(IInvocationOperation invocation) =>
        invocation.TargetMethod.ContainingType is { } type && _byType.TryGetValue(type.OriginalDefinition, out var family) && family.IsRegistration(invocation.TargetMethod)
            ? family
            : ClientRegistration.IsOfPackage(invocation.TargetMethod) ? Named(HttpClientFamily.HttpClientName)
            : null;

    public ClientFamily? Wiring(IPropertySymbol property) => OfType(property.ContainingType) is { } family && family.IsWiring(property) ? family : null;

    /// <summary>The library that a creation or a call binds to an address, with what the catalog says of it; null if it binds nothing.</summary>
    public (LibraryFamily Family, LibraryMember Member)? Binding(IMethodSymbol? method) =>
        method?.ContainingType is { } type && Libraries.Of(ExtensionBlocks.Declaring(type)) is { } family && family.Binding(method) is { } member ? (family, member) : null;

    /// <summary>The same for a call: what it is called on tells more than what declares it.</summary>
    public (LibraryFamily Family, LibraryMember Member)? Binding(IInvocationOperation invocation) =>
        FamilyOf(invocation) is LibraryFamily family && family.Binding(invocation.TargetMethod) is { } member ? (family, member) : null;

    /// <summary>By the type; only methods of interfaces may be declared to be calls.</summary>
    private ClientFamily? FamilyOf(IInvocationOperation invocation) => FamilyOf(invocation.TargetMethod, invocation.Instance);

    private ClientFamily? FamilyOf(IMethodSymbol method, IOperation? instance)
    {
        if (method.ContainingType is not { } type)
        {
            return null;
        }

        if (OfType(type) is { } family)
        {
            // A mail service's Connect is that of each protocol's client.
            return family is LibraryFamily && instance?.Type is INamedTypeSymbol receiver && !SymbolEqualityComparer.Default.Equals(receiver, type) && Libraries.Of(receiver) is { } own && own.Knows(method)
                ? own
                : family;
        }

        return type.TypeKind == TypeKind.Interface && !_declaring.IsEmpty ? _declaring.FirstOrDefault(declaring => declaring.Declares(method)) : null;
    }

    // Nearly every call and assignment of the code asks, and nearly all get null: of each type the answer is found once.
    private ClientFamily? OfType(INamedTypeSymbol type) => _ofType.TryGetValue(type.OriginalDefinition, out var known)
        ? known
        : _ofType.GetOrAdd(type.OriginalDefinition, _byType.TryGetValue(ExtensionBlocks.Declaring(type).OriginalDefinition, out var family) ? family : Libraries.Of(ExtensionBlocks.Declaring(type)));
}
