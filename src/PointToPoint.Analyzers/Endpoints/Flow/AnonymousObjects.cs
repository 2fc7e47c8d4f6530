using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What stands in objects without a class: <c>new { Name = "erp", Url = "https://…" }</c>.</summary>
internal static class AnonymousObjects
{
    /// <summary>The values of a property; null if one of the objects isn't known.</summary>
    public static Hop? Of(IPropertyReferenceOperation read, Frame frame, Func<IOperation, Frame, CancellationToken, Hop?> next, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Place>();
        var places = new Queue<(Place Place, int Hops)>([(new Place(read.Instance!, frame), 0)]);
        while (places.Count > 0)
        {
            var (place, hops) = places.Dequeue();
            if (place.Operation.Bare() is IAnonymousObjectCreationOperation made)
            {
                found.AddRange(made.Initializers.OfType<ISimpleAssignmentOperation>().Where(set => set.Target.Variable()?.Name == read.Property.Name).Select(set => new Place(set.Value, place.Frame)));
            }
            else if (hops >= Limits.Hops || next(place.Operation.Bare(), place.Frame, cancellation) is not { Unknown: null, Sources: { IsEmpty: false, Length: <= Limits.Terms } sources })
            {
                return null;
            }
            else
            {
                foreach (var source in sources)
                {
                    places.Enqueue((source, hops + 1));
                }
            }
        }

        return new Hop(null, null, found.ToImmutable());
    }
}
