using System.Collections.Concurrent;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>
/// Whether some caller of a method or a lambda is told in its stead. Methods that only call themselves or each other have none: somebody else, who isn't known, calls one of them.
/// </summary>
internal sealed class CallerSearch(CallSites sites, FunctionUses functions)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(Declarations.Comparer);

    public bool HasOne(IMethodSymbol method, CancellationToken cancellation) =>
        _known.TryGetValue(method, out var known) ? known : _known.GetOrAdd(method, Find(method, cancellation));

    /// <summary>True if a method is passed on by its name, and called where that is seen.</summary>
    private bool IsCalledByDelegate(IMethodSymbol method, CancellationToken cancellation) => sites.References(method, cancellation).Any(reference => !functions.Calls(reference, cancellation).IsEmpty);

    private bool Find(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction)
        {
            return !functions.Calls(method, cancellation).IsEmpty;
        }

        var seen = new HashSet<ISymbol>(Declarations.Comparer) { method };
        var pending = new Stack<IMethodSymbol>([method]);
        while (pending.Count > 0)
        {
            foreach (var call in sites.Each(pending.Pop(), cancellation))
            {
                if (sites.Enclosing(call.Operation) is not { } caller || !CallSites.DependsOn(call.Operation, caller))
                {
                    return true;
                }

                if (seen.Add(caller))
                {
                    if (!sites.IsCalled(caller, cancellation))
                    {
                        return true;
                    }

                    pending.Push(caller);
                }
            }
        }

        return IsCalledByDelegate(method, cancellation);
    }
}
