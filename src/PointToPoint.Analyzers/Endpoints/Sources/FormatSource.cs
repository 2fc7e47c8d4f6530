using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>string.Format("https://erp/orders/{0}", id)</c>, where the format is known.</summary>
internal sealed class FormatSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var invocation = (IInvocationOperation)operation;
        if (invocation.TargetMethod is not { Name: nameof(string.Format), ContainingType.SpecialType: SpecialType.System_String }
            || invocation.Argument("format") is not { } format)
        {
            return null;
        }

        var texts = evaluator.Evaluate(format, frame, evaluation);
        var arguments = Arguments(invocation);
        TextValue? value = null;
        foreach (var alternative in texts.Alternatives)
        {
            var next = new TextValue([alternative]).Constant is { } text
                ? Fill(text, alternative.Provenance, arguments, frame, evaluator, evaluation)
                : TextValue.Unknown("a format that isn't known");
            value = value is null ? next : value.Or(next);
        }

        return value;
    }

    private static List<IOperation> Arguments(IInvocationOperation invocation) =>
    [
        .. invocation.Arguments.Where(argument => argument.Parameter?.Name is not ("format" or "provider")).SelectMany(argument => argument.Value.Elements()),
    ];

    private static TextValue Fill(
        string format, ImmutableArray<string> provenance, List<IOperation> arguments, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var value = new TextValue([new Alternative([new LiteralPart("")], provenance)]);
        var start = 0;
        var holes = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is not ('{' or '}'))
            {
                continue;
            }

            value = value.Then(TextValue.Literal(format.Substring(start, i - start)));
            if (i + 1 < format.Length && format[i + 1] == format[i])
            {
                value = value.Then(TextValue.Literal(format.Substring(i, 1)));
                start = ++i + 1;
                continue;
            }

            var end = format.IndexOf('}', i);
            if (format[i] == '}' || end < 0 || ++holes > Limits.Terms)
            {
                return TextValue.Unknown("a format that string.Format refuses");
            }

            var hole = format.Substring(i + 1, end - i - 1).Split(',', ':')[0].Trim();
            value = value.Then(int.TryParse(hole, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < arguments.Count
                ? evaluator.Evaluate(arguments[index], frame, evaluation)
                : TextValue.Unknown("an argument of string.Format"));
            i = end;
            start = end + 1;
        }

        return value.Then(TextValue.Literal(format.Substring(start)));
    }
}
