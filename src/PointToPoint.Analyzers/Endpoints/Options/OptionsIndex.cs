using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>The bindings of options classes in the compilation.</summary>
internal sealed class OptionsIndex(CandidateIndex<BindingCandidate, OptionsBinding> candidates)
{
    /// <summary>Where this class gets its values, in order of path and position.</summary>
    public ImmutableArray<OptionsBinding> Of(ITypeSymbol type, CancellationToken cancellation) =>
    [
        .. candidates.Bound(candidate => candidate.TypeName is null || candidate.TypeName == type.Name, cancellation)
            .Where(binding => SymbolEqualityComparer.Default.Equals(binding.Type.OriginalDefinition, type.OriginalDefinition)),
    ];
}
