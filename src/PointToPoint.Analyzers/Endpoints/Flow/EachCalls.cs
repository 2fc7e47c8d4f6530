using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>Methods that call a function for each element: <c>urls.Select(url => …)</c>, <c>Parallel.ForEachAsync(urls, (url, ct) => …)</c>.</summary>
internal static class EachCalls
{
    /// <summary>The collection whose elements a lambda's parameter is given, one after the other; null if it is given something else.</summary>
    public static IOperation? CollectionOf(IParameterReferenceOperation use)
    {
        if (use.Parameter is not { Ordinal: 0, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function })
        {
            return null;
        }

        for (var parent = use.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, function))
            {
                return CollectionOf(lambda);
            }
        }

        return null;
    }

    /// <summary>The collection for whose elements a function is called that is written out, or passed on by its name; null if it is called for something else.</summary>
    public static IOperation? CollectionOf(IOperation function)
    {
        var holder = function.Parent is IDelegateCreationOperation creation ? creation.Parent : function.Parent;
        return holder is IArgumentOperation { Parameter.Name: "selector" or "predicate" or "match" or "action" or "body" or "keySelector" or "elementSelector" or "collectionSelector" or "converter", Parent: IInvocationOperation call }
            && call.TargetMethod is { DeclaringSyntaxReferences.IsEmpty: true, ContainingType.Name: "Enumerable" or "ParallelEnumerable" or "Queryable" or "AsyncEnumerable" or "List" or "Array" or "Parallel" or "ImmutableArray" or "ImmutableList" or "ImmutableArrayExtensions" }
                ? call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value
                : null;
    }
}
