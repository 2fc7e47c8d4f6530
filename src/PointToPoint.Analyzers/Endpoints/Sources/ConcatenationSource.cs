using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>a + b</c>, <c>url += b</c>, <c>string.Concat(a, b)</c>.</summary>
internal sealed class ConcatenationSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (Terms(operation) is not { } terms)
        {
            return null;
        }

        if (terms.Count > Limits.Terms)
        {
            return TextValue.Exhausted("a concatenation of more than " + Limits.Terms + " terms");
        }

        TextValue? value = null;
        foreach (var term in terms)
        {
            var next = evaluator.Evaluate(term, frame, evaluation);
            value = value is null ? next : value.Then(next);
        }

        return value;
    }

    private static List<IOperation>? Terms(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Terms(sum),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => [sum.Target, sum.Value],
        IInvocationOperation { TargetMethod: { Name: nameof(string.Concat), ContainingType.SpecialType: SpecialType.System_String } method } concat
            when method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_String) =>
            [.. concat.Arguments.Select(argument => argument.Value)],
        _ => null,
    };

    /// <summary>The operands from left to right, by a loop: a generated sum of thousands would overflow the stack.</summary>
    private static List<IOperation> Terms(IBinaryOperation sum)
    {
        var terms = new List<IOperation>();
        IOperation rest = sum;
        while (rest.ConstantValue is not { HasValue: true }
            && rest.Bare() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } next)
        {
            terms.Add(next.RightOperand);
            rest = next.LeftOperand;
        }

        terms.Add(rest);
        terms.Reverse();
        return terms;
    }
}
