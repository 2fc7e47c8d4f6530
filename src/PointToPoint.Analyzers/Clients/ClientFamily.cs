using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Analyzers.Clients;

/// <summary>An operation that leaves the process, as its library sees it.</summary>
internal sealed record ClientOperation
{
    /// <summary>Full name of the client type.</summary>
    public required string Client { get; init; }

    /// <summary>What the called member is in, where that isn't the client's type: the library's namespace, of a type that nothing names.</summary>
    public string? DeclaredIn { get; init; }

    /// <summary>The verb, if the method alone says it.</summary>
    public string? Verb { get; init; }

    /// <summary>The client that is called.</summary>
    public IOperation? Instance { get; init; }

    /// <summary>The address argument; null if the call has none.</summary>
    public IOperation? Address { get; init; }

    /// <summary>The arguments that name a queue: the first that isn't empty.</summary>
    public ImmutableArray<IOperation> Queue { get; init; } = [];

    /// <summary>The call itself, where its own arguments say where it goes in more than one part, or by an object; null for all others.</summary>
    public IOperation? Binding { get; init; }

    /// <summary>True if it is a call only where code is seen that binds the client.</summary>
    public bool CountsIfBound { get; init; }

    /// <summary>True if it is a call only where it is known to go to another machine: what else it may be given is a file.</summary>
    public bool CountsIfLocated { get; init; }

    /// <summary>The path that the method's own declaration gives, holes as <c>{}</c>; put behind the base address as it is. Null where an argument says it.</summary>
    public string? Template { get; init; }

    /// <summary>True if it is known by name only, because a package is missing.</summary>
    public bool IsByName { get; init; }

    /// <summary>True if it is a method's name that is passed on to be called elsewhere, where nobody sees with what.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>The collection of addresses, each of which such a method is called with: <c>urls.Select(http.GetStringAsync)</c>. Null where it is called with something else.</summary>
    public IOperation? Each { get; init; }

    /// <summary>True if a method's name that is passed on is told where it stands, whoever calls it with what: where it goes is the client's to say.</summary>
    public bool IsToldByName { get; init; }

    /// <summary>The request message that holds verb and address; null if the call takes none.</summary>
    public IOperation? Message { get; init; }

    /// <summary>The argument that names the system to what mediates; null if there is none.</summary>
    public IOperation? System { get; init; }

    /// <summary>The argument that another member of the library made, which says so where the call itself doesn't.</summary>
    public IOperation? Made { get; init; }

    /// <summary>How that message says it.</summary>
    public MessageShape? Shape { get; init; }

    /// <summary>The argument that is the verb; null if there is none.</summary>
    public IOperation? VerbArgument { get; init; }

    /// <summary>The library of the catalog; null for HttpClient and what is built on it.</summary>
    public Library? Library { get; init; }

    /// <summary>What the catalog says of the called member; null if the rule for remote operations alone made it a call.</summary>
    public LibraryMember? Listed { get; init; }
}

/// <summary>
/// A library by which code calls out. It exists only where the library is referenced, and is asked only about members of its own
/// types: an uninteresting operation costs one look-up.
/// </summary>
internal abstract class ClientFamily
{
    /// <summary>What a connection through this library is called: http, grpc, …</summary>
    public abstract string Protocol { get; }

    /// <summary>The types whose members this family judges.</summary>
    public abstract ImmutableArray<INamedTypeSymbol> Types { get; }

    /// <summary>Full name of the client type that wirings bind.</summary>
    public abstract string ClientName { get; }

    /// <summary>True if a method of this name may be a call: the first question about methods of the code's own that hand addresses on.</summary>
    public abstract bool Calls(string name);

    /// <summary>True if the declaration of a method of another type makes its calls this family's.</summary>
    public virtual bool Declares(IMethodSymbol method) => false;

    /// <summary>True if there may be such a method.</summary>
    public virtual bool MayDeclare => false;

    /// <summary>The rule that speaks of its calls.</summary>
    public virtual string RuleId => RuleIds.DirectHttpCall;

    /// <summary>What the call does, if it leaves the process; null for all others.</summary>
    public abstract ClientOperation? Match(IInvocationOperation invocation);

    /// <summary>What a call of the method does that is passed on by its name; null if it doesn't leave the process, or that isn't known.</summary>
    /// <param name="reference">The method's name.</param>
    /// <param name="argument">What the call gives for a parameter; null where the call isn't seen.</param>
    public virtual ClientOperation? Match(IMethodReferenceOperation reference, Func<string, IOperation?> argument) => null;

    /// <summary>True if the method may register a client and bind it to an address.</summary>
    public abstract bool IsRegistration(IMethodSymbol method);

    /// <summary>True if the assigned property binds a client to an address.</summary>
    public abstract bool IsWiring(IPropertySymbol property);
}
