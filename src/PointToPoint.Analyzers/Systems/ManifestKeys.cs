using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Every key that p2p.json may have. The JSON Schema lists the same; a test holds them together.</summary>
internal static class ManifestKeys
{
    public const string Schema = "$schema";
    public const string Systems = "systems";
    public const string Gateway = "gateway";
    public const string Approvals = "approvals";
    public const string Clients = "clients";
    public const string Owner = "owner";
    public const string Key = "key";
    public const string Owns = "owns";
    public const string Endpoints = "endpoints";
    public const string Sdks = "sdks";
    public const string Adapters = "adapters";
    public const string From = "from";
    public const string To = "to";
    public const string Reason = "reason";
    public const string Until = "until";

    public static ImmutableArray<string> Root { get; } = [Schema, Systems, Gateway, Approvals, Clients];

    public static ImmutableArray<string> System { get; } = [Owner, Key, Owns, Endpoints, Sdks];

    public static ImmutableArray<string> GatewayMembers { get; } = [Endpoints, Adapters];

    public static ImmutableArray<string> Approval { get; } = [From, To, Owner, Reason, Until];
}
