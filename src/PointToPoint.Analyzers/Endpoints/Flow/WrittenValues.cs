using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What its writes give a variable: an assigned value, an element of one that is taken apart, what a call gives back.</summary>
internal sealed class WrittenValues(OutValues outs, TupleValues tuples, ElementPlaces elements)
{
    public Hop Of(ISymbol variable, string? step, ImmutableArray<Write> writes, Frame frame, CancellationToken cancellation)
    {
        if (writes is [{ Value: null, Operation: IArgumentOperation argument }] && outs.Of(argument, frame, cancellation) is { } given)
        {
            return given with { Variable = variable, Step = given.Step ?? step };
        }

        if (writes is [{ Value: null, Operation: IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation } loop }] && elements.Of(new Place(loop.Collection, frame), cancellation) is { IsEmpty: false } listed)
        {
            return new Hop(variable, "foreach " + variable.Name, listed);
        }

        var known = ImmutableArray.CreateBuilder<Place>();
        IOperation? unknown = null;
        foreach (var write in writes)
        {
            var written = write.Value is null ? default : new Place(write.Value, write.Frame ?? frame);
            var places = write.Value is null ? [] : write.Path.IsEmpty ? [written] : tuples.ElementsOf(written, write.Path, cancellation);
            known.AddRange(places);
            unknown ??= places.IsEmpty ? write.Operation : null;
        }

        return new Hop(variable, step, known.ToImmutable(), unknown is null ? null : $"'{variable.Name}', {Describe(unknown)}");
    }

    private static string Describe(IOperation write) => write switch
    {
        IForEachLoopOperation => "an element that a foreach loop takes out of a collection",
        IArgumentOperation { Parameter: { RefKind: RefKind.Ref } parameter } => $"which '{parameter.ContainingSymbol.Name()}' may change through 'ref {parameter.Name}'",
        IArgumentOperation { Parameter: { } parameter } => $"which '{parameter.ContainingSymbol.Name()}' gives back through 'out {parameter.Name}'",
        IArgumentOperation => "which a method gives back through 'out'",
        _ => "which is taken out of a tuple or an object by deconstruction",
    };
}
