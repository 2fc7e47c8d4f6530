using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>Hosts[0]</c>, <c>parts[^1]</c>, <c>parts.First()</c>: the element that is listed there, or any of them where the index isn't known.</summary>
internal sealed class ElementSource(Sequences sequences) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.ArrayElementReference, OperationKind.PropertyReference, OperationKind.ImplicitIndexerReference, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var (collection, index) = operation switch
        {
            IArrayElementReferenceOperation { Indices: [var at] } element => (element.ArrayReference, at),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type.SpecialType: not SpecialType.System_String } of, Arguments: [{ Value: { Type.SpecialType: SpecialType.System_Int32 } at }] } => (of, at),
            IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: not SpecialType.System_String } of } element => (of, element.Argument),
            IInvocationOperation { TargetMethod: { Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "ElementAt", ContainingType.Name: nameof(Enumerable) } } call =>
                (call.Arguments.Length == (call.TargetMethod.Name == "ElementAt" ? 2 : 1) ? call.Arguments[0].Value : null, call.Arguments.Last().Value),
            _ => default((IOperation?, IOperation?)),
        };
        if (collection is null || sequences.Of(collection, frame, evaluator, evaluation) is not { IsEmpty: false } elements)
        {
            return null;
        }

        var place = operation is IInvocationOperation { TargetMethod.Name: not "ElementAt" and var name } ? new TextPlace(name.StartsWith("Last", StringComparison.Ordinal) ? 1 : 0, name.StartsWith("Last", StringComparison.Ordinal))
            : Numbers.PlaceOf(index!, frame, evaluator, evaluation);
        if (place is { } known && !elements.Any(element => element.MayBeLeftOut))
        {
            // Of a list whose elements nobody knows, its key is what is known.
            return At(elements, known)?.Evaluate(evaluator, evaluation) ?? (elements is [{ IsMany: true, Text: { } list }] ? list : null);
        }

        // Any of them: a client that takes turns between hosts.
        return TextValue.AnyOf(elements.Select(element => element.Evaluate(evaluator, evaluation)));
    }

    /// <summary>The element at an index; null if there is none, or what is counted isn't known.</summary>
    public Element? At(IOperation collection, IOperation index, Frame frame, TextEvaluator evaluator, Evaluation evaluation) =>
        sequences.Of(collection, frame, evaluator, evaluation) is { } elements && Numbers.PlaceOf(index, frame, evaluator, evaluation) is { } place ? At(elements, place) : null;

    private static Element? At(ImmutableArray<Element> elements, TextPlace place)
    {
        var index = place.FromEnd ? elements.Length - place.Count : place.Count;
        return index >= 0 && index < elements.Length && !(place.FromEnd ? elements.Skip(index) : elements.Take(index + 1)).Any(element => element.IsMany || element.MayBeLeftOut) ? elements[index] : null;
    }
}
