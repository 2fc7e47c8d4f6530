using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// Parts of a text by place: <c>Substring</c>, <c>Remove</c>, <c>Insert</c>, <c>text[..^1]</c>, those of a span included. Where the places aren't known, or something before them has no known
/// length, what is left is a hole.
/// </summary>
internal sealed class SliceSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation, OperationKind.ImplicitIndexerReference, OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (operation)
        {
            // The compiler's own form where a type has only a length and Slice, and the plain one.
            case IImplicitIndexerReferenceOperation { Instance: { } text } slice when IsText(text.Type) && slice.Argument.Bare() is IRangeOperation range:
                return evaluator.Evaluate(text, frame, evaluation).Select(alternative =>
                    Slice(alternative, Place(range.LeftOperand, new(0, false)), Place(range.RightOperand, new(0, true))));
            case IInvocationOperation { Instance: { } text, TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: var name } } call
                when name is nameof(string.Substring) or nameof(string.Remove) or nameof(string.Insert):
                var value = evaluator.Evaluate(text, frame, evaluation);
                var first = Numbers.Of(call.Arguments[0].Value, frame, evaluator, evaluation);
                var count = call.Arguments.Length > 1 && name != nameof(string.Insert) ? Numbers.Of(call.Arguments[1].Value, frame, evaluator, evaluation) : null;
                return name switch
                {
                    nameof(string.Substring) => value.Select(alternative => Slice(alternative, At(first), call.Arguments.Length == 1 ? new(0, true) : At(first + count))),
                    nameof(string.Remove) => Around(value, first, call.Arguments.Length == 1 ? null : first + count, TextValue.Literal("")),
                    _ => Around(value, first, first, evaluator.Shown(call.Arguments[1].Value, frame, evaluation)),
                };
            case IInvocationOperation { TargetMethod: { Name: "AsSpan", ContainingType.Name: nameof(MemoryExtensions) }, Arguments: [{ Value: { Type.SpecialType: SpecialType.System_String } text }, { Value: { Type.SpecialType: SpecialType.System_Int32 } start }, ..] arguments }:
                return Part(text, start, arguments.ElementAtOrDefault(2)?.Value);
            case IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } text, Arguments: [{ Value: { } start }, ..] arguments } when IsText(text.Type):
                return Part(text, start, arguments.ElementAtOrDefault(1)?.Value);
            default:
                return null;
        }

        TextValue Part(IOperation text, IOperation start, IOperation? length)
        {
            var first = Numbers.Of(start, frame, evaluator, evaluation);
            TextPlace? end = length is null ? new(0, true) : At(first + Numbers.Of(length, frame, evaluator, evaluation));
            return evaluator.Evaluate(text, frame, evaluation).Select(alternative => Slice(alternative, At(first), end));
        }

        TextPlace? Place(IOperation? place, TextPlace otherwise) => place is null ? otherwise : Numbers.PlaceOf(place, frame, evaluator, evaluation);
    }

    /// <summary>A text with something else between two of its places; with nothing behind if the second isn't known.</summary>
    public static TextValue Around(TextValue value, int? start, int? end, TextValue between) => value.SelectMany(alternative =>
    {
        var next = TextValue.Of(Slice(alternative, new(0, false), At(start))).Then(between);
        return end is null ? next : next.Then(TextValue.Of(Slice(alternative, At(end), new(0, true))));
    });

    /// <summary>A text up to a place; if that is counted from the end, which nobody knows, no more than the known text is cut off: <c>sb.Length--</c> takes the last separator away.</summary>
    public static TextValue UpTo(TextValue value, TextPlace? end) => value.Select(alternative => Slice(alternative, new(0, false), end is { FromEnd: true, Count: var count } ? new(Math.Min(count, KnownAtEnd(alternative)), true) : end));

    private static int KnownAtEnd(Alternative alternative) => new PartText(alternative).Text is var text ? text.Length - text.LastIndexOf(PartText.Mark) - 1 : 0;

    private static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String || SpanSource.Is(type);

    private static TextPlace? At(int? place) => place is { } at ? new(at, false) : null;

    private static Alternative Slice(Alternative alternative, TextPlace? start, TextPlace? end)
    {
        var text = new PartText(alternative);
        return start?.In(text) is { } from && end?.In(text) is { } to && from <= to ? text.Cut(from, to) : alternative with { Parts = [new HolePart("a part of a text")] };
    }
}
