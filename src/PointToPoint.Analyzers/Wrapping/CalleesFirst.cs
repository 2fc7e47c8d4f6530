using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>
/// What is said of a method by what is said of those that it calls, found once for each: after its callees, so that no way through the code is gone twice, and only where some way leads to an
/// end at all.
/// </summary>
/// <param name="callees">The methods that a method may call.</param>
/// <param name="isEnd">True if something may be said of a method whatever is said of those that it calls.</param>
/// <typeparam name="T">What is said of a method: a set of these.</typeparam>
internal sealed class CalleesFirst<T>(Func<IMethodSymbol, CancellationToken, IEnumerable<IMethodSymbol>> callees, Func<IMethodSymbol, CancellationToken, bool> isEnd)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<T>> _known = new(Declarations.Comparer);
    private readonly ConcurrentDictionary<ISymbol, bool> _leadsNowhere = new(Declarations.Comparer);

    /// <summary>What was found of a method; nothing if it wasn't asked for.</summary>
    public ImmutableArray<T> Found(IMethodSymbol method) => _known.TryGetValue(method, out var known) ? known : [];

    /// <summary>What is said of a method; of one that is being worked on, what is thought so far.</summary>
    /// <param name="method">The method.</param>
    /// <param name="guesses">What the question takes for true.</param>
    /// <param name="find">What is said of a method. It may ask for others, for such that the callees aren't known to contain, too.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public ImmutableArray<T> Of(IMethodSymbol method, CircleGuesses<T> guesses, Func<IMethodSymbol, ImmutableArray<T>> find, CancellationToken cancellation)
    {
        if (_known.TryGetValue(method, out var known))
        {
            return known;
        }

        if (guesses.Of(method) is { } guess)
        {
            return guess;
        }

        if (guesses.Level >= Limits.CallDepth)
        {
            // Functions that are handed from one to the next that far: who asked first finds out later.
            guesses.Read(0);
            return [];
        }

        foreach (var circle in CallCircles.Of(method, one => [.. callees(one, cancellation).Where(callee => !_known.ContainsKey(callee) && !guesses.Contains(callee))]))
        {
            if (circle.Any(one => isEnd(one, cancellation) || callees(one, cancellation).Any(callee => !_leadsNowhere.ContainsKey(callee) && !circle.Contains(callee, Declarations.Comparer))))
            {
                guesses.Settle(circle, find, (one, found) => _known.TryAdd(one, found));
                continue;
            }

            foreach (var one in circle)
            {
                _leadsNowhere.TryAdd(one, true);
                _known.TryAdd(one, []);
            }
        }

        return _known.TryGetValue(method, out known) ? known : guesses.Of(method) ?? [];
    }
}
