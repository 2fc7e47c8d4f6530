using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>string.Join("/", root, "orders", id)</c>, of parameters or of any collection whose elements are listed.</summary>
internal sealed class JoinSource(Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: nameof(string.Join), ContainingType.SpecialType: SpecialType.System_String }, Arguments: [var between, var all] })
        {
            return null;
        }

        return Join(sequences.OrMany(all.Value, frame, evaluator, evaluation), evaluator.Shown(between.Value, frame, evaluation), evaluator, evaluation);
    }

    public static TextValue Join(IEnumerable<Element> elements, TextValue separator, TextEvaluator evaluator, Evaluation evaluation)
    {
        TextValue? value = null;
        foreach (var element in elements)
        {
            var next = element.Evaluate(evaluator, evaluation);
            value = value is null ? next : value.Then(separator).Then(next);
            if (value.IsExhausted)
            {
                break;
            }
        }

        return value ?? TextValue.Literal("");
    }
}
