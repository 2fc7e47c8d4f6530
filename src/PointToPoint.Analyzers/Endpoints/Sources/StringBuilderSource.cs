using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Running;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>new StringBuilder(root).Append("/orders/").Append(id)</c>: the builder is the text in it so far.</summary>
internal sealed class StringBuilderSource(FormatSource formats, Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.ObjectCreation, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IObjectCreationOperation creation when Change.IsStringBuilder(creation.Type) => creation.Argument("value") is { } value ? evaluator.Shown(value, frame, evaluation) : TextValue.Literal(""),
        IInvocationOperation { Instance: { } builder } call when Change.IsStringBuilder(builder.Type) => Of(call, evaluator.Evaluate(builder, frame, evaluation), frame, evaluator, evaluation),
        _ => null,
    };

    private TextValue? Of(IInvocationOperation call, TextValue text, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (call.TargetMethod.Name)
        {
            case "ToString" when call.Arguments.IsEmpty:
            case "EnsureCapacity":
                return text;
            case "Append" when call.Arguments is [{ Value: var only }]:
                return text.Then(evaluator.Shown(only, frame, evaluation));
            case "Append" when call.Argument("handler") is { } handler:
                return text.Then(evaluator.Evaluate(handler, frame, evaluation));
            case "Append" when call.Argument("repeatCount") is { } count:
                return text.Then(SpanSource.Repeated(evaluator.Evaluate(call.Arguments[0].Value, frame, evaluation), Numbers.Of(count, frame, evaluator, evaluation)));
            case "AppendLine":
                return (call.Arguments.LastOrDefault()?.Value is { } line ? text.Then(evaluator.Shown(line, frame, evaluation)) : text).Then(TextValue.Literal("\n"));
            case "AppendFormat":
                return text.Then(formats.Of(call, frame, evaluator, evaluation) ?? TextValue.Unknown("a format"));
            case "AppendJoin" when call.Arguments is [var separator, var all]:
                return text.Then(JoinSource.Join(sequences.OrMany(all.Value, frame, evaluator, evaluation), evaluator.Shown(separator.Value, frame, evaluation), evaluator, evaluation));
            case "Insert" when call.Arguments is [var place, var inserted]:
                var at = Numbers.Of(place.Value, frame, evaluator, evaluation);
                return SliceSource.Around(text, at, at, evaluator.Shown(inserted.Value, frame, evaluation));
            case "Remove" when call.Arguments is [var start, var length]:
                var from = Numbers.Of(start.Value, frame, evaluator, evaluation);
                return SliceSource.Around(text, from, from + Numbers.Of(length.Value, frame, evaluator, evaluation), TextValue.Literal(""));
            case "Clear":
                return TextValue.Literal("");

            // Replace is a source of its own, for texts and builders alike.
            case "Replace":
                return null;
            case var name when name.StartsWith("Append", StringComparison.Ordinal):
                return text.Then(TextValue.Unknown("what is appended"));
            default:
                return null;
        }
    }
}
