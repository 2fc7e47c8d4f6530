namespace PointToPoint.Analyzers.Systems;

/// <summary>The tokens of a JSON text one after the other, the next one always in view.</summary>
internal sealed class JsonTokens
{
    // Asking costs little, but not nothing.
    private const int TokensBetweenChecks = 4096;

    private readonly JsonLexer _lexer;
    private readonly CancellationToken _cancellation;

    public JsonTokens(JsonLexer lexer, CancellationToken cancellation)
    {
        _lexer = lexer;
        _cancellation = cancellation;
        Advance();
    }

    /// <summary>The next token, not taken yet.</summary>
    public JsonToken Current { get; private set; }

    /// <summary>Where the token that was taken last ends; 0 before the first.</summary>
    public int PreviousEnd { get; private set; }

    /// <summary>How many tokens were read, the one in view included.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the token in view, and moves on.</summary>
    public JsonToken Take()
    {
        var taken = Current;
        PreviousEnd = taken.Span.End;
        Advance();
        return taken;
    }

    private void Advance()
    {
        Count++;
        if (Count % TokensBetweenChecks == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
        }

        Current = _lexer.Next();
    }
}
