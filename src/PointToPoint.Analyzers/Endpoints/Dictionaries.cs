using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>What is listed in a dictionary, as far as code lists it.</summary>
internal sealed class Dictionaries(ValueFlow flow)
{
    public static bool Is(ITypeSymbol? type) => type is not null && (IsNamed(type) || type.AllInterfaces.Any(IsNamed));

    /// <summary>What is listed, in order; null if the dictionary may hold other things under those keys.</summary>
    public ImmutableArray<(Place Key, Place Value)>? EntriesOf(IOperation operation, Frame frame, Evaluation evaluation) => EntriesOf(operation, frame, evaluation, 0);

    private static bool IsNamed(ITypeSymbol type) => type is { Name: "IDictionary" or "IReadOnlyDictionary", ContainingNamespace.Name: "Generic" };

    private ImmutableArray<(Place Key, Place Value)>? EntriesOf(IOperation operation, Frame frame, Evaluation evaluation, int depth)
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
                var before = copied is null ? [] : EntriesOf(copied, frame, evaluation, depth + 1);
                var listed = creation.Initializer?.Initializers.Select(initializer => Entry(initializer, frame)).ToImmutableArray() ?? [];
                return before is null || listed.Any(entry => entry is null) || listed.Length > Limits.Terms ? null : before.Value.AddRange(listed.Select(entry => entry!.Value));
            case IInvocationOperation call when call.TargetMethod.Name is "ToFrozenDictionary" or "ToImmutableDictionary" or "ToDictionary" or "AsReadOnly" && call.Receiver() is { } source
                && Is(source.Bare().Type) && !call.Arguments.Any(argument => argument.Value.Bare() is IDelegateCreationOperation):
                return EntriesOf(source, frame, evaluation, depth + 1);
        }

        if (flow.Next(operation, frame, evaluation.Cancellation) is not { Unknown: null, Sources: [var only] } || EntriesOf(only.Operation, only.Frame, evaluation, depth + 1) is not { } entries)
        {
            return null;
        }

        foreach (var change in operation is ILocalReferenceOperation local ? flow.BodyOf(local).ChangesOf(local.Local).Where(change => change.Syntax.SpanStart < local.Syntax.SpanStart) : [])
        {
            if (Entry(change, frame) is not { } added || !ReachingWrites.AlwaysRuns(change.Syntax, operation.Syntax))
            {
                return null;
            }

            entries = entries.Add(added);
        }

        return entries;
    }

    /// <summary><c>{ key, value }</c>, <c>[key] = value</c> and <c>Add(key, value)</c>.</summary>
    private static (Place Key, Place Value)? Entry(IOperation operation, Frame frame) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var key, var value] } => (new Place(key.Value, frame), new Place(value.Value, frame)),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var key] }, Value: var value } => (new Place(key.Value, frame), new Place(value, frame)),
        _ => null,
    };
}
