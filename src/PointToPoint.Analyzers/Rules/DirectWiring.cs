using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Rules;

/// <summary>P2P1003: <c>services.AddHttpClient&lt;ErpClient&gt;(c => c.BaseAddress = new Uri("https://erp.contoso.com"))</c>.</summary>
internal sealed class DirectWiring : CouplingRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.DirectWiring,
        "Client wired directly to another system",
        "'{0}' wires a client directly to {1}: {2} ({3}); bind it to the gateway as '{4}'",
        RuleCategories.Coupling,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A client bound to the other system's address makes every call through it a direct one. Bound to the gateway, none of them is.",
        helpLinkUri: HelpLink.To(RuleIds.DirectWiring));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    protected override object[] Arguments(OutboundCall call) => [call.From, Systems(call), Request(call), Short(call), call.GatewayKey ?? ""];
}
