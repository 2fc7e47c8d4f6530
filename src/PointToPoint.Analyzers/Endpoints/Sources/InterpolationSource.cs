using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>$"https://erp/orders/{id}"</c>, also as what a handler is given: <c>string.Create(culture, $"…")</c>, <c>builder.Append($"…")</c>.</summary>
internal sealed class InterpolationSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.InterpolatedString, OperationKind.InterpolatedStringHandlerCreation, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IInterpolatedStringHandlerCreationOperation handler => evaluator.Evaluate(handler.Content, frame, evaluation),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.SpecialType: SpecialType.System_String }, Arguments: [.., var handler] }
            when handler.Value.Bare() is IInterpolatedStringHandlerCreationOperation => evaluator.Evaluate(handler.Value, frame, evaluation),
        IInvocationOperation { TargetMethod: { Name: "Invariant" or "CurrentCulture", ContainingType.Name: nameof(FormattableString) }, Arguments: [var text] } => evaluator.Evaluate(text.Value, frame, evaluation),
        IInterpolatedStringOperation interpolated => Of(interpolated, frame, evaluator, evaluation),
        _ => null,
    };

    /// <summary>A value as a format shows it. How a number looks then isn't worked out; a text doesn't care.</summary>
    public static TextValue Formatted(TextValue value, ITypeSymbol? type, bool isFormatted) =>
        isFormatted && type?.SpecialType != SpecialType.System_String && value.Constant is not null ? TextValue.Unknown("a formatted value") : value;

    private static TextValue Of(IInterpolatedStringOperation interpolated, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (interpolated.Parts.Length > Limits.Terms)
        {
            return TextValue.Exhausted("an interpolated string of more than " + Limits.Terms + " parts");
        }

        var value = TextValue.Literal("", interpolated.Parts.Any(part => Text(part) is not null) ? "literal" : null);
        foreach (var part in interpolated.Parts)
        {
            value = value.Then(Text(part) is { } text ? TextValue.Literal(text) : value.IsInQuery ? TextValue.OfQuery : part switch
            {
                IInterpolationOperation { Expression: { } expression } hole =>
                    Formatted(evaluator.Shown(expression, frame, evaluation), expression.Bare().Type, hole.FormatString is not null),
                IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { IsEmpty: false } arguments } } =>
                    Formatted(evaluator.Shown(arguments[0].Value, frame, evaluation), arguments[0].Value.Bare().Type, arguments.Any(argument => argument is { Parameter.Name: "format", ArgumentKind: ArgumentKind.Explicit })),
                _ => TextValue.Unknown("a part of an interpolated string"),
            });
        }

        return value;
    }

    private static string? Text(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } => text,
        IInterpolatedStringAppendOperation { Kind: OperationKind.InterpolatedStringAppendLiteral, AppendCall: IInvocationOperation { Arguments: [var literal] } } => literal.Value.ConstantValue.Value as string,
        _ => null,
    };
}
