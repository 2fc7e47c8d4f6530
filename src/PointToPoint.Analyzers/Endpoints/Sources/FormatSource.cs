using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>string.Format("https://erp/orders/{0}", id)</c>: what isn't known, of the format or of its arguments, is a hole where it stands.</summary>
internal sealed class FormatSource(Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        operation is IInvocationOperation { TargetMethod: { Name: nameof(string.Format), ContainingType.SpecialType: SpecialType.System_String } } call
            ? Of(call, frame, evaluator, evaluation)
            : null;

    /// <summary>What a call makes of its arguments <c>format</c> and those behind it.</summary>
    public TextValue? Of(IInvocationOperation call, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (call.Argument("format") is not { } format)
        {
            return null;
        }

        var arguments = new List<Element>();
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Name is not ("format" or "provider")))
        {
            arguments.AddRange(argument.Parameter?.Type.TypeKind == TypeKind.Array || argument.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection
                ? sequences.OrMany(argument.Value, frame, evaluator, evaluation)
                : [new Element(new Place(argument.Value, frame), null)]);
        }

        return evaluator.Evaluate(format, frame, evaluation).SelectMany(alternative => Fill(new PartText(alternative), arguments, evaluator, evaluation));
    }

    public static TextValue Fill(PartText format, List<Element> arguments, TextEvaluator evaluator, Evaluation evaluation)
    {
        var text = format.Text;
        var value = TextValue.Of(format.Cut(0, 0));
        var start = 0;
        var holes = 0;
        for (var i = 0; i < text.Length && !value.IsExhausted; i++)
        {
            if (text[i] is not ('{' or '}'))
            {
                continue;
            }

            value = value.Then(TextValue.Of(format.Cut(start, i)));
            if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                value = value.Then(TextValue.Literal(text.Substring(i, 1)));
                start = ++i + 1;
                continue;
            }

            var end = text.IndexOf('}', i);
            if (text[i] == '}' || end < 0 || ++holes > Limits.Terms)
            {
                return TextValue.Unknown("a format that string.Format refuses");
            }

            value = value.Then(Argument(text.Substring(i + 1, end - i - 1), arguments, evaluator, evaluation));
            i = end;
            start = end + 1;
        }

        return value.Then(TextValue.Of(format.From(Math.Min(start, text.Length))));
    }

    private static TextValue Argument(string hole, List<Element> arguments, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (!int.TryParse(hole.Split(',', ':')[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= arguments.Count || arguments.Take(index + 1).Any(element => element.IsMany))
        {
            return TextValue.Unknown("an argument of string.Format");
        }

        return InterpolationSource.Formatted(arguments[index].Evaluate(evaluator, evaluation), arguments[index].Place?.Operation.Bare().Type, isFormatted: hole.Contains(":"));
    }
}
