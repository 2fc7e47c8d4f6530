using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Rules;

/// <summary>P2P1001: <c>http.GetAsync("https://erp.contoso.com/api/orders")</c> in the code of another system.</summary>
internal sealed class DirectHttpCall : CouplingRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.DirectHttpCall,
        "Direct HTTP call to another system",
        "'{0}' calls {1} directly: {2} ({3}); route it through the gateway as '{4}'",
        RuleCategories.Coupling,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A direct call ties the caller to the other system's address, protocol and contract. Through the gateway both can change on their own.",
        helpLinkUri: HelpLink.To(RuleIds.DirectHttpCall));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    protected override object[] Arguments(OutboundCall call) => [call.From, Systems(call), Request(call), Short(call), call.GatewayKey ?? ""];
}
