using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>a + b</c>, <c>url += b</c>, <c>string.Concat(…)</c> of texts, objects or a collection.</summary>
internal sealed class ConcatenationSource(Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.Invocation, OperationKind.InterpolatedStringAddition];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (Terms(operation, frame, evaluator, evaluation) is not { } terms)
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
            value = value is null ? term.Evaluate(evaluator, evaluation) : value.Then(value.IsInQuery && !term.IsKnown ? TextValue.OfQuery : WithoutChoiceInQuery(term.Evaluate(evaluator, evaluation)));
            if (value.IsExhausted)
            {
                break;
            }
        }

        return value ?? TextValue.Literal("");
    }

    /// <summary><c>page != null ? "&amp;page=" + page : ""</c> is a part of a query, whatever stands before it: with each of such the ways to put a text together would double.</summary>
    private static TextValue WithoutChoiceInQuery(TextValue value) =>
        value.Alternatives.Length > 1 && value.Alternatives.All(alternative => alternative.Parts is [LiteralPart { Text: "" }] || alternative.Parts[0] is LiteralPart { Key: null, Text: ['&', ..] })
        && value.Alternatives.FirstOrDefault(alternative => alternative.Parts is [LiteralPart { Text: "" }]) is { } none
            ? value with { Alternatives = [none] }
            : value;

    private List<Element>? Terms(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            case IBinaryOperation sum when IsSum(sum.OperatorKind, sum.OperatorMethod, sum.Type):
                return [.. Terms(sum).Select(Of)];
            case ICompoundAssignmentOperation sum when IsSum(sum.OperatorKind, sum.OperatorMethod, sum.Type):
                return [Of(sum.Target), Of(sum.Value)];
            case IInterpolatedStringAdditionOperation sum:
                return [Of(sum.Left), Of(sum.Right)];
            case IInvocationOperation { TargetMethod: { Name: nameof(string.Concat), ContainingType.SpecialType: SpecialType.System_String } } concat:
                return concat.Arguments is [{ Parameter.Type: { SpecialType: not (SpecialType.System_String or SpecialType.System_Object) }, Value: var all }]
                    ? [.. sequences.OrMany(all, frame, evaluator, evaluation)]
                    : [.. concat.Arguments.SelectMany(argument => argument.Value.Elements()).Select(Of)];
            default:
                return null;
        }

        Element Of(IOperation term) => new(new Place(term, frame), null);
    }

    /// <summary>True for a sum of texts, also where an operand's type is missing and with it the sum's.</summary>
    private static bool IsSum(BinaryOperatorKind kind, IMethodSymbol? declared, ITypeSymbol? type) =>
        kind == BinaryOperatorKind.Add && !Operators.IsDeclared(declared) && type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Error };

    /// <summary>The operands from left to right, by a loop: a generated sum of thousands would overflow the stack.</summary>
    private static List<IOperation> Terms(IBinaryOperation sum)
    {
        var terms = new List<IOperation>();
        var isSplit = TextEvaluator.IsMadeOfSecrets(sum);
        IOperation rest = sum;
        while ((isSplit || rest.ConstantValue is not { HasValue: true }) && rest.Bare() is IBinaryOperation next && IsSum(next.OperatorKind, next.OperatorMethod, next.Type))
        {
            terms.Add(next.RightOperand);
            rest = next.LeftOperand;
        }

        terms.Add(rest);
        terms.Reverse();
        return terms;
    }
}
