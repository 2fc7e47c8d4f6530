using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Rules;

/// <summary>P2P1004: <c>new NpgsqlConnection("Host=erp-db;…")</c> in the code of another system.</summary>
internal sealed class DirectDataAccess : CouplingRule
{
    private static readonly DiagnosticDescriptor _descriptor = new(
        RuleIds.DirectDataAccess,
        "Direct access to another system's database or queue",
        "'{0}' reaches into {1} directly through {5}: {2} ({3}); ask the system through the gateway as '{4}' instead",
        RuleCategories.Coupling,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A database or queue that two systems share couples them by its schema, which neither can change alone. Only p2p.json says whose it is: a system's own data is its own affair.",
        helpLinkUri: HelpLink.To(RuleIds.DirectDataAccess));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    protected override object[] Arguments(OutboundCall call) => [call.From, Systems(call), Request(call), Short(call), call.GatewayKey ?? "", call.Client];
}
