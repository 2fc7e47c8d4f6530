using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// Objects that are made, filled and used in one chain of calls: <c>new Request(http).To("orders").Using(HttpMethod.Post).Send()</c>. Each link gives the object back, so all
/// that is set on it is seen.
/// </summary>
internal sealed class Chains(CallSites sites, Objects objects, BodyIndexes indexes)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _ends = new(Declarations.Comparer);

    // Asked for each call, and a class may have thousands of them.
    private readonly ConcurrentDictionary<ISymbol, bool> _chained = new(Declarations.Comparer);

    /// <summary>True if every call of a method is the end of a chain: then its callers know what its object holds.</summary>
    public bool IsEnd(IMethodSymbol method, CancellationToken cancellation) =>
        method is { IsStatic: false, ContainingType: { TypeKind: TypeKind.Class } type }
        && (_chained.TryGetValue(type, out var chained) ? chained : _chained.GetOrAdd(type, HasLinks(type)))
        && (_ends.TryGetValue(method, out var known) ? known : _ends.GetOrAdd(method, FindEnd(method, cancellation)));

    private static bool HasLinks(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Any(link => !link.IsStatic && Gives(link, type));

    /// <summary>True if a method gives out objects of a class.</summary>
    public static bool Gives(IMethodSymbol method, INamedTypeSymbol type) => method.MethodKind == MethodKind.Ordinary && method.ReturnType is INamedTypeSymbol { SpecialType: SpecialType.None } given
        && (Declarations.Same(given, type) || (given.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(implemented => Declarations.Same(implemented, given))));

    /// <summary>True if nothing but links of the chain may have set anything on an object since it was made.</summary>
    public bool IsClosed(TracedObject traced) => traced is { IsWhole: true, Creations.IsEmpty: false } && traced.Creations.All(IsClosed);

    /// <summary>True if a write stands in a link: it is done to the objects that go through it, and to no other.</summary>
    public static bool IsInLink(Write write) => write.Operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } link
        && (link switch { MethodDeclarationSyntax method => method.ReturnType, PropertyDeclarationSyntax { Initializer: null } property => property.Type, _ => null }) is { } gives
        && SyntaxNames.OfType(gives) is { Length: > 0 } given
        && (type.Identifier.ValueText == given || type.BaseList?.Types.Any(above => SyntaxNames.OfType(above.Type) == given) == true);

    /// <summary>The links that an object went through, the last first.</summary>
    public ImmutableArray<Place> Links(Frame frame, CancellationToken cancellation) =>
        frame.This is { } self && objects.Trace(self, cancellation) is { Creations: [var creation] } ? creation.Through.RemoveAll(place => !IsLink(place)) : [];

    // A variable is as good as none, if all that is done to what is in it is to call its methods, one after the other.
    private bool IsClosed(Creation creation) => !creation.IsHeld
        && creation.Through.All(place => IsLink(place) || (place.Operation is ILocalReferenceOperation { Local: var local } && indexes.Of(place.Operation) is var body && body.HandedOn(local).IsEmpty
            && body.CallsOn(local).All(call => !call.Operation.Ancestors().OfType<IAnonymousFunctionOperation>().Any() && !ReachingWrites.IsInLoop(call.Operation.Syntax))));

    private static bool IsLink(Place place) => place.Operation is IInstanceReferenceOperation;

    private bool FindEnd(IMethodSymbol method, CancellationToken cancellation) => sites.Of(method, cancellation) is { Length: > 0 and <= Limits.Callers } callers
        && callers.All(call => call.Instance is { } instance && IsClosed(objects.Trace(new Place(instance.Bare(), Frame.Root), cancellation)));
}
