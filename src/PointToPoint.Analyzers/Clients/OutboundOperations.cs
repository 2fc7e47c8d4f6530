using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients;

/// <summary>An operation that leaves the process.</summary>
/// <param name="Family">The library it belongs to.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Member">Documentation ID of the library's member.</param>
/// <param name="IsUnbound">True if it is known by name only.</param>
internal sealed record OutboundOperation(ClientFamily Family, ClientOperation Operation, string Member, bool IsUnbound)
{
    /// <summary>The same by another library, whose contracts look alike: asked where this one turns out to be none.</summary>
    public OutboundOperation? Other { get; init; }

    /// <summary>True if the code has a class that may be what is called: a test double, a decorator, a client that is there no more.</summary>
    public bool HasBody { get; init; }

    /// <summary>True if nothing but the object behind it makes it a call, so that another answer may be right where it turns out to be none.</summary>
    public bool IsPerhaps { get; init; }

    /// <summary>True if it turns out to be none, because nothing binds what it is made on: a server's end of a connection, an object in the process.</summary>
    public bool IsNone(Resolution resolution) => resolution.IsInProcess || (Operation.CountsIfBound && !resolution.IsBound && resolution.On.IsEmpty)
        || (Operation.CountsIfLocated && !resolution.Candidates.Any(candidate => candidate.Display.StartsWith("http", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The same answer, which says so where a name was all there was.</summary>
    public Resolution Mark(Resolution resolution) => IsUnbound ? MarkUnbound(resolution) : resolution;

    /// <summary>The same answer, which says that a name was all there was.</summary>
    public static Resolution MarkUnbound(Resolution resolution) => resolution with { Candidates = [.. resolution.Candidates.Select(candidate => candidate.Provenance.Contains(UnboundCall.Step) ? candidate : candidate with { Provenance = candidate.Provenance.Insert(0, UnboundCall.Step) })] };
}

/// <summary>Tells operations that leave the process from all others: by symbol, and where packages may be missing by name too.</summary>
internal sealed class OutboundOperations(ClientFamilies families, UnboundClients unbound, ProxiedInterfaces proxied, OwnBodies bodies, CodeBase code)
{
    private readonly Lazy<ImmutableHashSet<string>> _derived = new(() => DerivedClients.CallNames(code, families.Libraries), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>True if a method of this name may leave the process.</summary>
    public bool Calls(string name) => families.Calls(name) || _derived.Value.Contains(name) || proxied.Calls(name) || (code.MayLackPackages && UnboundClients.Calls(name));

    /// <summary>True if there are calls beside HttpClient's that callers can hand an address or a queue on to.</summary>
    public bool HasNamedCalls => families.HasNamedCalls;

    /// <summary>The call that doesn't bind at an operation; null if it binds, or is none.</summary>
    public UnboundCall? Unbound(IInvalidOperation operation, CancellationToken cancellation) =>
        operation.Syntax is InvocationExpressionSyntax node ? UnboundCall.At(node, code, cancellation) : null;

    /// <summary>What a call of the method does that is passed on by its name.</summary>
    /// <param name="reference">The name.</param>
    /// <param name="arguments">What the call gives, by position; null where no call is seen.</param>
    public OutboundOperation? Match(IMethodReferenceOperation reference, ImmutableArray<IOperation>? arguments)
    {
        var method = reference.Method;

        // What an extension is called on is no argument of the function.
        var given = method.Parameters.Skip(method is { IsExtensionMethod: true, MethodKind: not MethodKind.ReducedExtension } && reference.Instance is not null ? 1 : 0).Select(parameter => parameter.Name).ToList();
        return families.Match(reference, name => arguments is { } all && given.IndexOf(name) is >= 0 and var position && position < all.Length ? all[position] : null) is var (family, known) && !reference.IsInExpressionTree()
            ? new(family, known, RecordMaker.DocumentationId(method.ReducedFrom ?? method), IsUnbound: false) { HasBody = HasBody(family, known, method, CancellationToken.None) }
            : null;
    }

    /// <summary>What an operation does, if it leaves the process. In an expression tree none does: that is data for somebody to read, what a test expects of a double, or a query.</summary>
    public OutboundOperation? Match(IOperation operation, CancellationToken cancellation) => Found(operation, cancellation) is { } leaving && !operation.IsInExpressionTree() && !Datagrams.SendNothing(operation) ? leaving : null;

    private OutboundOperation? Found(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => families.Match(invocation) is var (family, known)
            ? Of(invocation, family, known) with
            {
                Other = families.Others(invocation, family).Select(other => Of(invocation, other.Family, other.Operation)).FirstOrDefault(),
                HasBody = HasBody(family, known, invocation.TargetMethod, cancellation),
            }
            : proxied.Match(invocation, cancellation) is var (library, proxy) ? Of(invocation, library, proxy) with { IsPerhaps = true }
            : null,
        IInvalidOperation { Syntax: InvocationExpressionSyntax node } when UnboundCall.At(node, code, cancellation) is { } call && unbound.Match(call, cancellation) is var (family, known) =>
            new(family, known, $"M:{known.DeclaredIn ?? known.Client}.{call.Name}", IsUnbound: true),
        _ => null,
    };

    /// <summary>Only an interface's method is a call by what is written on it; of a library's class it is known what it does.</summary>
    private bool HasBody(ClientFamily family, ClientOperation operation, IMethodSymbol method, CancellationToken cancellation) =>
        operation.Template is not null && family is not LibraryFamily && bodies.Has(method, cancellation);

    private static OutboundOperation Of(IInvocationOperation invocation, ClientFamily family, ClientOperation operation) => new(family, operation, RecordMaker.DocumentationId(invocation.TargetMethod), IsUnbound: operation.IsByName);
}
