using System.Collections.Immutable;

namespace PointToPoint.Tool.Map;

/// <summary>Whether a connection is direct, and what is thought of that.</summary>
internal enum ConnectionStatus
{
    New,
    Known,
    Approved,
    Gateway,
}

/// <summary>An edge of the map.</summary>
internal sealed record Connection(string From, string To, string Protocol, ConnectionStatus Status, ImmutableArray<Site> Sites)
{
    public bool IsDirect => Status != ConnectionStatus.Gateway;

    public int Calls => Sites.Length - Wirings;

    public int Wirings => Sites.Count(site => site.IsWiring);
}

/// <summary>A place in the code that shows a connection.</summary>
internal sealed record Site
{
    /// <summary>From the root, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>1-based.</summary>
    public required int Line { get; init; }

    /// <summary>1-based, of the called method's name.</summary>
    public required int Column { get; init; }

    public required string Rule { get; init; }

    public required bool IsWiring { get; init; }

    public required string Client { get; init; }

    public required string Member { get; init; }

    public required string Verb { get; init; }

    /// <summary>Alternatives joined by <c> | </c>; empty if only the system is known.</summary>
    public required string Endpoint { get; init; }

    /// <summary>From call to value.</summary>
    public required ImmutableArray<string> Provenance { get; init; }

    public ImmutableArray<string> AlsoTo { get; init; } = [];

    public ImmutableArray<string> Via { get; init; } = [];

    /// <summary>The applications in which this code runs, where the code itself doesn't say: a library's, or a file linked into several projects.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Other projects or deployment files say where it goes: a compiler, which sees neither, says something else here, or nothing.</summary>
    public bool NeedsSolution { get; init; }

    public bool Suppressed { get; init; }

    public bool ApprovalExpired { get; init; }

    /// <summary>Empty unless a project of the file is compiled for several.</summary>
    public ImmutableArray<string> TargetFrameworks { get; init; } = [];
}

/// <summary>An outbound call whose target nobody can say; line and column are 1-based.</summary>
internal sealed record UnresolvedCall(string File, int Line, int Column, string From, string Client, string Verb, string Reason);
