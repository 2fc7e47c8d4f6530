using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>Whole numbers that places are counted by: <c>i + 1</c>, <c>parts.Length - 1</c>, <c>text.Length</c>, <c>text.IndexOf('?')</c>.</summary>
internal sealed class NumberSource(Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds =>
        [OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement, OperationKind.PropertyReference, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation.Type?.SpecialType != SpecialType.System_Int32)
        {
            return null;
        }

        if (operation is ICompoundAssignmentOperation or IIncrementOrDecrementOperation && Counted(operation) is { } counter && frame.ValueOf(counter, operation.Syntax) is null && ReachingWrites.IsInLoop(operation.Syntax))
        {
            return TextValue.Unknown($"'{counter.Name}', which is counted in a loop");
        }

        return operation switch
        {
            IBinaryOperation binary => Of(binary.OperatorKind, Number(binary.LeftOperand), Number(binary.RightOperand)),
            ICompoundAssignmentOperation assignment => Of(assignment.OperatorKind, Number(assignment.Target), Number(assignment.Value)),
            IIncrementOrDecrementOperation step => Of(step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, Number(step.Target), 1),
            IPropertyReferenceOperation { Property.Name: "Length", Instance: { } text } when text.Type?.SpecialType == SpecialType.System_String || Running.Change.IsStringBuilder(text.Type) => Text(evaluator.Evaluate(text, frame, evaluation).Plain?.Length),
            IPropertyReferenceOperation { Property.Name: "Length" or "Count", Property.DeclaringSyntaxReferences.IsEmpty: true, Instance: { } counted } => Count(counted),
            IInvocationOperation { TargetMethod: { Name: nameof(string.IndexOf) or nameof(string.LastIndexOf), ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text, Arguments: [{ Value: { } searched }] } call =>
                evaluator.Evaluate(searched, frame, evaluation).Plain is { Length: > 0 } found && evaluator.Evaluate(text, frame, evaluation).Plain is { } whole
                    ? Text(call.TargetMethod.Name == nameof(string.IndexOf) ? whole.IndexOf(found, StringComparison.Ordinal) : whole.LastIndexOf(found, StringComparison.Ordinal))
                    : null,
            IInvocationOperation { TargetMethod: { Name: nameof(Enumerable.Count), ContainingType.Name: nameof(Enumerable) }, Arguments: [var counted] } => Count(counted.Value),
            _ => null,
        };

        int? Number(IOperation operand) => Numbers.Of(operand, frame, evaluator, evaluation);

        // An empty list is there to be filled, by code that isn't seen here.
        TextValue? Count(IOperation counted) =>
            Text(sequences.Of(counted, frame, evaluator, evaluation) is { IsEmpty: false } elements && !elements.Any(element => element.IsMany) ? elements.Length : null);
    }

    private static ISymbol? Counted(IOperation operation) => (operation is ICompoundAssignmentOperation assignment ? assignment.Target : ((IIncrementOrDecrementOperation)operation).Target).Variable();

    private static TextValue? Of(BinaryOperatorKind kind, int? first, int? second) => Text(kind switch
    {
        BinaryOperatorKind.Add => unchecked(first + second),
        BinaryOperatorKind.Subtract => unchecked(first - second),
        BinaryOperatorKind.Multiply => unchecked(first * second),
        _ => null,
    });

    private static TextValue? Text(int? number) => number is { } known ? TextValue.Literal(known.ToString(CultureInfo.InvariantCulture)) : null;
}
