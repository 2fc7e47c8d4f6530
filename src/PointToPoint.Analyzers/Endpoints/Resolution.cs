using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>One place where a call may go.</summary>
/// <param name="Endpoint">What the systems are asked about.</param>
/// <param name="Display">As it is shown.</param>
/// <param name="Origin">The constant scheme and authority; see <see cref="OutboundCall.Origin"/>.</param>
/// <param name="Provenance">How it was found, from call to value.</param>
internal sealed record Candidate(ResolvedEndpoint Endpoint, string Display, string? Origin, ImmutableArray<string> Provenance)
{
    /// <summary>The name of p2p.json's system that it is shown by, because no address is known: another entry may know better whose it is. Null if it is shown as what it is.</summary>
    public string? ShownAs { get; init; }

    /// <summary>True if all that is known is which member of settings holds it.</summary>
    public bool IsOfMember { get; init; }

    /// <summary>The same, shown by the system that it turned out to belong to.</summary>
    public Candidate Of(string system) => ShownAs is not { } shown || shown == system ? this : this with
    {
        Display = system + Display.Substring(shown.Length),
        Provenance = Provenance.SetItem(Provenance.Length - 1, "p2p.json: " + system),
    };
}

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

    /// <summary>Of these, the objects of the code's own of whose member the address is.</summary>
    public ImmutableArray<ISymbol> OnObjects { get; init; } = [];

    /// <summary>The parameters that end a path and may be a part of it or a value in it: what the callers give tells.</summary>
    public ImmutableArray<ISymbol> MayOn { get; init; } = [];

    /// <summary>True if code was seen that binds the client.</summary>
    public bool IsBound { get; init; }

    /// <summary>True if nothing leaves: what is called is an object of the code's own, whoever made its interface, or a file of the machine.</summary>
    public bool IsInProcess { get; init; }

    /// <summary>Why nothing is known: a sentence without its stop.</summary>
    public string? UnknownReason { get; init; }

    /// <summary>What several say of one call: all places it may go to, or none where there are too many to name.</summary>
    public static Resolution AnyOf(IReadOnlyList<Resolution> several)
    {
        var direct = several.Where(one => !one.IsGateway && !one.Candidates.IsEmpty).ToList();
        var first = direct.Count > 0 ? direct[0] : several[0];
        var candidates = Bounded(direct.SelectMany(one => one.Candidates));
        return first with
        {
            Candidates = candidates ?? [],
            Wirings = [.. direct.SelectMany(one => one.Wirings).Distinct()],
            Verb = VerbList.Of((direct.Count > 0 ? direct : several).Select(one => one.Verb)),
            IsBound = several.Any(one => one.IsBound),
            IsInProcess = several.All(one => one.IsInProcess),
            On = [.. several.SelectMany(one => one.On).Distinct(Declarations.Comparer)],
            OnObjects = [.. several.SelectMany(one => one.OnObjects).Distinct(Declarations.Comparer)],
            MayOn = [.. several.SelectMany(one => one.MayOn).Distinct(Declarations.Comparer)],
            UnknownReason = candidates is null ? TooMany : first.UnknownReason,
        };
    }

    /// <summary>Each place once; null if they are more than can be named.</summary>
    public static ImmutableArray<Candidate>? Bounded(IEnumerable<Candidate> candidates)
    {
        var kept = ImmutableArray.CreateBuilder<Candidate>();
        foreach (var candidate in candidates.Where(candidate => !kept.Any(other => other.Display == candidate.Display)))
        {
            if (kept.Count == Limits.Alternatives)
            {
                return null;
            }

            kept.Add(candidate);
        }

        return kept.ToImmutable();
    }

    /// <summary>Why nothing is said where too much could be.</summary>
    public static string TooMany => $"it may go to more than {Limits.Alternatives} addresses";
}
