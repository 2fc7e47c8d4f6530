using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>QueryHelpers.AddQueryString(address, …)</c> and <c>QueryStringExtensions</c> of that form: a query changes nothing about where an address leads.</summary>
internal sealed class QuerySource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "AddQueryString", ContainingType.Name: "QueryHelpers" } } call && call.Argument("uri") is { } address
            ? evaluator.Evaluate(address, frame, evaluation)
            : null;
}
