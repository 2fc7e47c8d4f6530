using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// Whether a condition holds, where what it asks about is known: the end of a loop over known elements, <c>string.IsNullOrEmpty(url)</c> of a literal. What
/// configuration may change, or a value that may be null, is never decided.
/// </summary>
internal sealed class Conditions(ValueFlow flow)
{
    public bool? Decide(IOperation condition, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        condition = condition.Bare();
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant;
        }

        if (flow.Types.Decide(condition, frame, out _, evaluation.Cancellation) is { } known)
        {
            return known;
        }

        if (!evaluation.TryEnter())
        {
            return null;
        }

        try
        {
            return condition switch
            {
                IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Decide(not.Operand, frame, evaluator, evaluation),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both =>
                    And(Decide(both.LeftOperand, frame, evaluator, evaluation), Decide(both.RightOperand, frame, evaluator, evaluation)),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either =>
                    !And(!Decide(either.LeftOperand, frame, evaluator, evaluation), !Decide(either.RightOperand, frame, evaluator, evaluation)),
                IBinaryOperation comparison => Compare(comparison, frame, evaluator, evaluation),
                IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }, Value: { } value } =>
                    IsThere(value, frame, evaluator, evaluation, 0) ? false : null,
                IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } }, Value: { } value } =>
                    IsThere(value, frame, evaluator, evaluation, 0) ? true : null,
                IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String } question => Ask(question, frame, evaluator, evaluation),
                ILocalReferenceOperation or IParameterReferenceOperation when IsThere(condition, frame, evaluator, evaluation, 0) => evaluator.Evaluate(condition, frame, evaluation).Plain switch
                {
                    "True" => true,
                    "False" => false,
                    _ => null,
                },
                _ => null,
            };
        }
        finally
        {
            evaluation.Leave();
        }
    }

    /// <summary>
    /// True if a value is sure to be there, and to be what the code says: written out or put together, all the way from where it is made, and nowhere held where
    /// others may set it.
    /// </summary>
    public bool IsThere(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation, int depth)
    {
        if (operation.ConstantValue.HasValue)
        {
            return operation.ConstantValue.Value is not null;
        }

        if (!evaluation.TryStep())
        {
            return false;
        }

        operation = operation.Bare();
        switch (operation)
        {
            case IInterpolatedStringOperation or IArrayCreationOperation or ICollectionExpressionOperation or IObjectCreationOperation:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
            case IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } }:
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
            case IInvocationOperation { Type.SpecialType: SpecialType.System_String, TargetMethod.ContainingType.SpecialType: SpecialType.System_String }:
                return true;
            case ILocalReferenceOperation or IParameterReferenceOperation when frame.ValueOf(operation.Variable()!, operation.Syntax) is { } held:
                return held.IsThere;
            case IBinaryOperation { Type.SpecialType: SpecialType.System_Int32 } numbers:
                return IsThere(numbers.LeftOperand, frame, evaluator, evaluation, depth) && IsThere(numbers.RightOperand, frame, evaluator, evaluation, depth);
            case ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_Int32 } numbers:
                return IsThere(numbers.Target, frame, evaluator, evaluation, depth) && IsThere(numbers.Value, frame, evaluator, evaluation, depth);
            case IIncrementOrDecrementOperation step:
                return IsThere(step.Target, frame, evaluator, evaluation, depth);
            case IPropertyReferenceOperation { Property.Name: nameof(Type.Name), Instance: { } named } when named.Bare() is ITypeOfOperation { TypeOperand: var type }:
                return frame.Resolve(type) is not ITypeParameterSymbol;
            case IPropertyReferenceOperation { Property: { Name: "Length" or "Count", DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } counted }:
                return counted.Type?.SpecialType != SpecialType.System_String || IsThere(counted, frame, evaluator, evaluation, depth);
            case IParameterReferenceOperation { Parameter: var parameter } when !frame.Arguments.ContainsKey(parameter):
            case IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false } }:
                return false;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation when depth < Limits.Hops:
                return flow.Next(operation, frame, evaluation.Cancellation) is { Unknown: null, Sources.IsEmpty: false } hop
                    && (hop.Sources.Length <= Limits.Alternatives) && hop.Sources.All(source => source.Operation.Syntax != operation.Syntax && IsThere(source.Operation, source.Frame, evaluator, evaluation, depth + 1));
            case IArrayElementReferenceOperation { Indices: [var index] } element when depth < Limits.Hops:
                return ElementOf(element.ArrayReference, index, frame, evaluator, evaluation) is { } found
                    && (found.Place is { } place ? IsThere(place.Operation, place.Frame, evaluator, evaluation, depth + 1) : !found.IsMany);
            default:
                return false;
        }
    }

    /// <summary>Says what stands at an index; set once the sequences that need this exist.</summary>
    public Func<IOperation, IOperation, Frame, TextEvaluator, Evaluation, Element?> ElementOf { get; set; } = (_, _, _, _, _) => null;

    private static bool? And(bool? first, bool? second) => first == false || second == false ? false : first is null || second is null ? null : true;

    private bool? Compare(IBinaryOperation comparison, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var isEqual = comparison.OperatorKind == BinaryOperatorKind.Equals;
        if (isEqual || comparison.OperatorKind == BinaryOperatorKind.NotEquals)
        {
            if (IsNull(comparison.RightOperand) || IsNull(comparison.LeftOperand))
            {
                return IsThere(IsNull(comparison.RightOperand) ? comparison.LeftOperand : comparison.RightOperand, frame, evaluator, evaluation, 0) ? !isEqual : null;
            }

            if (!IsThere(comparison.LeftOperand, frame, evaluator, evaluation, 0) || !IsThere(comparison.RightOperand, frame, evaluator, evaluation, 0))
            {
                return null;
            }

            if (comparison.LeftOperand.Type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum })
            {
                return evaluator.Evaluate(comparison.LeftOperand, frame, evaluation).Plain is { } first && evaluator.Evaluate(comparison.RightOperand, frame, evaluation).Plain is { } second
                    ? first == second == isEqual
                    : null;
            }
        }

        if (!IsThere(comparison.LeftOperand, frame, evaluator, evaluation, 0) || !IsThere(comparison.RightOperand, frame, evaluator, evaluation, 0))
        {
            return null;
        }

        if (Numbers.Of(comparison.LeftOperand, frame, evaluator, evaluation) is not { } left || Numbers.Of(comparison.RightOperand, frame, evaluator, evaluation) is not { } right)
        {
            return null;
        }

        return comparison.OperatorKind switch
        {
            BinaryOperatorKind.Equals => left == right,
            BinaryOperatorKind.NotEquals => left != right,
            BinaryOperatorKind.LessThan => left < right,
            BinaryOperatorKind.LessThanOrEqual => left <= right,
            BinaryOperatorKind.GreaterThan => left > right,
            BinaryOperatorKind.GreaterThanOrEqual => left >= right,
            _ => null,
        };
    }

    private static bool IsNull(IOperation operation) => operation.Bare().ConstantValue is { HasValue: true, Value: null };

    private bool? Ask(IInvocationOperation question, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (question.TargetMethod.Name)
        {
            case nameof(string.IsNullOrEmpty) or nameof(string.IsNullOrWhiteSpace) when question.Arguments[0].Value is var asked && IsThere(asked, frame, evaluator, evaluation, 0):
                var value = evaluator.Evaluate(asked, frame, evaluation);
                return value.Alternatives.All(alternative => alternative.Parts.Any(part => part is LiteralPart { Key: null } literal && !string.IsNullOrWhiteSpace(literal.Text))) ? false
                    : value.Plain is { Length: 0 } ? true
                    : null;

            // Whether there is a slash is a matter of form, whoever may set the text.
            case nameof(string.StartsWith) or nameof(string.EndsWith) when question is { Instance: { } text, Arguments: [var sought, ..] }
                && (IsSlash(sought) || IsThere(text, frame, evaluator, evaluation, 0)):
                return evaluator.Evaluate(sought.Value, frame, evaluation).Plain is { Length: > 0 } end
                    ? Decided(evaluator.Evaluate(text, frame, evaluation).Alternatives.Select(alternative => Has(alternative, end, question.TargetMethod.Name == nameof(string.EndsWith), IsSlash(sought))))
                    : null;
            default:
                return null;
        }
    }

    private static bool IsSlash(IArgumentOperation sought) => sought.Value.ConstantValue.Value is '/' or "/";

    private static bool? Has(Alternative alternative, string sought, bool atEnd, bool isForm)
    {
        var part = atEnd ? alternative.Parts.Last() : alternative.Parts[0];
        return part is LiteralPart literal && (literal.Key is null || isForm) && (literal.Text.Length >= sought.Length || alternative.Parts.Length == 1)
            ? (atEnd ? literal.Text.EndsWith(sought, StringComparison.OrdinalIgnoreCase) : literal.Text.StartsWith(sought, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    /// <summary>The answer that all give; null if they differ.</summary>
    private static bool? Decided(IEnumerable<bool?> answers) => answers.Distinct().ToImmutableArray() is [var answer] ? answer : null;
}
