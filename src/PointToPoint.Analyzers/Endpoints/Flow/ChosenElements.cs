using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// One element of a collection: <c>Systems.First(system => system.Name == "erp")</c>, <c>Systems[0]</c>, <c>ByName["erp"]</c>. Where only run time knows which, any of those that it may be, if they are addresses.
/// </summary>
#pragma warning disable CA1001 // lives as long as a compilation, which nobody disposes of either: the finaliser frees the slots
internal sealed class ChosenElements(ElementPlaces elements, Dictionaries dictionaries, OpenQuestions open)
#pragma warning restore CA1001
{
    private readonly ThreadLocal<bool> _isBusy = new();

    /// <summary>The text that an operation is sure to have, null if it isn't known; set once what evaluates text exists.</summary>
    public Func<IOperation, Frame, CancellationToken, string?> TextOf { get; set; } = (_, _, _) => null;

    /// <summary>Where the element may come from; null if an operation takes none out of a collection, or one of which not all is known.</summary>
    public Hop? Of(IOperation operation, Frame frame, CancellationToken cancellation) => operation switch
    {
        IArrayElementReferenceOperation { Indices: [var index] } element => At(element.ArrayReference, index, frame, cancellation),
        IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: not SpecialType.System_String } list } element => At(list, element.Argument, frame, cancellation),
        IPropertyReferenceOperation { Property: { IsIndexer: true, DeclaringSyntaxReferences.IsEmpty: true }, Instance: { Type: { SpecialType: not SpecialType.System_String } type } collection, Arguments: [var key] } =>
            Dictionaries.Is(type) ? Under(collection, key.Value, frame, cancellation) : key.Value.Type?.SpecialType == SpecialType.System_Int32 ? At(collection, key.Value, frame, cancellation) : null,
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } call => OfCall(call, frame, cancellation),
        _ => null,
    };

    /// <summary>What a dictionary holds under a key.</summary>
    public Hop? Under(IOperation dictionary, IOperation key, Frame frame, CancellationToken cancellation)
    {
        if (TypeKeyedValues.Is(dictionary.Type) || dictionaries.EntriesOf(dictionary, frame, cancellation) is not { IsEmpty: false } entries)
        {
            return null;
        }

        var searched = Known(key, frame, cancellation);
        var found = entries.Where(entry => searched is null || Known(entry.Key.Operation, entry.Key.Frame, cancellation) is not { } known || known == searched).ToList();

        // The last one that is written under a key is the one that counts.
        found = searched is not null && found.Count > 1 && found.TrueForAll(entry => Known(entry.Key.Operation, entry.Key.Frame, cancellation) is not null) ? [found[found.Count - 1]] : found;
        return Any([.. found.Select(entry => entry.Value)], searched is null ? $"one of {entries.Length} entries" : $"entry \"{searched}\"", searched is null ? key : null, frame);
    }

    private Hop? OfCall(IInvocationOperation call, Frame frame, CancellationToken cancellation)
    {
        if (call.TargetMethod is { Name: "GetValueOrDefault", ContainingType.Name: "CollectionExtensions" } && call.Receiver() is { } dictionary && call.Argument("key") is { } key)
        {
            return Under(dictionary, key, frame, cancellation);
        }

        if (call.TargetMethod is not { Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "Find" or "FindLast" or "ElementAt" or "ElementAtOrDefault" or "MinBy" or "MaxBy", ContainingType.Name: nameof(Enumerable) or "List" or nameof(Array) })
        {
            return null;
        }

        var step = call.TargetMethod.Name + "()";
        if (call.TargetMethod.Name.StartsWith("ElementAt", StringComparison.Ordinal))
        {
            return call.Receiver() is { } list ? At(list, call.Arguments.Last().Value, frame, cancellation) : null;
        }

        var isChosen = call.TargetMethod.Name is not ("MinBy" or "MaxBy");
        var choosing = !isChosen ? null : Condition(call) is not null ? call : call.Receiver()?.Bare() as IInvocationOperation;
        if (choosing is { TargetMethod.Name: var name } && (choosing == call || name == nameof(Enumerable.Where)) && Condition(choosing) is { } condition && choosing.Receiver() is { } filtered)
        {
            return Any(Chosen(elements.Of(new Place(filtered, frame), cancellation), condition, frame, cancellation), step, null, frame);
        }

        if ((call.TargetMethod.ContainingType.Name == nameof(Array) ? call.Arguments.FirstOrDefault()?.Value : call.Receiver()) is not { } all || (isChosen && call.Arguments.Length > (call.Instance is null ? 1 : 0)))
        {
            return null;
        }

        var places = elements.Of(new Place(all, frame), out var isOrdered, cancellation);
        return Any(!isOrdered || !isChosen || places.IsEmpty ? places : [call.TargetMethod.Name.StartsWith("Last", StringComparison.Ordinal) ? places[places.Length - 1] : places[0]], step, null, frame);
    }

    private Hop? At(IOperation list, IOperation index, Frame frame, CancellationToken cancellation)
    {
        var places = elements.Of(new Place(list, frame), out var isOrdered, cancellation);
        if (places.IsEmpty)
        {
            return null;
        }

        var isFromEnd = index.Bare() is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };
        var at = isOrdered && int.TryParse(Known(isFromEnd ? ((IUnaryOperation)index.Bare()).Operand : index, frame, cancellation), out var number) ? isFromEnd ? places.Length - number : number : -1;
        return at >= 0 && at < places.Length
            ? Any([places[at]], $"element {at}", null, frame)
            : Any(places, $"one of {places.Length} elements", index, frame);
    }

    /// <summary>All of them, unless they are more than are told apart. Who gives the key or index says which one it is.</summary>
    private static Hop? Any(ImmutableArray<Place> places, string step, IOperation? by, Frame frame) => places.Length is 0 or > Limits.Alternatives || (places.Length > 1 && places.Any(IsData)) ? null
        : new Hop(null, step, places, null, places.Length > 1 && by?.Bare() is IParameterReferenceOperation { Parameter: var parameter } && !frame.Arguments.ContainsKey(parameter) ? Unknowns.Passed(parameter) : null);

    /// <summary>True for an element of no table of systems: which customer it is that run time chooses is data, and what all of them are called is no part of a path.</summary>
    private static bool IsData(Place element) => element.Operation.Bare() is (ITupleOperation or IObjectCreationOperation) and { Syntax: var made } && !made.DescendantTokens().Any(token => token.ValueText.Contains("://"));

    private ImmutableArray<Place> Chosen(ImmutableArray<Place> all, IAnonymousFunctionOperation condition, Frame frame, CancellationToken cancellation)
    {
        // What an element says may itself be chosen from a list.
        if (all.Length > Limits.Alternatives || open.IsLeft(_isBusy.Value) || condition.Symbol.Parameters is not [var parameter] || MethodBodies.Returns(condition, frame) is not [{ Operation: var test }])
        {
            return [];
        }

        _isBusy.Value = true;
        try
        {
            return [.. all.Where(element => element.Operation.Bare() is not (ITupleOperation or IObjectCreationOperation) || Holds(test.Bare(), frame.With(parameter, element), cancellation) != false)];
        }
        finally
        {
            _isBusy.Value = false;
        }
    }

    private bool? Holds(IOperation test, Frame frame, CancellationToken cancellation) =>
        TextComparison.Of(test) is { } comparison && TextOf(comparison.Left, frame, cancellation) is { } first && TextOf(comparison.Right, frame, cancellation) is { } second
            ? comparison.Finds(first, second) == comparison.IsEqual
            : null;

    /// <summary>The text of a key or number; null if it isn't known.</summary>
    private string? Known(IOperation key, Frame frame, CancellationToken cancellation)
    {
        if (key.ConstantValue is { HasValue: true, Value: { } constant })
        {
            return Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture);
        }

        if (open.IsLeft(_isBusy.Value))
        {
            return null;
        }

        _isBusy.Value = true;
        try
        {
            return TextOf(key, frame, cancellation);
        }
        finally
        {
            _isBusy.Value = false;
        }
    }

    private static IAnonymousFunctionOperation? Condition(IInvocationOperation call) =>
        call.Arguments.LastOrDefault()?.Value.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : null;
}
