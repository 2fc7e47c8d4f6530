using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>What the framework gives through <c>out</c>: <c>Uri.TryCreate(text, kind, out var url)</c>, <c>urls.TryGetValue("erp", out var url)</c>.</summary>
internal sealed class OutValueSource(ValueFlow flow, params IReadOnlyList<TextSource> givers) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.LocalReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var local = ((ILocalReferenceOperation)operation).Local;
        return ReachingWrites.Of(flow.BodyOf(operation).WritesTo(local), operation.Syntax, out _) is [{ Operation: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "TryCreate" or "TryGetValue" } call } }]
            ? givers.Select(giver => giver.Evaluate(call, frame, evaluator, evaluation)).FirstOrDefault(value => value is not null)?.From("local " + local.Name)
            : null;
    }
}
