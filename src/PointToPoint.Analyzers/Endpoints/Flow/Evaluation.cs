using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>One evaluation's own state: how much it may still do, and what it is in the middle of.</summary>
internal sealed class Evaluation(CancellationToken cancellation)
{
    private readonly HashSet<(ISymbol Symbol, SyntaxNode Use, Frame Frame)> _active = new(FrameComparer.Instance);
    private Dictionary<(IOperation Operation, Frame Frame), TextValue>? _kept;
    private int _steps;
    private int _depth;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>True if the address of a mail server is looked for: settings of mail are known by their names.</summary>
    public bool IsOfMail { get; set; }

    /// <summary>True if a call is looked at for itself: what its callers hand over is what the method's own code calls it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>How often something was broken off so far: a limit was hit, or a value depends on itself.</summary>
    public int Breaks { get; private set; }

    /// <summary>False if the work for this address is used up; else counts one level down until <see cref="Leave()"/>.</summary>
    public bool TryEnter()
    {
        Cancellation.ThrowIfCancellationRequested();
        if (++_steps > Limits.Steps || _depth >= Limits.Depth)
        {
            Breaks++;
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
        if (++_steps > Limits.Steps)
        {
            Breaks++;
            return false;
        }

        return true;
    }

    /// <summary>False if the value of this symbol, as seen from this place, is being worked out already: it depends on itself.</summary>
    public bool TryEnter(ISymbol symbol, SyntaxNode use, Frame frame)
    {
        if (_active.Add((symbol, use, frame)))
        {
            return true;
        }

        Breaks++;
        return false;
    }

    /// <summary>True if the value of this symbol is being worked out, wherever it is read.</summary>
    public bool IsWithin(ISymbol symbol)
    {
        if (!_active.Any(active => Declarations.Same(active.Symbol, symbol)))
        {
            return false;
        }

        Breaks++;
        return true;
    }

    public void Leave(ISymbol symbol, SyntaxNode use, Frame frame) => _active.Remove((symbol, use, frame));

    /// <summary>
    /// The value of an operation that was worked out before; null if it wasn't. What is built up call by call (<c>url = Add(url, "a", a); url = Add(url, "b", b)</c>) is read several
    /// times at each of them: without this, the work doubles with every one.
    /// </summary>
    public TextValue? Kept(IOperation operation, Frame frame) => _kept is not null && IsWorthKeeping(operation) && _kept.TryGetValue((operation, frame), out var value) ? value : null;

    /// <summary>Keeps a value for its next reader. What was broken off on the way, by a limit or because it depends on itself, is worked out again: seen from elsewhere it may not be.</summary>
    /// <param name="operation">Whose value it is.</param>
    /// <param name="frame">Where it was looked at from.</param>
    /// <param name="value">The value.</param>
    /// <param name="before"><see cref="Breaks"/> as they were before.</param>
    public void Keep(IOperation operation, Frame frame, TextValue value, int before)
    {
        if (Breaks == before && _steps > Limits.StepsBeforeKept && IsWorthKeeping(operation))
        {
            (_kept ??= new(FrameComparer.Instance))[(operation, frame)] = value;
        }
    }

    private static bool IsWorthKeeping(IOperation operation) => operation is IMemberReferenceOperation or IInvocationOperation or ILocalReferenceOperation or IParameterReferenceOperation;
}
