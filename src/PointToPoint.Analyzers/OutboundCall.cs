using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers;

/// <summary>What kind of evidence a record is.</summary>
internal enum OutboundCallKind
{
    /// <summary>An operation that leaves the process.</summary>
    Call,

    /// <summary>Code that binds a client to an endpoint.</summary>
    Wiring,
}

/// <summary>What was decided about a record.</summary>
internal enum Verdict
{
    /// <summary>A direct connection that nothing sanctions.</summary>
    New,

    /// <summary>A direct connection recorded in the baseline.</summary>
    Known,

    /// <summary>A direct connection with an unexpired approval.</summary>
    Approved,

    /// <summary>Through the gateway: not point-to-point.</summary>
    Gateway,

    /// <summary>To the system that owns the code, loopback included.</summary>
    Own,

    /// <summary>To the caller's own means, such as its storage, its queue or its database; nobody said that another system owns them.</summary>
    Infrastructure,

    /// <summary>Nobody can say which system is called.</summary>
    Unknown,
}

/// <summary>
/// One outbound operation with all that was found out about it: the engine yields one for each, quiet ones included. Rules turn
/// records into diagnostics; the tool takes them all. Plain data: it holds no symbol, so it may outlive its compilation.
/// </summary>
internal sealed record OutboundCall
{
    /// <summary>Call or wiring.</summary>
    public required OutboundCallKind Kind { get; init; }

    /// <summary>The rule that speaks about this record when it isn't quiet (<see cref="RuleIds"/>).</summary>
    public required string RuleId { get; init; }

    /// <summary>The called method's name, or the bound member of a wiring.</summary>
    public required Location Location { get; init; }

    /// <summary>Where the client that is used here was bound to its endpoint, in order of path and position.</summary>
    public ImmutableArray<Location> Wirings { get; init; } = [];

    /// <summary>The system that owns the code.</summary>
    public required string From { get; init; }

    /// <summary>The system that is called: that of the first alternative; null if unknown.</summary>
    public string? To { get; init; }

    /// <summary>Further systems that other alternatives lead to.</summary>
    public ImmutableArray<string> AlsoTo { get; init; } = [];

    /// <summary>Owner of <see cref="To"/> as p2p.json names it.</summary>
    public string? ToOwner { get; init; }

    /// <summary>The key under which the gateway knows <see cref="To"/>: lower case, other characters turned to '-'.</summary>
    public string? GatewayKey { get; init; }

    /// <summary>http, grpc, soap, sdk, signalr, websocket, smtp, sql, queue or other.</summary>
    public string Protocol { get; init; } = "http";

    /// <summary>Full name of the client type, e.g. <c>System.Net.Http.HttpClient</c>.</summary>
    public required string Client { get; init; }

    /// <summary>Documentation ID of the called member.</summary>
    public required string Member { get; init; }

    /// <summary>HTTP verb in upper case, or the method's name; several, in the order of the code, joined by <c> | </c>; empty for wirings.</summary>
    public string Verb { get; init; } = "";

    /// <summary>Scheme, host and path, holes as <c>{}</c>, alternatives joined by <c> | </c>; never user info or query. Null if unknown.</summary>
    public string? Endpoint { get; init; }

    /// <summary>
    /// The constant scheme and authority as they stand in the code at this location (<c>https://erp.contoso.com</c>), where the address has
    /// exactly one alternative and its origin is constant text; else null. Code fixes cut it off.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>How the endpoint was resolved, from call to value.</summary>
    public ImmutableArray<string> Provenance { get; init; } = [];

    /// <summary>Documentation IDs of the wrappers between this site and the real outbound operation.</summary>
    public ImmutableArray<string> Via { get; init; } = [];

    /// <summary>What was decided.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>True if <see cref="Verdict"/> is Own because every address is a literal loopback one.</summary>
    public bool IsLoopback { get; init; }

    /// <summary>Why the target is unknown, as a sentence a person can act on; null unless <see cref="Verdict"/> is Unknown.</summary>
    public string? UnknownReason { get; init; }

    /// <summary>True where an approval for this connection exists and is past its date.</summary>
    public bool ApprovalExpired { get; init; }

    /// <summary>True where a compiler, which sees one project and no deployment files, says something else about this place, or nothing. Only a tool's records have it.</summary>
    public bool NeedsSolution { get; init; }

    /// <summary>True if two records of one place say the same about where it goes.</summary>
    public bool GoesWhere(OutboundCall other) =>
        RuleId == other.RuleId && Verdict == other.Verdict && To == other.To && Endpoint == other.Endpoint && AlsoTo.SequenceEqual(other.AlsoTo);
}
