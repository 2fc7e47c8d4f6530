using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>One place where a call may go.</summary>
/// <param name="Endpoint">What the systems are asked about.</param>
/// <param name="Display">As it is shown.</param>
/// <param name="Origin">The constant scheme and authority; see <see cref="OutboundCall.Origin"/>.</param>
/// <param name="Provenance">How it was found, from call to value.</param>
internal sealed record Candidate(ResolvedEndpoint Endpoint, string Display, string? Origin, ImmutableArray<string> Provenance);

/// <summary>Where an outbound operation goes, as far as code and configuration tell.</summary>
internal sealed record Resolution
{
    public ImmutableArray<Candidate> Candidates { get; init; } = [];

    /// <summary>Where the client was bound to its address.</summary>
    public ImmutableArray<Location> Wirings { get; init; } = [];

    /// <summary>True if the gateway carries it.</summary>
    public bool IsGateway { get; init; }

    /// <summary>The key that the gateway was asked for; null if that isn't constant.</summary>
    public string? GatewaySystem { get; init; }

    /// <summary>How the gateway's client was found.</summary>
    public ImmutableArray<string> GatewayProvenance { get; init; } = [];

    /// <summary>The path that the gateway is asked for.</summary>
    public string? GatewayPath { get; init; }

    /// <summary>The verb that the request message says.</summary>
    public string? Verb { get; init; }

    /// <summary>The parameters and type parameters that it depends on: the callers of the methods that have them say where it goes.</summary>
    public ImmutableArray<ISymbol> On { get; init; } = [];

    /// <summary>True if code was seen that binds the client.</summary>
    public bool IsBound { get; init; }

    /// <summary>Why nothing is known: a sentence without its stop.</summary>
    public string? UnknownReason { get; init; }
}
