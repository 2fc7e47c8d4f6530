using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers;

/// <summary>Methods that the code has bodies of: what a call of one runs is told where that calls out, not at the call.</summary>
internal sealed class OwnBodies(Dispatch dispatch, CodeBase code)
{
    /// <summary>True if what a call of the method runs can be looked into.</summary>
    public bool Has(IMethodSymbol method, CancellationToken cancellation) =>
        dispatch.All(method, cancellation).Any(body => !body.Member.IsAbstract && !AttributedInterfaces.IsGenerated(body.Member) && body.Member.DeclaringSyntaxReferences.Any(reference => code.ModelOf(reference.SyntaxTree) is not null));
}
