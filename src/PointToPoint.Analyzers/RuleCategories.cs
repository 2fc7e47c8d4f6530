namespace PointToPoint.Analyzers;

/// <summary>The categories, one for each band of <see cref="RuleIds"/>.</summary>
internal static class RuleCategories
{
    /// <summary>P2P1xxx.</summary>
    public const string Coupling = "Coupling";

    /// <summary>P2P9xxx.</summary>
    public const string Configuration = "Configuration";
}
