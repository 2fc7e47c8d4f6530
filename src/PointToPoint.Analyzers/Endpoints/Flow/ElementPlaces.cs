using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Where the elements of a collection are made, as far as code lists them: what a loop's variable, or a query's, may be.</summary>
internal sealed class ElementPlaces(MethodBodies methods, BodyIndexes indexes, Dictionaries dictionaries)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>All that may be an element; empty if some of them aren't known.</summary>
    public ImmutableArray<Place> Of(Place collection, CancellationToken cancellation) => Of(collection, out _, cancellation);

    /// <summary>The same, and whether they stand in that order.</summary>
    public ImmutableArray<Place> Of(Place collection, out bool isOrdered, CancellationToken cancellation)
    {
        isOrdered = true;
        return Of(collection, 0, ref isOrdered, cancellation) is { Length: <= Limits.Terms } places ? places : [];
    }

    private ImmutableArray<Place>? Of(Place collection, int depth, ref bool isOrdered, CancellationToken cancellation)
    {
        var (operation, frame) = (collection.Operation.Bare(), collection.Frame);
        if (depth >= Limits.Hops)
        {
            return null;
        }

        switch (operation)
        {
            case IArrayCreationOperation { Initializer: { } listed }:
                return Listed(listed.ElementValues, frame, depth, ref isOrdered, cancellation);
            case IArrayInitializerOperation listed:
                return Listed(listed.ElementValues, frame, depth, ref isOrdered, cancellation);
            case ICollectionExpressionOperation listed:
                return Listed(listed.Elements, frame, depth, ref isOrdered, cancellation);
            case ITranslatedQueryOperation query:
                return Of(collection with { Operation = query.Operation }, depth + 1, ref isOrdered, cancellation);
            case IObjectCreationOperation { Initializer: { } initializer, Arguments.IsEmpty: true } when initializer.Initializers.All(added => added is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 }):
                return Listed([.. initializer.Initializers.Select(added => ((IInvocationOperation)added).Arguments[0].Value)], frame, depth, ref isOrdered, cancellation);
            case IObjectCreationOperation { Arguments: [{ Value: { Type: { SpecialType: not SpecialType.System_Int32 } } copied }], Initializer: null }:
                return Of(new Place(copied, frame), depth + 1, ref isOrdered, cancellation);
            case IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "ImmutableArray" or "ImmutableList", DeclaringSyntaxReferences.IsEmpty: true } } create:
                return Listed([.. create.Arguments.SelectMany(argument => argument.Value.Elements())], frame, depth, ref isOrdered, cancellation);
            case IPropertyReferenceOperation { Property.Name: "Values", Instance: { } dictionary } when Dictionaries.Is(dictionary.Type):
                isOrdered = false;
                return dictionaries.EntriesOf(dictionary, frame, cancellation) is { } entries ? [.. entries.Select(entry => entry.Value)] : null;
            case IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, Name: var name } } kept when Keeps(name, ref isOrdered) && kept.Receiver() is { } receiver:
                return Of(new Place(receiver, frame), depth + 1, ref isOrdered, cancellation);
            case IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: nameof(Enumerable) } } select when select.Receiver() is { } receiver
                && select.Argument("selector")?.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var parameter] } lambda }:
                return Of(new Place(receiver, frame), depth + 1, ref isOrdered, cancellation) is { } elements
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
        isOrdered &= sources.Length == 1;
        foreach (var source in sources)
        {
            if (Of(source, depth + 1, ref isOrdered, cancellation) is not { } places)
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

            isOrdered &= ReachingWrites.AlwaysRuns(change.Syntax, operation.Syntax) && !ReachingWrites.IsInLoop(change.Syntax);
            all.Add(new Place(added.Value, frame));
        }

        return all.ToImmutable();
    }

    /// <summary>True for what gives the elements of another collection, or some of them, maybe in another order.</summary>
    private static bool Keeps(string method, ref bool isOrdered)
    {
        var isSame = method is "ToArray" or "ToList" or "AsEnumerable" or "AsReadOnly" or "ToImmutableArray" or "ToImmutableList" or "Cast" or "WithCancellation" or "ConfigureAwait" or "ToAsyncEnumerable";
        var isSome = method is "Where" or "OfType" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending" or "Distinct" or "Reverse" or "AsParallel";
        isOrdered &= !isSome;
        return isSame || isSome;
    }

    private ImmutableArray<Place>? Listed(ImmutableArray<IOperation> values, Frame frame, int depth, ref bool isOrdered, CancellationToken cancellation)
    {
        var all = ImmutableArray.CreateBuilder<Place>();
        foreach (var value in values)
        {
            if (value is not ISpreadOperation spread)
            {
                all.Add(new Place(value, frame));
            }
            else if (Of(new Place(spread.Operand, frame), depth + 1, ref isOrdered, cancellation) is { } spreaded)
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
