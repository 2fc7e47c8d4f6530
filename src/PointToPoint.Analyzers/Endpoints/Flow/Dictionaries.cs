using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What is listed in a dictionary, as far as code lists it.</summary>
internal sealed class Dictionaries(BodyIndexes indexes)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>The elements of a list; set once what knows of them exists.</summary>
    public Func<Place, CancellationToken, ImmutableArray<Place>> ElementsOf { get; set; } = (_, _) => [];

    public static bool Is(ITypeSymbol? type) => type is not null && (IsNamed(type) || type.AllInterfaces.Any(IsNamed));

    /// <summary>What is listed, in order; null if the dictionary may hold other things under those keys.</summary>
    public ImmutableArray<(Place Key, Place Value)>? EntriesOf(IOperation operation, Frame frame, CancellationToken cancellation) => EntriesOf(operation, frame, 0, cancellation);

    private static bool IsNamed(ITypeSymbol type) => type is { Name: "IDictionary" or "IReadOnlyDictionary", ContainingNamespace.Name: "Generic" };

    private ImmutableArray<(Place Key, Place Value)>? EntriesOf(IOperation operation, Frame frame, int depth, CancellationToken cancellation)
    {
        operation = operation.Bare();
        if (depth >= Limits.Hops)
        {
            return null;
        }

        switch (operation)
        {
            case IObjectCreationOperation creation:
                var copied = creation.Arguments.Select(argument => argument.Value).FirstOrDefault(argument => Is(argument.Bare().Type));
                var before = copied is null ? [] : EntriesOf(copied, frame, depth + 1, cancellation);
                var listed = creation.Initializer?.Initializers.Select(initializer => Entry(initializer, frame)).ToImmutableArray() ?? [];
                return before is null || listed.Any(entry => entry is null) || listed.Length > Limits.Terms ? null : before.Value.AddRange(listed.Select(entry => entry!.Value));
            case IInvocationOperation call when call.TargetMethod.Name is "ToFrozenDictionary" or "ToImmutableDictionary" or "ToDictionary" or "AsReadOnly" && call.Receiver() is { } source
                && Is(source.Bare().Type) && !call.Arguments.Any(argument => argument.Value.Bare() is IDelegateCreationOperation):
                return EntriesOf(source, frame, depth + 1, cancellation);
            case IInvocationOperation { TargetMethod.Name: "ToFrozenDictionary" or "ToImmutableDictionary" or "ToDictionary" } call when call.Receiver() is { } list && Selector(call, "keySelector") is { } key:
                return Selected(ElementsOf(new Place(list, frame), cancellation), key, call.Argument("elementSelector") is null ? null : Selector(call, "elementSelector"), frame);
            case IInvocationOperation { TargetMethod.Name: "Add" or "SetItem", Type: { Name: "ImmutableDictionary" or "IImmutableDictionary" or "ImmutableSortedDictionary" }, Arguments: [var key, var value] } call when call.Receiver() is { } smaller:
                return EntriesOf(smaller, frame, depth + 1, cancellation)?.Add((new Place(key.Value, frame), new Place(value.Value, frame)));
            case IFieldReferenceOperation { Field: { Name: "Empty", DeclaringSyntaxReferences.IsEmpty: true } } or IPropertyReferenceOperation { Property: { Name: "Empty", DeclaringSyntaxReferences.IsEmpty: true } }:
                return [];
        }

        if (Next(operation, frame, cancellation) is not { Unknown: null, Sources: [var only] } || EntriesOf(only.Operation, only.Frame, depth + 1, cancellation) is not { } entries)
        {
            return null;
        }

        foreach (var change in operation is ILocalReferenceOperation local ? indexes.Of(local).ChangesOf(local.Local).Where(change => change.Syntax.SpanStart < local.Syntax.SpanStart) : [])
        {
            if (Entry(change, frame) is not { } added || !ReachingWrites.AlwaysRuns(change.Syntax, operation.Syntax))
            {
                return null;
            }

            entries = entries.Add(added);
        }

        return entries;
    }

    /// <summary><c>systems.ToDictionary(system => system.Name)</c>: each element under what is read of it.</summary>
    private static ImmutableArray<(Place Key, Place Value)>? Selected(ImmutableArray<Place> elements, IAnonymousFunctionOperation key, IAnonymousFunctionOperation? value, Frame frame) =>
        elements.IsEmpty || key.Symbol.Parameters is not [var keyed] || MethodBodies.Returns(key, frame) is not [{ Operation: var read }] ? null
        : value is null ? [.. elements.Select(element => (new Place(read, frame.With(keyed, element)), element))]
        : value.Symbol.Parameters is [var shown] && MethodBodies.Returns(value, frame) is [{ Operation: var made }]
            ? [.. elements.Select(element => (new Place(read, frame.With(keyed, element)), new Place(made, frame.With(shown, element))))]
            : null;

    private static IAnonymousFunctionOperation? Selector(IInvocationOperation call, string parameter) =>
        call.Argument(parameter)?.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : null;

    /// <summary><c>{ key, value }</c>, <c>[key] = value</c> and <c>Add(key, value)</c>.</summary>
    private static (Place Key, Place Value)? Entry(IOperation operation, Frame frame) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var key, var value] } => (new Place(key.Value, frame), new Place(value.Value, frame)),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var key] }, Value: var value } => (new Place(key.Value, frame), new Place(value, frame)),
        _ => null,
    };
}
