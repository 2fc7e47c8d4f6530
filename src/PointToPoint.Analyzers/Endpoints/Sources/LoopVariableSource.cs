using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary>
/// <c>foreach (var host in Hosts) …</c>: the variable may be any of the elements; <c>foreach (var (name, url) in Urls)</c> and <c>entry.Value</c> any of what is listed.
/// </summary>
internal sealed class LoopVariableSource(ValueFlow flow, Sequences sequences, Dictionaries dictionaries) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.LocalReference, OperationKind.ParameterReference, OperationKind.PropertyReference];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        if (operation is IParameterReferenceOperation given)
        {
            return frame.Arguments.ContainsKey(given.Parameter) || EachCalls.CollectionOf(given) is not { } collection
                ? null
                : sequences.AnyOf(collection, frame, evaluator, evaluation)?.From("each " + given.Parameter.Name);
        }

        // Of an entry only its parts are texts.
        var (local, part) = operation switch
        {
            ILocalReferenceOperation variable => (variable, -1),
            IPropertyReferenceOperation { Property: { Name: "Key" or "Value", ContainingType.Name: "KeyValuePair" } property, Instance: ILocalReferenceOperation variable } => (variable, property.Name == "Key" ? 0 : 1),
            _ => default((ILocalReferenceOperation?, int)),
        };
        if (local is null || frame.Arguments.ContainsKey(local.Local) || frame.Entries.ContainsKey(local.Local)
            || flow.BodyOf(operation).WritesTo(local.Local) is not [{ Operation: IForEachLoopOperation loop }])
        {
            return null;
        }

        var path = TupleValues.Targets(loop.LoopControlVariable, []).FirstOrDefault(target => target.Target is ILocalReferenceOperation { Local: var declared } && SymbolEqualityComparer.Default.Equals(declared, local.Local)).Path;
        path = path.IsDefault ? [] : path;
        if (part < 0 && path.IsEmpty && !Dictionaries.Is(loop.Collection.Bare().Type))
        {
            return sequences.AnyOf(loop.Collection, frame, evaluator, evaluation)?.From("foreach " + local.Local.Name);
        }

        var elements = Dictionaries.Is(loop.Collection.Bare().Type)
            ? OfEntries(loop.Collection, part >= 0 ? part : path is [var position] ? position : -1, frame, evaluation)
            : part < 0 ? sequences.Of(loop.Collection, frame, evaluator, evaluation)
            : null;
        var texts = elements?.Select(element => TextOf(element, path, evaluator, evaluation)).ToList();
        return texts is null || texts.Contains(null) ? null : TextValue.AnyOf(texts!)?.From("foreach " + local.Local.Name);
    }

    private ImmutableArray<Element>? OfEntries(IOperation dictionary, int part, Frame frame, Evaluation evaluation) => part is 0 or 1 && dictionaries.EntriesOf(dictionary, frame, evaluation.Cancellation) is { } entries
        ? [.. entries.Select(entry => new Element(part == 0 ? entry.Key : entry.Value, null))]
        : null;

    /// <summary>An element, or what stands at a place in it if it is a tuple; null if that can't be told.</summary>
    private TextValue? TextOf(Element element, ImmutableArray<int> path, TextEvaluator evaluator, Evaluation evaluation) =>
        path.IsEmpty || element.Place is not { Operation.Type.IsTupleType: true } tuple
            ? element.Evaluate(evaluator, evaluation)
            : TextValue.AnyOf(flow.Tuples.ElementsOf(tuple, path, evaluation.Cancellation).Select(part => evaluator.Evaluate(part, evaluation)));
}
