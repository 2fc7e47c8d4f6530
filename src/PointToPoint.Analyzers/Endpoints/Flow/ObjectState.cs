using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What is set on one object: in its initialiser, on a variable that holds it, by the <c>with</c> that copied it.</summary>
internal sealed class ObjectState(SetMembers members)
{
    /// <summary>Goes one step back; set once the flow that needs this exists.</summary>
    public Func<IOperation, Frame, CancellationToken, Hop?> Next { get; set; } = (_, _, _) => null;

    /// <summary>What is set on an object after it was created, else in its initialiser. False if it may be unset by both.</summary>
    public bool SetOn(Creation creation, ISymbol member, ImmutableArray<Place>.Builder sources, CancellationToken cancellation)
    {
        foreach (var (use, frame) in creation.Through)
        {
            var values = members.Of(use, member, frame, cancellation, out var mayBeUnset);
            sources.AddRange(values);
            if (!values.IsEmpty && !mayBeUnset)
            {
                return true;
            }
        }

        if (Initialised(creation.Operation.Initializer, member) is not { } value)
        {
            return false;
        }

        sources.Add(new Place(value, creation.Frame));
        return true;
    }

    /// <summary>The <c>with</c> that made an object, where there is no other way to it.</summary>
    public Place? CopyOf(Place place, CancellationToken cancellation)
    {
        for (var depth = 0; depth < Limits.Hops; depth++)
        {
            var operation = place.Operation.Bare();
            if (operation is IWithOperation)
            {
                return place with { Operation = operation };
            }

            // Only variables hand an object on as it is, and methods of the code's own that make it.
            if (operation is not (ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false }) || Next(operation, place.Frame, cancellation) is not { Sources: [var source] })
            {
                return null;
            }

            place = source;
        }

        return null;
    }

    /// <summary>What an initialiser sets a member to; null if nothing.</summary>
    public static IOperation? Initialised(IObjectOrCollectionInitializerOperation? initializer, ISymbol member) => Initialised(initializer, member.Name);

    /// <summary>The same by the member's name.</summary>
    public static IOperation? Initialised(IObjectOrCollectionInitializerOperation? initializer, string member) => initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
        .LastOrDefault(assignment => assignment.Target is IMemberReferenceOperation { Member: { } target } && target.Name == member)?.Value;
}
