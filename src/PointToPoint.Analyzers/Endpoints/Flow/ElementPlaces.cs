using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Where the elements of a collection are made, as far as code lists them: what a loop's variable, or a query's, may be.</summary>
internal sealed class ElementPlaces(MethodBodies methods, BodyIndexes indexes)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>All that may be an element; empty if some of them aren't known.</summary>
    public ImmutableArray<Place> Of(Place collection, CancellationToken cancellation) => Of(collection, 0, cancellation) is { Length: <= Limits.Terms } places ? places : [];

    private ImmutableArray<Place>? Of(Place collection, int depth, CancellationToken cancellation)
    {
        var (operation, frame) = (collection.Operation.Bare(), collection.Frame);
        if (depth >= Limits.Hops)
        {
            return null;
        }

        switch (operation)
        {
            case IArrayCreationOperation { Initializer: { } listed }:
                return Listed(listed.ElementValues, frame, depth, cancellation);
            case IArrayInitializerOperation listed:
                return Listed(listed.ElementValues, frame, depth, cancellation);
            case ICollectionExpressionOperation listed:
                return Listed(listed.Elements, frame, depth, cancellation);
            case ITranslatedQueryOperation query:
                return Of(collection with { Operation = query.Operation }, depth + 1, cancellation);
            case IObjectCreationOperation { Initializer: { } initializer, Arguments.IsEmpty: true } when initializer.Initializers.All(added => added is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }):
                return Listed([.. initializer.Initializers.Select(added => ((IInvocationOperation)added).Arguments[0].Value)], frame, depth, cancellation);
            case IInvocationOperation
            {
                TargetMethod:
                {
                    DeclaringSyntaxReferences.IsEmpty: true, Name: "ToArray" or "ToList" or "AsEnumerable" or "AsReadOnly" or "ToImmutableArray" or "ToImmutableList" or "Where" or "Cast" or "OfType"
                or "OrderBy" or "OrderByDescending" or "Distinct" or "Reverse" or "AsParallel" or "WithCancellation" or "ConfigureAwait" or "ToAsyncEnumerable"
                }
            } kept when kept.Receiver() is { } receiver:
                return Of(new Place(receiver, frame), depth + 1, cancellation);
            case IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: nameof(Enumerable) } } select when select.Receiver() is { } receiver
                && select.Argument("selector")?.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var parameter] } lambda }:
                return Of(new Place(receiver, frame), depth + 1, cancellation) is { } elements
                    ? [.. elements.SelectMany(element => MethodBodies.Returns(lambda, frame.With(parameter, element)))]
                    : null;
            case IInvocationOperation call when Iterators.Of(methods.RunBy(call, frame, cancellation)) is { } yielded:
                return [.. yielded.Select(next => next.Place)];
        }

        if (Next(operation, frame, cancellation) is not { Unknown: null, Sources: { IsEmpty: false, Length: <= Limits.Alternatives } sources })
        {
            return null;
        }

        var all = ImmutableArray.CreateBuilder<Place>();
        foreach (var source in sources)
        {
            if (Of(source, depth + 1, cancellation) is not { } places)
            {
                return null;
            }

            all.AddRange(places);
        }

        // What is added on the way to the use is an element, too.
        foreach (var change in operation is ILocalReferenceOperation local ? indexes.Of(local).ChangesOf(local.Local) : [])
        {
            if (change is not IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] })
            {
                return null;
            }

            all.Add(new Place(added.Value, frame));
        }

        return all.ToImmutable();
    }

    private ImmutableArray<Place>? Listed(ImmutableArray<IOperation> values, Frame frame, int depth, CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<Place>();
        foreach (var value in values)
        {
            if (value is not ISpreadOperation spread)
            {
                all.Add(new Place(value, frame));
            }
            else if (Of(new Place(spread.Operand, frame), depth + 1, cancellation) is { } spreaded)
            {
                all.AddRange(spreaded);
            }
            else
            {
                return null;
            }
        }

        return all.ToImmutable();
    }
}
