using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>One source of truth about texts and addresses: knows some kinds of operation, and says what text they make.</summary>
internal abstract class TextSource
{
    /// <summary>The kinds of operation this source is asked about.</summary>
    public abstract ImmutableArray<OperationKind> Kinds { get; }

    /// <summary>The text that the operation makes; null if this source doesn't know this one.</summary>
    public abstract TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation);
}
