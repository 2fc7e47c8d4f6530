using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Rules;

/// <summary>
/// Never reported: a descriptor that no setting can switch off, so that the driver runs the analyzer for its records even where every rule is off.
/// </summary>
internal static class RecordDescriptor
{
#pragma warning disable RS2000, RS2002 // not a rule: nobody ever sees it, so there is nothing to release
    public static readonly DiagnosticDescriptor Instance = new(
        "P2P0000",
        "Record of an outbound call",
        "Record of an outbound call",
        RuleCategories.Coupling,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        customTags: WellKnownDiagnosticTags.NotConfigurable);
#pragma warning restore RS2000, RS2002
}
