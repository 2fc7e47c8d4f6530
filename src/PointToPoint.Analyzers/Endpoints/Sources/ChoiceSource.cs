using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>string.IsNullOrEmpty(url) ? a : b</c> and <c>url ?? a</c> where what is asked is known: then only one side counts. An empty text to fall back on says nothing
/// about where a call goes.
/// </summary>
internal sealed class ChoiceSource(Conditions conditions) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Conditional, OperationKind.Coalesce];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            case IConditionalOperation { Condition: { } condition, WhenTrue: var whenTrue, WhenFalse: { } whenFalse }:
                return conditions.Decide(condition, frame, evaluator, evaluation) switch
                {
                    true => evaluator.Evaluate(whenTrue, frame, evaluation),
                    false => evaluator.Evaluate(whenFalse, frame, evaluation),
                    null => null,
                };
            case ICoalesceOperation coalesce when IsEmpty(coalesce.WhenNull) || conditions.IsThere(coalesce.Value, frame, evaluator, evaluation, 0):
                return evaluator.Evaluate(coalesce.Value, frame, evaluation);
            default:
                return null;
        }
    }

    private static bool IsEmpty(IOperation operation) => operation.ConstantValue.Value is ""
        || operation.Bare() is IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } };
}
