using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>The bindings of options classes in the code.</summary>
internal sealed class OptionsIndex(CandidateIndex<BindingCandidate, OptionsBinding> candidates, CallSites sites)
{
    /// <summary>Where this class gets its values, in order of path and position.</summary>
    public ImmutableArray<OptionsBinding> Of(ITypeSymbol type, CancellationToken cancellation) =>
    [
        .. candidates.Bound(candidate => candidate.TypeName is null || candidate.IsGeneric || candidate.TypeName == type.Name, cancellation)
            .Where(binding => binding.Type is ITypeParameterSymbol || Declarations.Same(binding.Type, type))
            .SelectMany(binding => Instances(binding, cancellation))
            .Where(binding => Declarations.Same(binding.Type, type)),
    ];

    /// <summary>A binding in a method of its own is one for each caller: <c>AddConfiguration&lt;T&gt;(builder)</c> around <c>AddOptions&lt;T&gt;().Bind(…)</c>.</summary>
    private IEnumerable<OptionsBinding> Instances(OptionsBinding binding, CancellationToken cancellation) =>
        sites.Enclosing(binding.Call) is { } method && CallSites.DependsOn(binding.Call, method)
            ? sites.Frames(method, cancellation).Select(frame => binding with { Frame = frame, Type = frame.Resolve(binding.Type) })
            : [binding];
}
