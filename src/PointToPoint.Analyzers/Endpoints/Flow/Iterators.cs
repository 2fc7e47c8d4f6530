using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What an iterator of the code's own yields: <c>yield return Root + "orders";</c>.</summary>
internal static class Iterators
{
    /// <summary>The yielded values in order, each with whether it may come any number of times; null if a call runs no iterator.</summary>
    public static ImmutableArray<(Place Place, bool IsMany)>? Of(Place? run)
    {
        if (run is not { Operation: IBlockOperation body, Frame: var frame })
        {
            return null;
        }

        var yields = body.Descendants().OfType<IReturnOperation>()
            .Where(next => next is { Kind: OperationKind.YieldReturn, ReturnedValue: not null } && IsOwn(next, body))
            .Select(next => (new Place(next.ReturnedValue!, frame), !ReachingWrites.AlwaysRuns(next.Syntax, body.Syntax)))
            .ToImmutableArray();
        return yields.IsEmpty ? null : yields;
    }

    private static bool IsOwn(IOperation operation, IOperation body)
    {
        for (var parent = operation.Parent; parent is not null && parent != body; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }
}
