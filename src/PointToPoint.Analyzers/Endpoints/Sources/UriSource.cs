using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>new Uri(text)</c>, <c>new Uri(base, relative)</c>, and <c>Uri.TryCreate</c> as what gives <c>out</c> the same.</summary>
internal sealed class UriSource : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.ObjectCreation, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => operation switch
    {
        IObjectCreationOperation { Arguments: { Length: > 0 } arguments, Type: { } type } when UriText.IsUri(type) => Of(arguments, frame, evaluator, evaluation),
        IInvocationOperation { TargetMethod: { Name: "TryCreate", ContainingType: { } type }, Arguments: { Length: > 1 } arguments } when UriText.IsUri(type) => Of(arguments, frame, evaluator, evaluation),
        _ => null,
    };

    private static TextValue Of(ImmutableArray<IArgumentOperation> arguments, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == "baseUri") is { } baseUri && arguments.FirstOrDefault(argument => argument.Parameter?.Name == "relativeUri") is { } relative
            ? Join(evaluator.Evaluate(baseUri.Value, frame, evaluation), evaluator.Evaluate(relative.Value, frame, evaluation))
            : IsAbsolute(arguments) ? Absolute(evaluator.Evaluate(Text(arguments), frame, evaluation))
            : evaluator.Evaluate(Text(arguments), frame, evaluation);

    // By name: they stand in the order in which they are written.
    private static IOperation Text(ImmutableArray<IArgumentOperation> arguments) => (arguments.FirstOrDefault(argument => argument.Parameter?.Name == "uriString") ?? arguments[0]).Value;

    private static bool IsAbsolute(ImmutableArray<IArgumentOperation> arguments) => arguments.Length == 1
        || arguments.Any(argument => argument is { Parameter.Name: "uriKind" or "kind", Value.ConstantValue: { HasValue: true, Value: (int)UriKind.Absolute } });

    /// <summary>
    /// Without what can be no address by itself: <c>new Uri("orders")</c> throws, so where there are others it is one of them. What nobody knows has a host of its own, too: no client's base
    /// address goes before it.
    /// </summary>
    private static TextValue Absolute(TextValue text) => text.IsExhausted || text.Alternatives.All(IsRelative) ? text
        : text with { Alternatives = [.. text.Alternatives.Where(alternative => !IsRelative(alternative)).Select(WithHost)] };

    private static Alternative WithHost(Alternative text) => text.Parts is [HolePart, ..] and not [_, LiteralPart { Text: [':', '/', '/', ..] }, ..] ? UriText.Literal("https://").Then(text) with { Provenance = text.Provenance } : text;

    private static bool IsRelative(Alternative text) => text.Parts[0] is LiteralPart { Key: null, Text: var start }
        && (start.IndexOfAny(['/', '?', '#', ':']) is >= 0 and var end ? start[end] != ':' : text.Parts is [_]);

    private static TextValue Join(TextValue baseUri, TextValue relative) =>
        baseUri.SelectMany(start => relative.Select(alternative => AddressJoin.Join(start, alternative)));
}
