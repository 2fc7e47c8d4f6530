using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>What steps that run one after the other leave in a property.</summary>
internal sealed class OptionsOutcome
{
    private readonly List<(TextValue Value, SyntaxNode? Region, int Step)> _values = [];
    private SyntaxNode? _region;
    private int _step;

    /// <summary>What it may hold; null if nothing sets it.</summary>
    public TextValue? Value => TextValue.AnyOf(_values.Select(value => value.Value));

    /// <summary>The key that configuration has no value for; null if nothing binds it to one.</summary>
    public TextValue? Key { get; set; }

    /// <summary>True if what it held before all steps is gone.</summary>
    public bool IsSure { get; private set; }

    /// <summary>The next step begins.</summary>
    /// <param name="region">The part of the body that may run or not, if the step stands in one.</param>
    public void Start(SyntaxNode? region)
    {
        _region = region;
        _step++;
    }

    /// <summary>The step sets the property: what earlier ones set is gone, if this one is sure to run after them.</summary>
    public void Set(TextValue value, bool isSure)
    {
        if (isSure)
        {
            _values.RemoveAll(earlier => earlier.Step != _step && (_region is null || (earlier.Region is { } other && _region.Span.Contains(other.Span))));
            IsSure |= _region is null;
        }

        _values.Add((value, _region, _step));
    }
}
