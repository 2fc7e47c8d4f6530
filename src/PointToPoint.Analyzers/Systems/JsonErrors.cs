using System.Collections.Immutable;

using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>The damage of a JSON text, one error at a place. Damage tends to breed, and the first errors are the useful ones: the rest is dropped.</summary>
internal sealed class JsonErrors
{
    private const int MaxErrors = 100;

    private readonly ImmutableArray<JsonError>.Builder _errors = ImmutableArray.CreateBuilder<JsonError>();

    /// <summary>Adds an error, unless the last one stands at the same place: a second opinion on it helps nobody.</summary>
    public void Add(TextSpan span, string message)
    {
        if (_errors.Count < MaxErrors && (_errors.Count == 0 || _errors[_errors.Count - 1].Span != span))
        {
            _errors.Add(new JsonError(span, message));
        }
    }

    /// <summary>All errors in the order of the text.</summary>
    public ImmutableArray<JsonError> InOrder()
    {
        // The lexer is a token ahead of the reader, so their errors come out of order.
        _errors.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return _errors.ToImmutable();
    }
}
