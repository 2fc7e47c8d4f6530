using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>The rounds of the loops around an operation, for whom loops aren't known yet.</summary>
internal interface ILoopRounds
{
    /// <summary>True while what is looped over is being looked for: until then, loops have one round.</summary>
    bool AreLeftOut { get; }

    /// <summary>True if an operation runs in rounds.</summary>
    bool Has(IOperation operation);

    /// <summary>One frame for each round.</summary>
    ImmutableArray<Frame> Of(IOperation operation, Frame frame, CancellationToken cancellation);
}
