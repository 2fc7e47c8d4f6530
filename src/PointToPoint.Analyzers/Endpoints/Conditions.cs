using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
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
                IIsPatternOperation test => Matches(test.Pattern, test.Value, frame, evaluator, evaluation),
                IPropertyReferenceOperation { Property: { Name: nameof(Nullable<int>.HasValue), ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } asked } =>
                    IsThere(asked, frame, evaluator, evaluation, 0) ? true : IsNull(asked, frame, evaluation) ? false : null,
                IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String } question => Ask(question, frame, evaluator, evaluation),
                IMemberReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } flag when OfFlag(flag, frame, evaluation) is { } isSet => isSet,
                ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation when IsThere(condition, frame, evaluator, evaluation, 0) => evaluator.Evaluate(condition, frame, evaluation).Plain switch
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

    /// <summary>A flag of an object whose every change is seen: what it was set to, wherever it was, and false where it never was.</summary>
    private bool? OfFlag(IMemberReferenceOperation flag, Frame frame, Evaluation evaluation) => !evaluation.TryStep() ? null
        : flag is IPropertyReferenceOperation property && flow.SetOnOwn(property, frame, evaluation.Cancellation) is { IsEmpty: false } set
            ? set.Select(place => place.Operation.ConstantValue is { HasValue: true, Value: bool value } ? value : (bool?)null).Distinct().ToList() is [var only] ? only : null
        : flow.IsUnset(flag, frame, evaluation.Cancellation) ? false
        : null;

    /// <summary>Whether a value is what a pattern asks for; null if that isn't known.</summary>
    public bool? Matches(IPatternOperation pattern, IOperation value, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => pattern switch
    {
        IDiscardPatternOperation => true,
        INegatedPatternOperation not => !Matches(not.Pattern, value, frame, evaluator, evaluation),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => And(Matches(both.LeftPattern, value, frame, evaluator, evaluation), Matches(both.RightPattern, value, frame, evaluator, evaluation)),
        IBinaryPatternOperation either => !And(!Matches(either.LeftPattern, value, frame, evaluator, evaluation), !Matches(either.RightPattern, value, frame, evaluator, evaluation)),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => IsThere(value, frame, evaluator, evaluation, 0) ? false : IsNull(value, frame, evaluation) ? true : null,
        IConstantPatternOperation { Value: var constant } => IsNull(value, frame, evaluation) ? false
            : IsThere(value, frame, evaluator, evaluation, 0) && evaluator.Evaluate(value, frame, evaluation).Plain is { } known ? known == evaluator.Evaluate(constant, frame, evaluation).Plain
            : null,
        _ => null,
    };

    /// <summary>True if there is sure to be no value: a parameter that the call gives null or leaves at that, a variable that holds it, a field that nothing has set.</summary>
    public bool IsNull(IOperation operation, Frame frame, Evaluation evaluation, int depth = 0)
    {
        operation = operation.Bare();
        if (IsNull(operation) || operation is IDefaultValueOperation { Type: { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } })
        {
            return true;
        }

        if (operation is IFieldReferenceOperation { Type.IsReferenceType: true } field)
        {
            return evaluation.TryStep() && flow.IsUnset(field, frame, evaluation.Cancellation);
        }

        if (operation is IPropertyReferenceOperation { Type: { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } property)
        {
            return !frame.Arguments.IsEmpty && depth < Limits.Hops && evaluation.TryStep()
                && (flow.SetOnOwn(property, frame, evaluation.Cancellation) is { IsEmpty: false } set
                    ? set.All(source => source.Operation.Syntax != operation.Syntax && IsNull(source.Operation, source.Frame, evaluation, depth + 1))
                    : flow.StartOnOwn(property, frame, evaluation.Cancellation) is { Initial: var initial } && (initial is null || IsNull(initial)));
        }

        if (operation is not (ILocalReferenceOperation or IParameterReferenceOperation) || operation.Variable() is not { } variable)
        {
            return false;
        }

        return frame.ValueOf(variable, operation.Syntax) is { } held ? held.IsNull
            : depth < Limits.Hops && evaluation.TryStep() && (variable is ILocalSymbol || frame.Arguments.ContainsKey(variable) || frame.This is not null)
                && flow.Next(operation, frame, evaluation.Cancellation) is { Unknown: null, Sources: { IsEmpty: false, Length: <= Limits.Alternatives } sources }
                && sources.All(source => source.Operation.Syntax != operation.Syntax && IsNull(source.Operation, source.Frame, evaluation, depth + 1));
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
            case IInterpolatedStringOperation or IArrayCreationOperation or ICollectionExpressionOperation or IObjectCreationOperation or IAnonymousObjectCreationOperation:
            case IPropertyReferenceOperation { Property: var verb } when HttpMethods.Is(verb):
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String }:
            case IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } }:
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String }:
            case IInvocationOperation { Type.SpecialType: SpecialType.System_String, TargetMethod.ContainingType.SpecialType: SpecialType.System_String }:
                return true;
            case ILocalReferenceOperation or IParameterReferenceOperation when frame.ValueOf(operation.Variable()!, operation.Syntax) is { } held:
                return held.IsThere;
            case ICoalesceAssignmentOperation assignment:
                return IsThere(IsNull(assignment.Target, frame, evaluation) ? assignment.Value : assignment.Target, frame, evaluator, evaluation, depth);
            case IPropertyReferenceOperation { Property: { Name: "Method", ContainingType: { } type }, Instance: { } verb } when HttpMethods.Is(type):
                return IsThere(verb, frame, evaluator, evaluation, depth);
            case IBinaryOperation { Type.SpecialType: SpecialType.System_Int32 } numbers:
                return IsThere(numbers.LeftOperand, frame, evaluator, evaluation, depth) && IsThere(numbers.RightOperand, frame, evaluator, evaluation, depth);
            case ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_Int32 } numbers:
                return IsThere(numbers.Target, frame, evaluator, evaluation, depth) && IsThere(numbers.Value, frame, evaluator, evaluation, depth);
            case IIncrementOrDecrementOperation step:
                return IsThere(step.Target, frame, evaluator, evaluation, depth);
            case IPropertyReferenceOperation { Property.Name: nameof(Type.Name) or nameof(Type.FullName), Instance: { } named } when named.Bare() is ITypeOfOperation { TypeOperand: var type }:
                return frame.Resolve(type) is not ITypeParameterSymbol;
            case IPropertyReferenceOperation { Property: { Name: "Length" or "Count", DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } counted }:
                return counted.Type?.SpecialType != SpecialType.System_String || IsThere(counted, frame, evaluator, evaluation, depth);
            case IParameterReferenceOperation { Parameter: var parameter } when !frame.Arguments.ContainsKey(parameter) && frame.This is null:
            case IFieldReferenceOperation { Field: { IsReadOnly: false, IsConst: false } }:
                return false;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation when depth < Limits.Hops:
                return IsThereFrom(operation, frame, evaluator, evaluation, depth);
            case IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false, SetMethod: null } onlyRead } when depth < Limits.Hops && Declarations.IsStored(onlyRead):
                return IsThereFrom(operation, frame, evaluator, evaluation, depth);
            case IPropertyReferenceOperation { Property: { SetMethod.IsInitOnly: true } passed } when depth < Limits.Hops && PassedObjects.Positional(passed, evaluation.Cancellation) is not null:
                return IsThereFrom(operation, frame, evaluator, evaluation, depth);
            case IPropertyReferenceOperation { Property.DeclaringSyntaxReferences.IsEmpty: false } property when depth < Limits.Hops:
                return flow.SetOnOwn(property, frame, evaluation.Cancellation) is { IsEmpty: false } set
                    ? set.All(source => source.Operation.Syntax != operation.Syntax && IsThere(source.Operation, source.Frame, evaluator, evaluation, depth + 1))
                    : flow.StartOnOwn(property, frame, evaluation.Cancellation) is { Initial: var initial }
                        && (initial is null ? property.Type is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean } : IsThere(initial, Frame.Root, evaluator, evaluation, depth + 1));
            case IArrayElementReferenceOperation { Indices: [var index] } element when depth < Limits.Hops:
                return ElementOf(element.ArrayReference, index, frame, evaluator, evaluation) is { } found
                    && (found.Place is { } place ? IsThere(place.Operation, place.Frame, evaluator, evaluation, depth + 1) : !found.IsMany);
            default:
                return false;
        }
    }

    /// <summary>The same of all that a variable's value comes from.</summary>
    private bool IsThereFrom(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation, int depth) =>
        flow.Next(operation, frame, evaluation.Cancellation) is { Unknown: null, Sources.IsEmpty: false } hop
        && (hop.Sources.Length <= Limits.Alternatives) && hop.Sources.All(source => source.Operation.Syntax != operation.Syntax && IsThere(source.Operation, source.Frame, evaluator, evaluation, depth + 1));

    /// <summary>Says what stands at an index; set once the sequences that need this exist.</summary>
    public Func<IOperation, IOperation, Frame, TextEvaluator, Evaluation, Element?> ElementOf { get; set; } = (_, _, _, _, _) => null;

    /// <summary>The verb of a message, or several with bars between; set once what reads messages exists.</summary>
    public Func<IOperation, Frame, Evaluation, string?> VerbOf { get; set; } = (_, _, _) => null;

    private static bool? And(bool? first, bool? second) => first == false || second == false ? false : first is null || second is null ? null : true;

    private bool? Compare(IBinaryOperation comparison, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var isEqual = comparison.OperatorKind == BinaryOperatorKind.Equals;
        if (isEqual || comparison.OperatorKind == BinaryOperatorKind.NotEquals)
        {
            if (IsNull(comparison.RightOperand) || IsNull(comparison.LeftOperand))
            {
                var asked = IsNull(comparison.RightOperand) ? comparison.LeftOperand : comparison.RightOperand;
                return IsThere(asked, frame, evaluator, evaluation, 0) ? !isEqual : IsNull(asked, frame, evaluation) ? isEqual : null;
            }

            if (IsOfMessage(comparison.LeftOperand) || IsOfMessage(comparison.RightOperand))
            {
                return IsVerb(VerbOf(comparison.LeftOperand, frame, evaluation), VerbOf(comparison.RightOperand, frame, evaluation)) is { } same ? same == isEqual : null;
            }

            if (!IsThere(comparison.LeftOperand, frame, evaluator, evaluation, 0) || !IsThere(comparison.RightOperand, frame, evaluator, evaluation, 0))
            {
                return null;
            }

            if (comparison.LeftOperand.Type is { } type && (type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Enum || HttpMethods.Is(type)))
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

    /// <summary>True for <c>message.Method</c>, and for its name.</summary>
    private static bool IsOfMessage(IOperation operand) => operand.Bare() is IPropertyReferenceOperation { Property: { Name: "Method", ContainingType: { } of }, Instance: { } instance }
        && (HttpMethods.Is(of) ? IsOfMessage(instance) : of is { Name: "HttpRequestMessage", ContainingNamespace: { Name: "Http", ContainingNamespace.Name: "Net" } });

    /// <summary>Whether two verbs are the same; null where one of them may be one of several, the other among them, or isn't known.</summary>
    private static bool? IsVerb(string? one, string? other) => one is null || other is null ? null
        : one == other && !one.Contains('|') ? true
        : VerbList.Each(one).Intersect(VerbList.Each(other), StringComparer.OrdinalIgnoreCase).Any() ? null
        : false;

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

            case nameof(string.Equals) when (question.Instance ?? question.Arguments[0].Value) is var one && question.Arguments[question.Instance is null ? 1 : 0].Value is var other
                && IsThere(one, frame, evaluator, evaluation, 0) && IsThere(other, frame, evaluator, evaluation, 0):
                return evaluator.Evaluate(one, frame, evaluation).Plain is { } left && evaluator.Evaluate(other, frame, evaluation).Plain is { } right
                    ? string.Equals(left, right, question.Arguments.Any(argument => argument.Value.Syntax.ToString().EndsWith("IgnoreCase", StringComparison.Ordinal)) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
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
