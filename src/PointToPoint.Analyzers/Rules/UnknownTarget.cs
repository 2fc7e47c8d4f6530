using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Rules;

/// <summary>P2P1010: <c>http.GetAsync(url)</c> where nothing says what <c>url</c> is.</summary>
internal sealed class UnknownTarget : CouplingRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.UnknownTarget,
        "Outbound call whose target is unknown",
        "'{0}' calls out ({1}), but nobody can say which system: {2}",
        RuleCategories.Coupling,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        description: "The address can't be read from the code and its configuration. The call may or may not lead to another system; 'p2p scan' counts it.",
        helpLinkUri: HelpLink.To(RuleIds.UnknownTarget));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    protected override object[] Arguments(OutboundCall call) => [call.From, call.Verb, call.UnknownReason ?? ""];
}
