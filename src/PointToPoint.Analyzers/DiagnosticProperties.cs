using System.Collections.Immutable;

using PointToPoint.Analyzers.Endpoints;

namespace PointToPoint.Analyzers;

/// <summary>
/// The keys of <c>Diagnostic.Properties</c>: the whole record, so that code fixes never analyse again and SARIF carries it. Lists are joined by
/// <see cref="Separator"/>.
/// </summary>
internal static class DiagnosticProperties
{
    public const string Kind = "kind";
    public const string From = "from";
    public const string To = "to";
    public const string AlsoTo = "alsoTo";
    public const string ToOwner = "toOwner";
    public const string GatewayKey = "gatewayKey";
    public const string Protocol = "protocol";
    public const string Client = "client";
    public const string Member = "member";
    public const string Verb = "verb";
    public const string Endpoint = "endpoint";
    public const string Origin = "origin";
    public const string Provenance = "provenance";
    public const string Via = "via";
    public const string Verdict = "verdict";
    public const string UnknownReason = "unknownReason";
    public const string ApprovalExpired = "approvalExpired";

    public const string Separator = ProvenanceText.Separator;

    public static ImmutableDictionary<string, string?> Of(OutboundCall call)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        properties[Kind] = call.Kind.ToString().ToLowerInvariant();
        properties[From] = call.From;
        properties[Protocol] = call.Protocol;
        properties[Client] = call.Client;
        properties[Member] = call.Member;
        properties[Verdict] = call.Verdict.ToString().ToLowerInvariant();
        Add(To, call.To);
        Add(AlsoTo, string.Join(Separator, call.AlsoTo));
        Add(ToOwner, call.ToOwner);
        Add(GatewayKey, call.GatewayKey);
        Add(Verb, call.Verb);
        Add(Endpoint, call.Endpoint);
        Add(Origin, call.Origin);
        Add(Provenance, ProvenanceText.Whole(call.Provenance));
        Add(Via, string.Join(Separator, call.Via));
        Add(UnknownReason, call.UnknownReason);
        Add(ApprovalExpired, call.ApprovalExpired ? "true" : null);
        return properties.ToImmutable();

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                properties[key] = value;
            }
        }
    }
}
