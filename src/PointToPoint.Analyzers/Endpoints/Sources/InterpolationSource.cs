using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>$"https://erp/orders/{id}"</c>.</summary>
internal sealed class InterpolationSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.InterpolatedString];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var interpolated = (IInterpolatedStringOperation)operation;
        if (interpolated.Parts.Length > Limits.Terms)
        {
            return TextValue.Exhausted("an interpolated string of more than " + Limits.Terms + " parts");
        }

        var value = TextValue.Literal("", interpolated.Parts.Any(part => part is IInterpolatedStringTextOperation) ? "literal" : null);
        foreach (var part in interpolated.Parts)
        {
            value = part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } => value.Then(TextValue.Literal(text)),
                IInterpolationOperation { Expression: { } expression } => value.Then(evaluator.Evaluate(expression, frame, evaluation)),
                _ => value.Then(TextValue.Unknown("a part of an interpolated string")),
            };
        }

        return value;
    }
}
