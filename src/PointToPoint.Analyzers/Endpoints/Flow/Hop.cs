using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>One hop of <see cref="ValueFlow"/>.</summary>
/// <param name="Variable">The variable that the value went through; null if none.</param>
/// <param name="Step">How a person would say it; null if it needs no saying.</param>
/// <param name="Sources">Where the value comes from.</param>
/// <param name="Unknown">What else it may come from that nobody here knows: the end of a sentence.</param>
/// <param name="On">The parameter that the unknown came through: its callers know more. A type parameter may choose between the sources, too.</param>
internal sealed record Hop(ISymbol? Variable, string? Step, ImmutableArray<Place> Sources, string? Unknown = null, ISymbol? On = null);
