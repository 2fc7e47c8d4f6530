using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Where a value is looked at from: the arguments that the parameters of an inlined method stand for.</summary>
internal sealed record Frame(ImmutableDictionary<ISymbol, Place> Arguments)
{
    /// <summary>No caller is known: parameters are what they are.</summary>
    public static readonly Frame Root = new(ImmutableDictionary.Create<ISymbol, Place>(SymbolEqualityComparer.Default));
}

/// <summary>An operation together with the frame in which its parameters mean something.</summary>
internal readonly record struct Place(IOperation Operation, Frame Frame);
