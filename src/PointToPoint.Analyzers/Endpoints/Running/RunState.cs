using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>What the variables of a body hold on one way through it.</summary>
internal sealed record RunState(ImmutableDictionary<ISymbol, TextValue> Values)
{
    public RunState With(ISymbol variable, TextValue value) => new(Values.SetItem(variable, value));

    /// <summary>One way that stands for several: each variable may hold what it holds on any of them. What one of them doesn't hold isn't held.</summary>
    public static RunState Joined(IReadOnlyList<RunState> states)
    {
        var values = ImmutableDictionary.CreateBuilder<ISymbol, TextValue>(states[0].Values.KeyComparer);
        foreach (var pair in states[0].Values)
        {
            var held = states.Select(state => state.Values.TryGetValue(pair.Key, out var value) ? value : null).ToList();
            if (held.TrueForAll(value => value is not null) && TextValue.AnyOf(held!) is { } any)
            {
                values.Add(pair.Key, any with { IsThere = held.TrueForAll(value => value!.IsThere) });
            }
        }

        return new RunState(values.ToImmutable());
    }

    /// <summary>True if every variable holds the same texts: two ways that need not be told apart.</summary>
    public bool IsSameAs(RunState other) => ReferenceEquals(Values, other.Values)
        || (Values.Count == other.Values.Count && Values.All(pair => other.Values.TryGetValue(pair.Key, out var value) && AreSame(pair.Value, value)));

    private static bool AreSame(TextValue first, TextValue second) => ReferenceEquals(first, second)
        || (first.IsThere == second.IsThere && first.IsNull == second.IsNull && first.Alternatives.Length == second.Alternatives.Length
            && first.Alternatives.Zip(second.Alternatives, (one, other) => one.Parts.SequenceEqual(other.Parts)).All(same => same));
}
