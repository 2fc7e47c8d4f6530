using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>One question about wrappers, with its own state.</summary>
internal sealed class WrapperSearch(CancellationToken cancellation)
{
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>What is thought so far of methods that call each other.</summary>
    public CircleGuesses<IOperation> Guesses { get; } = new();

    /// <summary>The methods that a way came back to, while it is found out what one of them hands on.</summary>
    public HashSet<ISymbol> ComesBackTo { get; set; } = new(Declarations.Comparer);

    /// <summary>True while calls are left out that don't come about for what the caller gives.</summary>
    public bool LeavesOut { get; set; }

    /// <summary>True if one was.</summary>
    public bool HasLeftOut { get; set; }

    /// <summary>True if a way came back to a method that it had been through.</summary>
    public bool IsCut { get; set; }
}
