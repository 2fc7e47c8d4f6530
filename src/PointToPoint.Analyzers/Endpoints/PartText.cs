using System.Collections.Immutable;
using System.Text;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// A text of parts with one mark for each that isn't text, so that places in it can be spoken of: what cuts, trims or searches a text works on
/// <see cref="Text"/> and gets the parts back, each with the key it was read from.
/// </summary>
internal sealed class PartText
{
    /// <summary>Stands for a part whose text, and so whose length, nobody knows. A private-use character: it is in no set that is trimmed or searched.</summary>
    public const char Mark = '\uE0F2';

    private readonly Alternative _alternative;
    private readonly List<(int Start, Part Part)> _parts = [];

    public PartText(Alternative alternative)
    {
        _alternative = alternative;
        var text = new StringBuilder();
        foreach (var part in alternative.Parts)
        {
            _parts.Add((text.Length, part));
            text.Append(part is LiteralPart literal ? literal.Text : Mark.ToString());
        }

        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>True if what stands at this place is no text.</summary>
    public bool IsMark(int position) => Text[position] == Mark && PartAt(position) is not LiteralPart;

    /// <summary>True if all of the first characters are text, so that counting them means something.</summary>
    public bool IsKnown(int length) => length <= Text.Length && !Enumerable.Range(0, length).Any(IsMark);

    /// <summary>The same for all characters from a place on.</summary>
    public bool IsKnownFrom(int start) => !Enumerable.Range(start, Text.Length - start).Any(IsMark);

    /// <summary>From one place to another, reached the same way.</summary>
    public Alternative Cut(int start, int end)
    {
        var kept = ImmutableArray.CreateBuilder<Part>();
        foreach (var (at, part) in _parts)
        {
            if (part is LiteralPart literal)
            {
                var from = Math.Max(start, at);
                var to = Math.Min(end, at + literal.Text.Length);
                if (from < to)
                {
                    kept.Add(literal with { Text = literal.Text.Substring(from - at, to - from) });
                }
            }
            else if (at >= start && at < end)
            {
                kept.Add(part);
            }
        }

        return _alternative with { Parts = kept.ToImmutable() };
    }

    public Alternative From(int start) => Cut(start, Text.Length);

    private Part PartAt(int position) => _parts.Last(part => part.Start <= position && (part.Part is not LiteralPart literal || part.Start + literal.Text.Length > position)).Part;
}
