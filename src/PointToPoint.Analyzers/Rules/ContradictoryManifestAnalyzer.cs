using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Rules;

/// <summary>Reports where p2p.json contradicts itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContradictoryManifestAnalyzer : ManifestProblemAnalyzer
{
    private static readonly DiagnosticDescriptor _rule = new(
        RuleIds.ContradictoryManifest,
        "p2p.json entry that matches nothing, or contradicts another",
        "p2p.json contradicts itself: {0}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Two entries of the systems manifest can't both be true, so one of them has no effect.",
        HelpLink.To(RuleIds.ContradictoryManifest));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [_rule];

    private protected override ManifestProblemKind Kind => ManifestProblemKind.Contradictory;
}
