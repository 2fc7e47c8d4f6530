using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Origins;
using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// Where a message goes: to the queue that the call or its client names, on the broker that the client is bound to. The name counts even where nobody knows the broker.
/// </summary>
internal static class Queues
{
    // What stands in front of a queue's name in an address of a bus: MassTransit's "queue:erp-orders".
    private static readonly ImmutableArray<string> _kinds = ["queue:", "exchange:", "topic:"];

    /// <param name="origins">Where the client comes from; each may name a queue of its own.</param>
    /// <param name="named">The queue that the call names; null if none.</param>
    public static Resolution Of(ImmutableArray<ClientOrigin> origins, TextValue? named)
    {
        // An origin that says nothing is no other broker.
        origins = origins.Any(origin => origin.BaseAddress is not null) ? origins.RemoveAll(origin => origin.BaseAddress is null) : origins;
        var candidates = ImmutableArray.CreateBuilder<Candidate>();
        var on = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (var origin in origins.IsEmpty ? [new ClientOrigin()] : origins)
        {
            foreach (var name in (named ?? origin.Queue ?? TextValue.Literal("")).Alternatives)
            {
                on.AddRange(Address.Read(name).On);
                foreach (var broker in origin.BaseAddress?.Alternatives ?? [new Alternative([], [])])
                {
                    var root = Address.Read(broker);
                    on.AddRange(root.On);
                    var candidate = Of(root, name, origin);
                    if (candidates.Count < Limits.Alternatives && !candidates.Any(other => other.Display == candidate.Display))
                    {
                        candidates.Add(candidate);
                    }
                }
            }
        }

        if (origins.All(origin => origin.BaseAddress is null) && origins.Select(origin => origin.On).FirstOrDefault(symbol => symbol is not null) is { } through && candidates.All(candidate => candidate.Endpoint.Queue is null))
        {
            on.Add(through);
        }

        return new Resolution
        {
            Candidates = candidates.ToImmutable(),
            On = [.. on.Distinct(Declarations.Comparer)],
            Wirings = [.. origins.SelectMany(origin => origin.Wirings).Distinct()],
            UnknownReason = "nothing says which queue it is",
        };
    }

    /// <summary>A name that stands behind an address: a configuration key in it is a hole there.</summary>
    public static Alternative WithoutKeys(Alternative name) =>
        name with { Parts = [.. name.Parts.Select(part => part is KeyPart key ? new HolePart("the configuration value " + key.Key) : part)] };

    private static Candidate Of(Address root, Alternative name, ClientOrigin origin)
    {
        var text = string.Concat(name.Parts.Select(part => part is LiteralPart literal ? literal.Text : "{}"));
        text = _kinds.FirstOrDefault(kind => text.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) is { } prefix ? text.Substring(prefix.Length) : text;
        var address = Address.Read(WithoutKeys(name));

        // A queue may have an address of its own, as Amazon's have.
        var at = address.Kind == AddressKind.Absolute ? address
            : root.Kind is AddressKind.Absolute or AddressKind.Symbolic ? AddressJoin.Join(root, new Address(AddressKind.Relative, name.Provenance) { Path = text })
            : null;
        var queue = text.Substring(text.LastIndexOf(text.StartsWith("arn:", StringComparison.Ordinal) ? ':' : address.Kind == AddressKind.Absolute ? '/' : '\0') + 1);
        var keys = name.Parts.Select(part => part is KeyPart key ? key.Key : (part as LiteralPart)?.Key).OfType<string>();
        var endpoint = (at?.ToEndpoint(origin.ClientName, origin.ClientType) ?? new ResolvedEndpoint()) with
        {
            Queue = queue.Length > 0 && queue.IndexOf('{') < 0 ? queue : null,
            ConfigurationKeys = [.. (at?.Keys ?? []).Concat(keys).Distinct()],
        };
        var display = at?.Display() ?? (name.Parts is [KeyPart only] ? "config:" + only.Key : "queue:" + text);
        return new Candidate(endpoint, display, null, at is null || address.Kind == AddressKind.Absolute ? name.Provenance : Alternative.Join(origin.Provenance, Alternative.Join(root.Provenance, name.Provenance)));
    }
}
