using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Rules;

/// <summary>Reports what can't be read in p2p.json.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadableManifestAnalyzer : ManifestProblemAnalyzer
{
    private static readonly DiagnosticDescriptor _rule = new(
        RuleIds.UnreadableManifest,
        "p2p.json cannot be read",
        "p2p.json cannot be read here: {0}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The systems manifest is damaged. What is readable counts; everything else is as if it weren't there, so systems and connections may be missing or wrong.",
        HelpLink.To(RuleIds.UnreadableManifest));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [_rule];

    private protected override ManifestProblemKind Kind => ManifestProblemKind.Unreadable;
}
