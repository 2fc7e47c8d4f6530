using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints;

namespace PointToPoint.Analyzers.Rules;

/// <summary>A rule of the band P2P1xxx: says of a record that it concerns what is wrong with it.</summary>
internal abstract class CouplingRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Fills the descriptor's message.</summary>
    protected abstract object[] Arguments(OutboundCall call);

    /// <summary>The diagnostic for a record that isn't quiet. A place in another project can't be shown with it.</summary>
    public Diagnostic Report(OutboundCall call, Compilation compilation) =>
        Diagnostic.Create(Descriptor, call.Location, call.Wirings.Where(wiring => wiring.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree)), DiagnosticProperties.Of(call), Arguments(call));

    /// <summary>Verb and endpoint: <c>GET https://erp.contoso.com/api/orders/{}</c>.</summary>
    protected static string Request(OutboundCall call) => (call.Verb + " " + call.Endpoint).Trim();

    /// <summary>The provenance in short.</summary>
    protected static string Short(OutboundCall call) => call.Provenance.IsEmpty ? "code" : ProvenanceText.Short(call.Provenance);

    protected static string Systems(OutboundCall call) => call.AlsoTo.IsEmpty ? $"'{call.To}'" : $"'{call.To}' (or '{string.Join("', '", call.AlsoTo)}')";
}
