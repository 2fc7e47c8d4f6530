using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>Who made a client: the library that is asked for itself, or, of one that only declares what others make, the one that made it.</summary>
internal sealed class ClientMakers(LibraryIndex libraries, BindingSites sites, BindingCalls calls, HandedObjects handed)
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

    /// <summary>The calls that bind a client in methods that it is handed to: <c>await Connect(client)</c>.</summary>
    public List<(BindingCall Call, Frame Frame)> Handed(IObjectCreationOperation made, LibraryFamily library, Frame frame, CancellationToken cancellation) => !library.HasBindingMethods ? [] :
    [
        .. from use in handed.Of(made, frame, cancellation)
           where !use.Through.IsEmpty
           let call = use.Operation.Parent as IInvocationOperation
           where call?.Instance == use.Operation && library.IsBindingMethod(call.TargetMethod.Name)
           let member = sites.Member(call, library, cancellation)
           where member is { SaysWhere: true, Database: null, Queue.IsEmpty: true } && sites.IsGivenAddress(call, member, cancellation)
           select (new BindingCall(call, member), use.Frame),
    ];
}
