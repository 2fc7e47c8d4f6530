using System.Collections.Concurrent;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>All changes of variables in each body that was asked about: read once, however often its variables are.</summary>
internal sealed class BodyChanges
{
    private readonly ConcurrentDictionary<SyntaxNode, ILookup<ISymbol, Change>?> _known = new();

    /// <summary>The changes by variable; null if the body is too large to be run.</summary>
    public ILookup<ISymbol, Change>? Of(IOperation body) => _known.GetOrAdd(body.Syntax, _ => Find(body));

    private static ILookup<ISymbol, Change>? Find(IOperation body)
    {
        var all = new List<Change>();
        var count = 0;
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (++count > Limits.Steps)
            {
                return null;
            }

            all.AddRange(Change.Of(operation));
        }

        return all.ToLookup(change => change.Variable, SymbolEqualityComparer.Default)!;
    }
}
