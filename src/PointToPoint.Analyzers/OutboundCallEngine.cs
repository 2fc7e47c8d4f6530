using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers;

/// <summary>
/// Makes the record of an outbound operation: which client, where it goes, who owns that, what is decided. One for a compilation; everything
/// it needs from other files is looked for only when the first call asks.
/// </summary>
internal sealed class OutboundCallEngine(ClientFamilies families, EndpointResolver endpoints, RecordMaker records)
{
    /// <summary>The record of a call or a registration; null if it neither leaves the process nor sets an address.</summary>
    public OutboundCall? OfInvocation(IInvocationOperation invocation, ISymbol containing, CancellationToken cancellation)
    {
        if (families.Match(invocation) is not var (family, operation))
        {
            return families.Registration(invocation) is { } registering && Wiring.Of(invocation) is { } wiring
                ? OfWiring(wiring, registering, containing, cancellation)
                : null;
        }

        var resolution = endpoints.OfCall(operation, new Evaluation(cancellation));
        return records.Make(OutboundCallKind.Call, RuleIds.DirectHttpCall, family.Protocol, Operations.NameLocation(invocation.Syntax), containing, resolution) with
        {
            Client = operation.Client,
            Member = DocumentationId(invocation.TargetMethod),
            Verb = operation.Verb ?? resolution.Verb ?? invocation.TargetMethod.Name,
        };
    }

    /// <summary>The record of a base address that is set; null if it is no wiring, or one that is told at its registration.</summary>
    public OutboundCall? OfAssignment(ISimpleAssignmentOperation assignment, ISymbol containing, CancellationToken cancellation)
    {
        return assignment.Target is IPropertyReferenceOperation { Property: var property } && families.Wiring(property) is { } family
            && Wiring.Of(assignment, property) is { } wiring
            ? OfWiring(wiring, family, containing, cancellation)
            : null;
    }

    private OutboundCall? OfWiring(Wiring wiring, ClientFamily family, ISymbol containing, CancellationToken cancellation)
    {

        var resolution = endpoints.OfWiring(wiring, new Evaluation(cancellation));
        if (resolution.Candidates.IsEmpty && !resolution.IsGateway)
        {
            return null;
        }

        return records.Make(OutboundCallKind.Wiring, RuleIds.DirectWiring, family.Protocol, wiring.Location, containing, resolution) with
        {
            Client = family.ClientName,
            Member = DocumentationId(wiring.Member),
        };
    }

    private static string DocumentationId(ISymbol symbol) => symbol.OriginalDefinition.GetDocumentationCommentId() ?? symbol.Name;
}
