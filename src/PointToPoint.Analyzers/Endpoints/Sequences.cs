using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>The elements of an array, list or query, as far as code lists them: what is joined, looped over or indexed.</summary>
internal sealed class Sequences(ValueFlow flow, Conditions conditions, ConfiguredLists lists)
{
    /// <summary>The elements in order; null if nothing is known of them.</summary>
    public ImmutableArray<Element>? Of(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (!evaluation.TryEnter())
        {
            return null;
        }

        try
        {
            operation = operation.Bare();
            return operation switch
            {
                IArrayCreationOperation { Initializer: { } listed } => Listed(listed.ElementValues, frame, evaluator, evaluation),
                IArrayInitializerOperation listed => Listed(listed.ElementValues, frame, evaluator, evaluation),
                IArrayCreationOperation { DimensionSizes: [{ ConstantValue.Value: 0 }] } => [],
                ICollectionExpressionOperation collection => Listed(collection.Elements, frame, evaluator, evaluation),
                IObjectCreationOperation creation => OfCreation(creation, frame, evaluator, evaluation),
                IInvocationOperation { TargetMethod.Name: "Get" } call when lists.Of(call, frame, evaluator, evaluation) is { } configured => configured,
                ITranslatedQueryOperation query => Of(query.Operation, frame, evaluator, evaluation),
                IInvocationOperation call when IsQuery(call.TargetMethod) => OfQuery(call, frame, evaluator, evaluation),
                IInvocationOperation { Instance: { } text, TargetMethod.ContainingType.SpecialType: SpecialType.System_String } call => OfText(call, text, frame, evaluator, evaluation),
                IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait" } same when same.Receiver() is { } receiver => Of(receiver, frame, evaluator, evaluation),
                IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } call when Iterators.Of(flow.BodyRunBy(call, frame, evaluation.Cancellation)) is { } yielded =>
                    [.. yielded.Select(next => new Element(next.Place, null, next.IsMany))],
                _ => OfFlow(operation, frame, evaluator, evaluation),
            };
        }
        finally
        {
            evaluation.Leave();
        }
    }

    /// <summary>What any of the elements may be; null if nothing is known of them, nor of what makes each of them.</summary>
    public TextValue? AnyOf(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (Of(operation, frame, evaluator, evaluation) is { } elements)
        {
            return TextValue.AnyOf(elements.Select(element => element.Evaluate(evaluator, evaluation)));
        }

        // However many there are, a query makes each of them in the same way: ids.Select(id => "https://…/" + id).
        for (var place = new Place(operation, frame); evaluation.TryStep();)
        {
            switch (place.Operation.Bare())
            {
                case IInvocationOperation { TargetMethod: { Name: nameof(Enumerable.Select), ContainingType.Name: nameof(Enumerable) } } select when Lambda(select.Arguments.Last().Value) is { } lambda:
                    return TextValue.AnyOf(MethodBodies.Returns(lambda, place.Frame).Select(made => evaluator.Evaluate(made, evaluation))) is { IsUnknown: false } each ? each : null;
                case IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" or "AsEnumerable" or "Where" or "Distinct" or "OrderBy" or "Take" or "Skip" } same when IsQuery(same.TargetMethod) && same.Receiver() is { } receiver:
                    place = place with { Operation = receiver };
                    break;
                case var other when flow.Next(other, place.Frame, evaluation.Cancellation) is { Unknown: null, Sources: [var source] }:
                    place = source;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The elements, or one that stands for them all.</summary>
    public ImmutableArray<Element> OrMany(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        Of(operation, frame, evaluator, evaluation) ?? [Many(operation.Bare())];

    private static Element Many(IOperation operation) => new(null, TextValue.Unknown(Unknowns.Describe(operation), Unknowns.On(operation)), IsMany: true);

    private ImmutableArray<Element>? Listed(ImmutableArray<IOperation> values, Frame frame, TextEvaluator evaluator, Evaluation evaluation) => values.Length > Limits.Terms
        ? null
        : [.. values.SelectMany(value => value is ISpreadOperation spread ? OrMany(spread.Operand, frame, evaluator, evaluation) : [new Element(new Place(value, frame), null)])];

    private ImmutableArray<Element>? OfCreation(IObjectCreationOperation creation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (creation.Type?.AllInterfaces.Any(type => type.Name == nameof(System.Collections.IEnumerable)) != true || creation.Type.AllInterfaces.Any(type => type.Name == nameof(System.Collections.IDictionary)))
        {
            return null;
        }

        var copied = creation.Arguments is [{ Value: { Type.SpecialType: not SpecialType.System_Int32 } source }] ? OrMany(source, frame, evaluator, evaluation) : [];
        var added = creation.Initializer?.Initializers.OfType<IInvocationOperation>().Where(add => add.Arguments.Length == 1).Select(add => add.Arguments[0].Value).ToImmutableArray() ?? [];
        return Listed(added, frame, evaluator, evaluation) is { } listed ? copied.AddRange(listed) : null;
    }

    private static bool IsQuery(IMethodSymbol method) =>
        method.ContainingType is { Name: nameof(Enumerable) or nameof(Array) or "List" or nameof(ImmutableArray) or nameof(ImmutableList) or "MemoryExtensions" };

    private ImmutableArray<Element>? OfQuery(IInvocationOperation call, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        switch (call.TargetMethod.Name)
        {
            case nameof(Enumerable.Empty):
                return [];
            case nameof(ImmutableArray.Create) when call.Arguments.Length > 0:
                return Listed([.. call.Arguments.SelectMany(argument => argument.Value.Elements())], frame, evaluator, evaluation);
        }

        if (call.Receiver() is not { } receiver || Of(receiver, frame, evaluator, evaluation) is not { } elements)
        {
            return null;
        }

        var argument = call.Arguments.LastOrDefault()?.Value;
        return call.TargetMethod.Name switch
        {
            "ToArray" or "ToList" or "AsEnumerable" or "AsSpan" or "AsReadOnly" or "ToImmutableArray" or "ToImmutableList" or "Cast" or "OfType" => elements,
            nameof(Enumerable.Concat) or "Union" => elements.AddRange(OrMany(argument!, frame, evaluator, evaluation)),
            nameof(Enumerable.Append) => elements.Add(new Element(new Place(argument!, frame), null)),
            nameof(Enumerable.Prepend) => elements.Insert(0, new Element(new Place(argument!, frame), null)),
            nameof(Enumerable.Skip) => Exactly(elements, argument!, frame, evaluator, evaluation) is { } count ? [.. elements.Skip(count)] : null,
            nameof(Enumerable.Take) => Exactly(elements, argument!, frame, evaluator, evaluation) is { } count ? [.. elements.Take(count)] : null,
            nameof(Enumerable.Select) when Lambda(argument!) is { } lambda => Select(elements, lambda, frame, evaluator, evaluation),
            nameof(Enumerable.Where) when Lambda(argument!) is { } lambda => Where(elements, lambda, frame, evaluator, evaluation),
            _ => null,
        };
    }

    /// <summary>How many are skipped or taken; null if that isn't known, or what is counted isn't.</summary>
    private static int? Exactly(ImmutableArray<Element> elements, IOperation count, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        Numbers.Of(count, frame, evaluator, evaluation) is >= 0 and var number && !elements.Take(number).Any(element => element.IsMany) ? number : null;

    private static ImmutableArray<Element>? Select(ImmutableArray<Element> elements, IAnonymousFunctionOperation lambda, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        MethodBodies.Returns(lambda, frame) is [var made] ? [.. elements.Select(element => new Element(new Place(made.Operation, frame.With(lambda, element, evaluator, evaluation)), null, element.IsMany) { MayBeLeftOut = element.MayBeLeftOut })] : null;

    /// <summary>Those that may pass: what isn't decided here stays.</summary>
    private ImmutableArray<Element>? Where(ImmutableArray<Element> elements, IAnonymousFunctionOperation lambda, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        MethodBodies.Returns(lambda, frame) is [var test]
            ? [.. elements.Select(element => (Element: element, Passes: element.IsMany ? true : conditions.Decide(test.Operation, frame.With(lambda, element, evaluator, evaluation), evaluator, evaluation)))
                .Where(asked => asked.Passes != false).Select(asked => asked.Passes is null ? asked.Element with { MayBeLeftOut = true } : asked.Element)]
            : [.. elements.Select(element => element with { MayBeLeftOut = true })];

    private static IAnonymousFunctionOperation? Lambda(IOperation operation) => operation.Bare() switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    private static ImmutableArray<Element>? OfText(IInvocationOperation call, IOperation text, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        // One part only, so that every piece keeps the key it was read from.
        if (evaluator.Evaluate(text, frame, evaluation) is not { Alternatives: [{ Parts: [LiteralPart { Text: var known } part] } whole] })
        {
            return null;
        }

        return call.TargetMethod.Name switch
        {
            nameof(string.ToCharArray) when call.Arguments.IsEmpty => [.. known.Select(character => Literal(character.ToString()))],
            nameof(string.Split) when call.Arguments.All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is { Ordinal: 0 } or { Name: "options" })
                && call.Arguments[0].Value.Elements().Select(element => element.ConstantValue.Value?.ToString()).ToArray() is [{ Length: > 0 } separator]
                && (call.Argument("options") is { } given ? given.ConstantValue.Value : 0) is int options =>
                [.. Split(separator, options).Select(Literal)],
            _ => null,
        };

        IEnumerable<string> Split(string separator, int options)
        {
            // 2 is TrimEntries, which this framework doesn't have; what is trimmed away is as good as empty.
            var pieces = known.Split([separator], StringSplitOptions.None).Select(piece => (options & 2) != 0 ? piece.Trim() : piece);
            return (options & (int)StringSplitOptions.RemoveEmptyEntries) != 0 ? pieces.Where(piece => piece.Length > 0) : pieces;
        }

        Element Literal(string element) => new(null, TextValue.Of(whole with { Parts = [part with { Text = element }] }));
    }

    /// <summary>One step back, where there is only one way.</summary>
    private ImmutableArray<Element>? OfFlow(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (flow.Next(operation, frame, evaluation.Cancellation) is not { Unknown: null } hop || hop.Sources.RemoveAll(IsEmpty) is not [var source])
        {
            return null;
        }

        if (hop.Variable is { } variable && !evaluation.TryEnter(variable, operation.Syntax, frame))
        {
            return null;
        }

        try
        {
            var elements = Of(source.Operation, source.Frame, evaluator, evaluation);
            return operation is ILocalReferenceOperation local && elements is { } known ? Grown(known, flow.BodyOf(local).ChangesOf(local.Local), local, frame) : elements;
        }
        finally
        {
            if (hop.Variable is { } left)
            {
                evaluation.Leave(left, operation.Syntax, frame);
            }
        }
    }

    /// <summary>An empty list to fall back on has nothing to say.</summary>
    private static bool IsEmpty(Place place) => place.Operation.Bare() is { ConstantValue: { HasValue: true, Value: null } } or ICollectionExpressionOperation { Elements.IsEmpty: true }
        or IArrayCreationOperation { DimensionSizes: [{ ConstantValue.Value: 0 }] } or IInvocationOperation { TargetMethod: { Name: nameof(Enumerable.Empty), ContainingType.Name: nameof(Enumerable) or nameof(Array) } }
        or IThrowOperation;

    /// <summary>What a list holds after what is added to it on the way to its use; null if it changes in another way.</summary>
    private static ImmutableArray<Element>? Grown(ImmutableArray<Element> elements, ImmutableArray<IOperation> changes, ILocalReferenceOperation use, Frame frame)
    {
        foreach (var change in changes.Where(change => change.Syntax.SpanStart < use.Syntax.SpanStart))
        {
            if (change is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] })
            {
                return null;
            }

            // What may be added, or many times, is an element that may be any number of them.
            elements = elements.Add(ReachingWrites.AlwaysRuns(change.Syntax, use.Syntax)
                ? new Element(new Place(added.Value, frame), null)
                : new Element(null, TextValue.Unknown("what is added to '" + use.Local.Name + "'"), IsMany: true));
        }

        return elements;
    }
}
