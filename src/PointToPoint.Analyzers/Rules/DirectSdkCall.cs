using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Rules;

/// <summary>P2P1002: <c>stripe.Charges.CreateAsync(…)</c>, <c>basketClient.GetBasketAsync(…)</c> in the code of another system.</summary>
internal sealed class DirectSdkCall : CouplingRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.DirectSdkCall,
        "Direct SDK or RPC call to another system",
        "'{0}' calls {1} directly through {5}: {2} ({3}); put a gateway port in front of it, for '{4}'",
        RuleCategories.Coupling,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A direct call of a vendor's SDK or another system's RPC contract ties the caller to both. Behind a port that the gateway implements, either can change on its own.",
        helpLinkUri: HelpLink.To(RuleIds.DirectSdkCall));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    protected override object[] Arguments(OutboundCall call) => [call.From, Systems(call), Request(call), Short(call), call.GatewayKey ?? "", call.Client];
}
