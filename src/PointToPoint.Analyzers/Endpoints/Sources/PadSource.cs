using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>number.PadLeft(4, '0')</c>: as long as wanted if the text is known, else a hole as it was.</summary>
internal sealed class PadSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is not IInvocationOperation { Instance: { } text, Arguments: [var width, ..] arguments, TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: var name } }
            || name is not (nameof(string.PadLeft) or nameof(string.PadRight)))
        {
            return null;
        }

        var value = evaluator.Evaluate(text, frame, evaluation);
        var character = arguments.Length == 1 ? ' ' : arguments[1].Value.ConstantValue.Value as char?;
        return value.Plain is { } known && character is { } pad && Numbers.Of(width.Value, frame, evaluator, evaluation) is >= 0 and <= Limits.Length and var length
            ? value.Select(alternative => alternative with { Parts = [new LiteralPart(name == nameof(string.PadLeft) ? known.PadLeft(length, pad) : known.PadRight(length, pad))] })
            : value.Alternatives is [{ Parts: [HolePart] }] ? value : TextValue.Unknown("a padded text");
    }
}
