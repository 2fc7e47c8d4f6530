using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>Generated clients that the container makes by itself: their constructor without parameters says where they go.</summary>
internal sealed class InjectedClients(Implementations implementations, BaseConstructors bases)
{
    /// <summary>The call of the library's constructor that an object of a class runs on itself; null if it may be one of several. What a generated client calls on itself is told at its callers.</summary>
    public Place? OfThis(INamedTypeSymbol type, LibraryFamily library, CancellationToken cancellation) =>
        type.InstanceConstructors is [var only] && !library.IsClient(type) && library.Binding(only) is { IsOfDerived: true } ? bases.Of(only, Frame.Root, cancellation) : null;

    /// <summary>The call of the library's constructor that the container runs for a type; null if it can't be told, or if something in the process may be meant.</summary>
    public Place? Of(INamedTypeSymbol type, LibraryFamily library, CancellationToken cancellation)
    {
        var client = type.TypeKind != TypeKind.Interface ? type
            : implementations.DerivedFrom(type, cancellation).Where(derived => derived is { TypeKind: TypeKind.Class, IsAbstract: false }).ToList() is [var only] ? only
            : null;
        return client?.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty && !constructor.IsImplicitlyDeclared) is { } made && library.Binding(made) is { IsOfDerived: true }
            ? bases.Of(made, Frame.Root, cancellation)
            : null;
    }
}
