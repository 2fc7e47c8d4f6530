using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>The object in options that code wraps by hand: <c>Options.Create(new ErpOptions { … })</c>, <c>new OptionsWrapper&lt;ErpOptions&gt;(…)</c>.</summary>
internal static class WrappedOptions
{
    /// <summary>The options that a property reads the object of; null if it is another property.</summary>
    public static IOperation? ReadOf(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "IOptions" or "IOptionsSnapshot" or "OptionsWrapper" }, Instance: { } options } ? options : null;

    /// <summary>What is wrapped; empty if nobody here wraps it.</summary>
    public static ImmutableArray<Place> Of(Place options, Func<IOperation, Frame, CancellationToken, Hop?> next, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Place>();
        var places = new Queue<(Place Place, int Hops)>([(options, 0)]);
        while (places.Count > 0)
        {
            var (place, hops) = places.Dequeue();
            switch (place.Operation.Bare())
            {
                case IInvocationOperation { TargetMethod: { Name: "Create", ContainingType: { Name: "Options", ContainingNamespace.Name: "Options" } }, Arguments: [var wrapped] }:
                    found.Add(place with { Operation = wrapped.Value });
                    break;
                case IObjectCreationOperation { Type.Name: "OptionsWrapper", Arguments: [var wrapped] }:
                    found.Add(place with { Operation = wrapped.Value });
                    break;
                case var other:
                    foreach (var source in hops < Limits.Hops && next(other, place.Frame, cancellation) is { } hop ? hop.Sources.Take(Limits.Alternatives) : [])
                    {
                        places.Enqueue((source, hops + 1));
                    }

                    break;
            }
        }

        return found.ToImmutable();
    }
}
