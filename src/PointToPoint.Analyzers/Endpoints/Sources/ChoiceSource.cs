using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>string.IsNullOrEmpty(url) ? a : b</c>, <c>url ?? a</c> and <c>kind switch { … }</c> where what is asked is known: then only one side counts. An empty text to fall back on says nothing
/// about where a call goes.
/// </summary>
internal sealed class ChoiceSource(Conditions conditions) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Conditional, OperationKind.Coalesce, OperationKind.SwitchExpression];

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
            case ICoalesceOperation coalesce when IsNull(coalesce.Value, frame, 0):
                return evaluator.Evaluate(coalesce.WhenNull, frame, evaluation);
            case ISwitchExpressionOperation choice when conditions.IsThere(choice.Value, frame, evaluator, evaluation, 0) && evaluator.Evaluate(choice.Value, frame, evaluation).Plain is { } value:
                return Chosen(choice, value, frame, evaluator, evaluation) is { } chosen ? evaluator.Evaluate(chosen, frame, evaluation) : null;
            default:
                return null;
        }
    }

    /// <summary>The arm for a known value; null if one before it asks for more than a constant.</summary>
    private static IOperation? Chosen(ISwitchExpressionOperation choice, string value, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        foreach (var arm in choice.Arms)
        {
            switch (arm)
            {
                case { Guard: null, Pattern: IDiscardPatternOperation }:
                    return arm.Value;
                case { Guard: null, Pattern: IConstantPatternOperation { Value: var constant } }:
                    if (evaluator.Evaluate(constant, frame, evaluation).Plain == value)
                    {
                        return arm.Value;
                    }

                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True for a parameter that the call gives null, or leaves at a default of null.</summary>
    private static bool IsNull(IOperation operation, Frame frame, int depth) => operation.Bare() is var bare
        && (bare.ConstantValue is { HasValue: true, Value: null }
            || (depth < Limits.CallDepth && bare is IParameterReferenceOperation { Parameter: var parameter } && frame.Arguments.TryGetValue(parameter, out var given) && IsNull(given.Operation, given.Frame, depth + 1)));

    private static bool IsEmpty(IOperation operation) => operation.ConstantValue.Value is ""
        || operation.Bare() is IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } };
}
