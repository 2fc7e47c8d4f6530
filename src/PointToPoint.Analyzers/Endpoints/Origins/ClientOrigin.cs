using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>Where a client comes from, and what that says about the address it calls: one alternative.</summary>
internal sealed record ClientOrigin
{
    /// <summary>The base address; null if none is set as far as this compilation tells.</summary>
    public TextValue? BaseAddress { get; init; }

    /// <summary>True if the address is only set under a condition: what the client was made with may stand.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The queue that it sends to or receives from; null if each call says, or nothing does.</summary>
    public TextValue? Queue { get; init; }

    /// <summary>The name it was created or registered by; null if none.</summary>
    public string? ClientName { get; init; }

    /// <summary>The typed client; null if it is none.</summary>
    public ITypeSymbol? ClientType { get; init; }

    /// <summary>The library of the catalog that made the client; null where only HttpClient is known.</summary>
    public Library? Library { get; init; }

    /// <summary>True if the client was handed out or wrapped by the gateway.</summary>
    public bool IsGateway { get; init; }

    /// <summary>The system the gateway was asked for; null if that isn't constant.</summary>
    public string? GatewaySystem { get; init; }

    /// <summary>Where it was bound to its address.</summary>
    public ImmutableArray<Location> Wirings { get; init; } = [];

    /// <summary>True if code was seen that makes the client one of the library's and binds it.</summary>
    public bool IsBound { get; init; }

    /// <summary>True for an object of a class of the code's own that only looks like the library's client: a test double, a decorator; or of one that a library for test doubles made. What it calls is told in it.</summary>
    public bool IsInProcess { get; init; }

    /// <summary>How a person would say it, from call to registration.</summary>
    public ImmutableArray<string> Provenance { get; init; } = [];

    /// <summary>Why a relative address can't be resolved with this client: the end of a sentence.</summary>
    public string? Unknown { get; init; }

    /// <summary>The parameter or type parameter whose callers say which client it is; null if there is none.</summary>
    public ISymbol? On { get; init; }

    /// <summary>The same where something may be set later.</summary>
    public ClientOrigin Before(ClientOrigin later) => BaseAddress is not { } address || later.BaseAddress is not { } changed ? later : later with
    {
        BaseAddress = address.Or(changed),
        Wirings = [.. Wirings, .. later.Wirings],
    };
}
