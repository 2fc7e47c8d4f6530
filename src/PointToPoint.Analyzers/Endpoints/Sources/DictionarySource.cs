using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>Urls["erp"]</c>: the value that is listed under a key, or any of them where the key isn't known. A key that isn't listed says nothing.</summary>
internal sealed class DictionarySource(Dictionaries dictionaries) : TextSource
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
        if (dictionary is null || !Dictionaries.Is(dictionary.Type) || TypeKeyedValues.Is(dictionary.Type) || dictionaries.EntriesOf(dictionary, frame, evaluation.Cancellation) is not { IsEmpty: false } entries)
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
}
