using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>Who made a client: the library that is asked for itself, or, of one that only declares what others make, the one that made it.</summary>
internal sealed class ClientMakers(LibraryIndex libraries, BindingSites sites, BindingCalls calls)
{
    /// <summary>The library that a value belongs to which an abstraction hands on; null if it is the abstraction's own.</summary>
    public LibraryFamily? Of(IOperation value, LibraryFamily library, CancellationToken cancellation) => !library.Library.IsAbstraction ? null
        : KnownTypes.WithoutNullable(value.Type) is INamedTypeSymbol type && libraries.Of(type) is { } ofType && ofType != library ? ofType
        : sites.Family(value, libraries, cancellation) is { } ofMember && ofMember != library ? ofMember
        : null;

    /// <summary>The calls that bind the variable a client is read from; of an abstraction, those of each library that may.</summary>
    public List<(LibraryFamily Library, BindingCall Call)> On(IOperation client, LibraryFamily library, CancellationToken cancellation) =>
    [
        .. from family in library.Library.IsAbstraction ? libraries.Families.Where(family => !family.Library.IsAbstraction || family == library) : [library]
           from call in calls.On(client, family, cancellation)
           select (family, call),
    ];
}
