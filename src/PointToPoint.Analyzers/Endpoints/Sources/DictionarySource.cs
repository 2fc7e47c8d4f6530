using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>Urls["erp"]</c>: the value that is listed under a key, or any of them where the key isn't known. A key that isn't listed says nothing.</summary>
internal sealed class DictionarySource(ValueFlow flow) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var (dictionary, key) = operation switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } of, Arguments: [var at] } => (of, at.Value),
            IInvocationOperation { TargetMethod.Name: "TryGetValue" or "GetValueOrDefault" or "GetValueRefOrNullRef" } call when call.Receiver() is { } of && call.Argument("key") is { } at => (of, at),
            _ => default((IOperation?, IOperation?)),
        };
        if (dictionary is null || !IsDictionary(dictionary.Type) || TypeKeyedValues.Is(dictionary.Type) || Entries(dictionary, frame, evaluation, 0) is not { IsEmpty: false } entries)
        {
            return null;
        }

        var searched = evaluator.Evaluate(key!, frame, evaluation).Plain;
        TextValue? value = null;
        foreach (var (stored, text) in entries.Reverse())
        {
            var known = evaluator.Evaluate(stored, evaluation).Plain;
            if (searched is not null && known is not null && searched != known)
            {
                continue;
            }

            var next = evaluator.Evaluate(text, evaluation);
            value = value is null ? next : next.Or(value);
            if (value.IsExhausted || (searched is not null && searched == known))
            {
                // The last one that is written under a key is the one that counts.
                break;
            }
        }

        return value?.From(searched is null ? "one of " + entries.Length + " listed addresses" : $"entry \"{searched}\"");
    }

    private static bool IsDictionary(ITypeSymbol? type) => type is not null && (IsNamed(type) || type.AllInterfaces.Any(IsNamed));

    private static bool IsNamed(ITypeSymbol type) => type is { Name: "IDictionary" or "IReadOnlyDictionary", ContainingNamespace.Name: "Generic" };

    /// <summary>What is listed, in order; null if the dictionary may hold other things under those keys.</summary>
    private ImmutableArray<(Place Key, Place Value)>? Entries(IOperation operation, Frame frame, Evaluation evaluation, int depth)
    {
        operation = operation.Bare();
        if (depth >= Limits.Hops)
        {
            return null;
        }

        switch (operation)
        {
            case IObjectCreationOperation creation:
                var copied = creation.Arguments.Select(argument => argument.Value).FirstOrDefault(argument => IsDictionary(argument.Bare().Type));
                var before = copied is null ? [] : Entries(copied, frame, evaluation, depth + 1);
                var listed = creation.Initializer?.Initializers.Select(initializer => Entry(initializer, frame)).ToImmutableArray() ?? [];
                return before is null || listed.Any(entry => entry is null) || listed.Length > Limits.Terms ? null : before.Value.AddRange(listed.Select(entry => entry!.Value));
            case IInvocationOperation call when call.TargetMethod.Name is "ToFrozenDictionary" or "ToImmutableDictionary" or "ToDictionary" or "AsReadOnly" && call.Receiver() is { } source
                && IsDictionary(source.Bare().Type) && !call.Arguments.Any(argument => argument.Value.Bare() is IDelegateCreationOperation):
                return Entries(source, frame, evaluation, depth + 1);
        }

        if (flow.Next(operation, frame, evaluation.Cancellation) is not { Unknown: null, Sources: [var only] } || Entries(only.Operation, only.Frame, evaluation, depth + 1) is not { } entries)
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
