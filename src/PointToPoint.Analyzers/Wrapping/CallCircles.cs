using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>
/// Methods in the order in which something can be said of each by what it calls: callees first, those that call each other in a circle together.
/// By R. Tarjan, Depth-first search and linear graph algorithms (1972), without recursion: chains of calls are as long as programs make them.
/// </summary>
internal static class CallCircles
{
    /// <summary>The circles that a method leads to, its own last.</summary>
    /// <param name="start">The method.</param>
    /// <param name="callees">What a method may call; without those of which all is said already.</param>
    public static IEnumerable<IReadOnlyList<IMethodSymbol>> Of(IMethodSymbol start, Func<IMethodSymbol, IReadOnlyList<IMethodSymbol>> callees)
    {
        var visits = new Dictionary<ISymbol, Visit>(Declarations.Comparer);
        var way = new Stack<Visit>();
        var open = new Stack<Visit>();
        Enter(start);
        while (way.Count > 0)
        {
            var visit = way.Peek();
            if (visit.Next < visit.Callees.Count)
            {
                var callee = visit.Callees[visit.Next++];
                if (!visits.TryGetValue(callee, out var other))
                {
                    Enter(callee);
                }
                else if (other.IsOpen)
                {
                    visit.Lowest = Math.Min(visit.Lowest, other.Index);
                }

                continue;
            }

            way.Pop();
            if (way.Count > 0)
            {
                way.Peek().Lowest = Math.Min(way.Peek().Lowest, visit.Lowest);
            }

            if (visit.Lowest == visit.Index)
            {
                var circle = new List<IMethodSymbol>();
                Visit last;
                do
                {
                    last = open.Pop();
                    last.IsOpen = false;
                    circle.Add(last.Method);
                }
                while (last != visit);
                circle.Reverse();
                yield return circle;
            }
        }

        void Enter(IMethodSymbol method)
        {
            var visit = new Visit(method, callees(method), visits.Count);
            visits.Add(method, visit);
            way.Push(visit);
            open.Push(visit);
        }
    }

    private sealed class Visit(IMethodSymbol method, IReadOnlyList<IMethodSymbol> callees, int index)
    {
        public IMethodSymbol Method { get; } = method;

        public IReadOnlyList<IMethodSymbol> Callees { get; } = callees;

        public int Index { get; } = index;

        /// <summary>The first method of the way here that it leads back to.</summary>
        public int Lowest { get; set; } = index;

        public int Next { get; set; }

        /// <summary>True until its circle is closed.</summary>
        public bool IsOpen { get; set; } = true;
    }
}
