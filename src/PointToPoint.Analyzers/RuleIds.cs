namespace PointToPoint.Analyzers;

/// <summary>The ID of every rule. The band (first digit) is the category; an ID is never used again once released.</summary>
internal static class RuleIds
{
    /// <summary>Direct HTTP call to another system.</summary>
    public const string DirectHttpCall = "P2P1001";

    /// <summary>Direct SDK or RPC call to another system.</summary>
    public const string DirectSdkCall = "P2P1002";

    /// <summary>Client wired directly to another system.</summary>
    public const string DirectWiring = "P2P1003";

    /// <summary>Direct access to another system's database or queue.</summary>
    public const string DirectDataAccess = "P2P1004";

    /// <summary>Outbound call whose target is unknown.</summary>
    public const string UnknownTarget = "P2P1010";

    /// <summary>p2p.json cannot be read.</summary>
    public const string UnreadableManifest = "P2P9001";

    /// <summary>An entry of p2p.json matches nothing, or contradicts another.</summary>
    public const string ContradictoryManifest = "P2P9002";
}
