using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>Spans of characters, which are the texts that they show: <c>text.AsSpan()</c>, a text that is passed as a span, <c>span.ToString()</c>, <c>new string(span)</c>.</summary>
internal sealed class SpanSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.Conversion];

    public static bool Is(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory", TypeArguments: [{ SpecialType: SpecialType.System_Char }] };

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IConversionOperation { Operand: { Type.SpecialType: SpecialType.System_String } text } conversion when Is(conversion.Type) => evaluator.Evaluate(text, frame, evaluation),
        IConversionOperation { Operand: { } span } conversion when Is(conversion.Type) && Is(span.Type) => evaluator.Evaluate(span, frame, evaluation),
        IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory", Arguments: [{ Value: { Type.SpecialType: SpecialType.System_String } text }] } => evaluator.Evaluate(text, frame, evaluation),
        IInvocationOperation { TargetMethod.Name: nameof(ToString), Instance: { } span } when Is(span.Type) => evaluator.Evaluate(span, frame, evaluation),
        IObjectCreationOperation { Type.SpecialType: SpecialType.System_String, Arguments: [var span] } when Is(span.Value.Type) => evaluator.Evaluate(span.Value, frame, evaluation),
        IObjectCreationOperation { Type.SpecialType: SpecialType.System_String, Arguments: [var character, { Value: { } count }] } => Repeated(evaluator.Evaluate(character.Value, frame, evaluation), Numbers.Of(count, frame, evaluator, evaluation)),
        _ => null,
    };

    /// <summary>A character many times.</summary>
    public static TextValue Repeated(TextValue character, int? times) => times is >= 0 and <= Limits.Terms and var count && character.Plain is { } repeated
        ? TextValue.Literal(string.Concat(Enumerable.Repeat(repeated, count)))
        : TextValue.Unknown("a repeated character");
}
