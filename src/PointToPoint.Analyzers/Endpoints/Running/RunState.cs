using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>What the variables of a body hold on one way through it.</summary>
internal sealed record RunState(ImmutableDictionary<ISymbol, TextValue> Values)
{
    public RunState With(ISymbol variable, TextValue value) => new(Values.SetItem(variable, value));

    /// <summary>True if every variable holds the same texts: two ways that need not be told apart.</summary>
    public bool IsSameAs(RunState other) => ReferenceEquals(Values, other.Values)
        || (Values.Count == other.Values.Count && Values.All(pair => other.Values.TryGetValue(pair.Key, out var value) && AreSame(pair.Value, value)));

    private static bool AreSame(TextValue first, TextValue second) => ReferenceEquals(first, second)
        || (first.IsThere == second.IsThere && first.IsNull == second.IsNull && first.Alternatives.Length == second.Alternatives.Length
            && first.Alternatives.Zip(second.Alternatives, (one, other) => one.Parts.SequenceEqual(other.Parts)).All(same => same));
}
