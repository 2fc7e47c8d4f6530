using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>What gives options classes their values.</summary>
internal sealed class OptionsIndex(CandidateIndex<BindingCandidate, OptionsChain> candidates, OptionsSetups setups, CallSites sites)
{
    /// <summary>What gives the objects of this class values, in order of path and position.</summary>
    public ImmutableArray<OptionsStep> Of(ITypeSymbol type, CancellationToken cancellation)
    {
        // A chain is found by each of its calls.
        var seen = new HashSet<SyntaxNode>();
        return
        [
            .. candidates.Bound(candidate => candidate.TypeName is null || candidate.IsGeneric || candidate.TypeName == type.Name, cancellation)
                .SelectMany(chain => chain.Steps)
                .Where(step => (step.Type is ITypeParameterSymbol || Declarations.Same(step.Type, type)) && seen.Add(step.At.Syntax))
                .SelectMany(step => Instances(step, cancellation))
                .Where(step => Declarations.Same(step.Type, type) && Declarations.MayBeSame(step.Type, type)),
            .. setups.Of(type, cancellation),
        ];
    }

    /// <summary>A step in a method of its own is one for each caller, one in a loop one for each round: <c>AddConfiguration&lt;T&gt;(builder)</c> around <c>AddOptions&lt;T&gt;().Bind(…)</c>.</summary>
    private IEnumerable<OptionsStep> Instances(OptionsStep step, CancellationToken cancellation) =>
        sites.FramesOf(step.At, method => CallSites.DependsOn(step.At, method), cancellation).Select((frame, caller) => step with { Frame = frame, Caller = caller, Type = frame.Resolve(step.Type) });
}
