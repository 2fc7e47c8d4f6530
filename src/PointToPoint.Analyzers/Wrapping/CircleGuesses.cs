using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>
/// What one question takes for true of methods that call each other, until nothing contradicts it. What hangs on the guesses of a circle further out is itself one, for as long as
/// those don't change.
/// </summary>
/// <typeparam name="T">What is said of a method: a set of these, which more about its callees can only add to.</typeparam>
internal sealed class CircleGuesses<T>
{
    private readonly Dictionary<ISymbol, Guess> _guesses = new(Declarations.Comparer);
    private readonly List<ISymbol> _kept = [];
    private readonly List<bool> _read = [];
    private int _lowest = int.MaxValue;

    /// <summary>How many circles of methods are being worked on, one because of the other.</summary>
    public int Level => _read.Count;

    /// <summary>How many methods were gone into for what is being found now.</summary>
    public int Entered { get; set; }

    public bool Contains(ISymbol method) => _guesses.ContainsKey(method);

    /// <summary>What is thought so far of a method that is being worked on; null if it isn't.</summary>
    public ImmutableArray<T>? Of(ISymbol method)
    {
        if (!_guesses.TryGetValue(method, out var guess))
        {
            return null;
        }

        Read(guess.Level);
        return guess.Found;
    }

    /// <summary>Says that what is found now hangs on the guesses of a circle.</summary>
    public void Read(int level)
    {
        _read[level] = true;
        _lowest = Math.Min(_lowest, level);
    }

    /// <summary>Finds what is true of the methods of a circle: from nothing, again and again until nothing comes to it.</summary>
    /// <param name="circle">The methods.</param>
    /// <param name="find">What is found for one of them, if the guesses are right.</param>
    /// <param name="keep">Takes what is certain.</param>
    public void Settle(IReadOnlyList<IMethodSymbol> circle, Func<IMethodSymbol, ImmutableArray<T>> find, Action<ISymbol, ImmutableArray<T>> keep)
    {
        var (level, kept, outer, entered) = (Level, _kept.Count, _lowest, Entered);
        _read.Add(false);
        foreach (var method in circle)
        {
            _guesses[method] = new Guess([], level);
        }

        bool hasChanged;
        do
        {
            Forget(kept);
            (hasChanged, _lowest) = (false, int.MaxValue);
            foreach (var method in circle)
            {
                Entered = 0;
                var (found, before) = (find(method), _guesses[method].Found);
                if (found.Any(one => !before.Contains(one)))
                {
                    _guesses[method] = new Guess([.. found.Union(before)], level);
                    hasChanged = true;
                }
            }
        }
        while (hasChanged && _read[level]);

        _read.RemoveAt(level);
        _kept.AddRange(circle);
        var on = _lowest < level ? _lowest : int.MaxValue;
        foreach (var method in on == int.MaxValue ? _kept.Skip(kept) : [])
        {
            keep(method, _guesses[method].Found);
        }

        foreach (var method in on == int.MaxValue ? [] : circle)
        {
            _guesses[method] = _guesses[method] with { Level = on };
        }

        if (on == int.MaxValue)
        {
            Forget(kept);
        }

        (_lowest, Entered) = (Math.Min(outer, on), entered);
    }

    private void Forget(int kept)
    {
        foreach (var method in _kept.Skip(kept))
        {
            _guesses.Remove(method);
        }

        _kept.RemoveRange(kept, _kept.Count - kept);
    }

    /// <param name="Found">What is said of the method.</param>
    /// <param name="Level">The circle that it hangs on.</param>
    private sealed record Guess(ImmutableArray<T> Found, int Level);
}
