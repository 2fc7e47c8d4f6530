using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>The elements of tuples, and of records that are taken apart like them: <c>var (host, path) = Endpoint();</c>, <c>endpoint.Host</c>.</summary>
internal sealed class TupleValues
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>The position of a tuple's field; -1 if it is none.</summary>
    public static int PositionOf(IFieldSymbol field) => field.ContainingType.IsTupleType && (field.CorrespondingTupleField ?? field) is { Name: var name }
        && name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), out var number)
        ? number - 1
        : -1;

    /// <summary>Where the variables of a deconstruction stand in it, each by its way down.</summary>
    public static IEnumerable<(IOperation Target, ImmutableArray<int> Path)> Targets(IOperation target, ImmutableArray<int> path) => target.Bare() switch
    {
        IDeclarationExpressionOperation declaration => Targets(declaration.Expression, path),
        ITupleOperation tuple => tuple.Elements.SelectMany((element, i) => Targets(element, path.Add(i))),
        var other => [(other, path)],
    };

    /// <summary>What may stand at a place in a tuple; empty if that can't be told.</summary>
    public ImmutableArray<Place> ElementsOf(Place tuple, ImmutableArray<int> path, CancellationToken cancellation) =>
        path.Aggregate(ImmutableArray.Create(tuple), (places, position) =>
        {
            var rest = Limits.Creations * Limits.Alternatives;
            return [.. places.SelectMany(place => ElementsOf(place, position, 0, ref rest, cancellation))];
        });

    /// <summary>The tuples and records that a value may be, where they are made; none if not all of them are known.</summary>
    public ImmutableArray<Place> WholesOf(Place value, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Place>();
        var pending = new Stack<(Place Place, int Depth)>([(value, 0)]);
        while (pending.Count > 0)
        {
            var (place, depth) = pending.Pop();
            var operation = place.Operation.Bare();
            if (operation is ITupleOperation or IObjectCreationOperation or IWithOperation)
            {
                found.Add(place);
            }
            else if (depth < Limits.Hops && found.Count + pending.Count <= Limits.Alternatives && Next(operation, place.Frame, cancellation) is { Unknown: null, Sources.IsEmpty: false } hop)
            {
                foreach (var source in hop.Sources.Reverse())
                {
                    pending.Push((source, depth + 1));
                }
            }
            else
            {
                return [];
            }
        }

        return found.ToImmutable();
    }

    /// <param name="tuple">The whole.</param>
    /// <param name="position">Which element.</param>
    /// <param name="depth">How many hops back this is.</param>
    /// <param name="rest">How many may still be gone, on all ways together.</param>
    /// <param name="cancellation">Ends it.</param>
    private ImmutableArray<Place> ElementsOf(Place tuple, int position, int depth, ref int rest, CancellationToken cancellation)
    {
        var (operation, frame) = (tuple.Operation.Bare(), tuple.Frame);
        switch (operation)
        {
            case ITupleOperation made:
                return position < made.Elements.Length ? [new(made.Elements[position], frame)] : [];
            case IObjectCreationOperation creation when Deconstructed(creation.Type, position) is { } name:
                return creation.Arguments.FirstOrDefault(argument => string.Equals(argument.Parameter?.Name, name, StringComparison.OrdinalIgnoreCase)) is { } argument ? [new(argument.Value, frame)] : [];
            case IWithOperation copy when Deconstructed(copy.Type, position) is { } name:
                return copy.Initializer.Initializers.OfType<ISimpleAssignmentOperation>().LastOrDefault(assignment => assignment.Target is IMemberReferenceOperation { Member.Name: var set } && set == name) is { } changed
                    ? [new(changed.Value, frame)]
                    : ElementsOf(new(copy.Operand, frame), position, depth + 1, ref rest, cancellation);
        }

        // One that isn't known makes it unknown: the others alone would be a guess.
        if (depth >= Limits.Hops || --rest < 0 || Next(operation, frame, cancellation) is not { Unknown: null, Sources.IsEmpty: false } hop)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Place>();
        foreach (var source in hop.Sources)
        {
            var elements = ElementsOf(source, position, depth + 1, ref rest, cancellation);
            if (elements.IsEmpty)
            {
                return [];
            }

            found.AddRange(elements);
        }

        return found.ToImmutable();
    }

    /// <summary>The property that a record shows at a position when it is taken apart.</summary>
    private static string? Deconstructed(ITypeSymbol? type, int position) => type is { IsRecord: true }
        ? type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.IsImplicitlyDeclared && position < method.Parameters.Length)?.Parameters[position].Name
        : null;
}
