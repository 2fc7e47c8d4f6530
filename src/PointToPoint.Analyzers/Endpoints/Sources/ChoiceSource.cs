using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>string.IsNullOrEmpty(url) ? a : b</c>, <c>url ?? a</c> and <c>kind switch { … }</c> where what is asked is known: then only one side counts. An empty text to fall back on says nothing
/// about where a call goes.
/// </summary>
internal sealed class ChoiceSource(Conditions conditions, ValueFlow flow) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Conditional, OperationKind.Coalesce, OperationKind.CoalesceAssignment, OperationKind.SwitchExpression];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            case IConditionalOperation { Condition: { } condition, WhenTrue: var whenTrue, WhenFalse: { } whenFalse }:
                return conditions.Decide(condition, frame, evaluator, evaluation) switch
                {
                    true => evaluator.Evaluate(whenTrue, frame, evaluation),
                    false => evaluator.Evaluate(whenFalse, frame, evaluation),
                    null => flow.Types.Decide(condition, frame, out var on, evaluation.Cancellation) is null && on is not null
                        ? evaluator.Evaluate(whenTrue, frame, evaluation).Or(evaluator.Evaluate(whenFalse, frame, evaluation)).ChosenBy(on)
                        : null,
                };
            case ICoalesceOperation coalesce when IsEmpty(coalesce.WhenNull) || conditions.IsThere(coalesce.Value, frame, evaluator, evaluation, 0):
                return evaluator.Evaluate(coalesce.Value, frame, evaluation);
            case ICoalesceOperation coalesce when conditions.IsNull(coalesce.Value, frame, evaluation):
                return evaluator.Evaluate(coalesce.WhenNull, frame, evaluation);
            case ICoalesceAssignmentOperation assignment when conditions.IsThere(assignment.Target, frame, evaluator, evaluation, 0):
                return evaluator.Evaluate(assignment.Target, frame, evaluation);
            case ICoalesceAssignmentOperation assignment when conditions.IsNull(assignment.Target, frame, evaluation):
                return evaluator.Evaluate(assignment.Value, frame, evaluation);
            case ISwitchExpressionOperation choice when TypeAsked(choice.Value, frame, evaluation) is { } type:
                return Declarations.ParameterIn(type) is { } open
                    ? evaluator.Followed(choice, frame, evaluation).ChosenBy(open)
                    : Chosen(choice, arm => Fits(arm, type, frame, evaluator, evaluation)) is { } fitting ? evaluator.Evaluate(fitting, frame, evaluation) : null;
            case ISwitchExpressionOperation choice when conditions.IsThere(choice.Value, frame, evaluator, evaluation, 0) && evaluator.Evaluate(choice.Value, frame, evaluation).Plain is { } value:
                return Chosen(choice, arm => IsFor(arm, value, frame, evaluator, evaluation)) is { } chosen ? evaluator.Evaluate(chosen, frame, evaluation) : null;
            default:
                return null;
        }
    }

    /// <summary>The arm for a known value; null if one before it asks for more than a constant.</summary>
    private static IOperation? Chosen(ISwitchExpressionOperation choice, Func<ISwitchExpressionArmOperation, bool?> isIt)
    {
        foreach (var arm in choice.Arms)
        {
            switch (arm is { Guard: null, Pattern: IDiscardPatternOperation } ? true : isIt(arm))
            {
                case true:
                    return arm.Value;
                case null:
                    return null;
            }
        }

        return null;
    }

    private static bool? IsFor(ISwitchExpressionArmOperation arm, string value, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        arm is { Guard: null, Pattern: IConstantPatternOperation { Value: var constant } } ? evaluator.Evaluate(constant, frame, evaluation).Plain == value : null;

    /// <summary>The type that a switch asks for, itself or by its name; null if it asks for something else.</summary>
    private ITypeSymbol? TypeAsked(IOperation value, Frame frame, Evaluation evaluation) => value.Bare() switch
    {
        IPropertyReferenceOperation { Property: { Name: nameof(Type.Name), ContainingType.Name: nameof(Type) or nameof(System.Reflection.MemberInfo) }, Instance: { } named } =>
            flow.Types.TypeOf(named, frame, evaluation.Cancellation) is { } type && Declarations.ParameterIn(type) is not null ? type : null,
        var asked => flow.Types.TypeOf(asked, frame, evaluation.Cancellation),
    };

    /// <summary><c>var t when t == typeof(Order)</c>: the guard tells.</summary>
    private bool? Fits(ISwitchExpressionArmOperation arm, ITypeSymbol type, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        arm is { Guard: { } guard, Pattern: IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } or IDeclarationPatternOperation { MatchedType.Name: nameof(Type) } }
            && type.TypeKind != TypeKind.Error
            ? conditions.Decide(guard, frame, evaluator, evaluation)
            : null;

    private static bool IsEmpty(IOperation operation) => operation.ConstantValue.Value is ""
        || operation.Bare() is IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } };
}
