using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>One evaluation's own state: how much it may still do, and what it is in the middle of.</summary>
internal sealed class Evaluation(CancellationToken cancellation)
{
    private readonly HashSet<(ISymbol Symbol, SyntaxNode Use, Frame Frame)> _active = [];
    private int _steps;
    private int _depth;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>False if the work for this address is used up; else counts one level down until <see cref="Leave()"/>.</summary>
    public bool TryEnter()
    {
        Cancellation.ThrowIfCancellationRequested();
        if (++_steps > Limits.Steps || _depth >= Limits.Depth)
        {
            return false;
        }

        _depth++;
        return true;
    }

    /// <summary>The limit that was hit, as the end of a sentence.</summary>
    public string Exhaustion => _steps > Limits.Steps
        ? "an address that takes more than " + Limits.Steps + " steps to work out"
        : "an expression whose values lie more than " + Limits.Depth + " steps apart";

    public void Leave() => _depth--;

    /// <summary>False if the work for this address is used up; for work that goes no level down.</summary>
    public bool TryStep()
    {
        Cancellation.ThrowIfCancellationRequested();
        return ++_steps <= Limits.Steps;
    }

    /// <summary>False if the value of this symbol, as seen from this place, is being worked out already: it depends on itself.</summary>
    public bool TryEnter(ISymbol symbol, SyntaxNode use, Frame frame) => _active.Add((symbol, use, frame));

    /// <summary>True if the value of this symbol is being worked out, wherever it is read.</summary>
    public bool IsWithin(ISymbol symbol) => _active.Any(active => Declarations.Same(active.Symbol, symbol));

    public void Leave(ISymbol symbol, SyntaxNode use, Frame frame) => _active.Remove((symbol, use, frame));
}
