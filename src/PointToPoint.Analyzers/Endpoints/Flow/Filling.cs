using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What code sets a member of an object that it is handed to, in order.</summary>
/// <param name="Values">The values, or configuration that the object is bound to.</param>
/// <param name="IsSure">True if it is sure to set it: what was there before is gone.</param>
internal sealed record Filling(ImmutableArray<FilledValue> Values, bool IsSure)
{
    public static readonly Filling Nothing = new([], IsSure: false);

    /// <summary>The same, done to a part of the object.</summary>
    public Filling Below(int members) => this with { Values = [.. Values.Select(value => value with { Above = value.Above + members })] };

    /// <summary>What is set by code that runs one of several functions.</summary>
    public static Filling AnyOf(IReadOnlyCollection<Filling> fillings) =>
        fillings.Count == 0 ? Nothing : new([.. fillings.SelectMany(filling => filling.Values)], fillings.All(filling => filling.IsSure));
}

/// <summary>One thing that a member is set to.</summary>
/// <param name="Place">The value; the binding call where configuration fills the whole object.</param>
/// <param name="IsBound">True if it is the binding call.</param>
/// <param name="Above">How many members of the path lead to the object that configuration fills: <c>section.Bind(options.Api)</c> is one.</param>
internal readonly record struct FilledValue(Place Place, bool IsBound, int Above = 0);
