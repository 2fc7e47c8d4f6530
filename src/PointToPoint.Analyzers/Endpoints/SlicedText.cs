using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>A text with holes and keys in it, as one string that can be searched and cut: whatever is cut out still knows the parts it is made of.</summary>
internal sealed class SlicedText
{
    // A private-use character stands for a part that is no text, so that one search sees the whole.
    private const char Placeholder = '\uE0F2';
    private static readonly Regex _url = new("^[A-Za-z][A-Za-z0-9+.-]*://", RegexOptions.CultureInvariant);

    private readonly ImmutableArray<Part> _at;

    public SlicedText(ImmutableArray<Part> parts)
    {
        var text = new StringBuilder();
        var at = ImmutableArray.CreateBuilder<Part>();
        foreach (var part in parts)
        {
            var shown = part is LiteralPart literal ? literal.Text : Placeholder.ToString();
            text.Append(shown);
            at.AddRange(Enumerable.Repeat(part, shown.Length));
        }

        Text = text.ToString();
        _at = at.ToImmutable();
    }

    private SlicedText(string text, ImmutableArray<Part> at)
    {
        Text = text;
        _at = at;
    }

    /// <summary>With one character for each part that is none.</summary>
    public string Text { get; }

    /// <summary>True for what starts with a scheme.</summary>
    public bool IsUrl => _url.IsMatch(Text);

    /// <summary>The configuration key that its start was read from, else any of it; null if none of it was.</summary>
    public string? Key => _at.Select(part => part switch
    {
        LiteralPart literal => literal.Key,
        KeyPart key => key.Key,
        _ => null,
    }).FirstOrDefault(key => key is not null);

    /// <summary>The parts it is made of; at least one.</summary>
    public ImmutableArray<Part> Parts
    {
        get
        {
            var parts = ImmutableArray.CreateBuilder<Part>();
            for (var start = 0; start < Text.Length;)
            {
                var end = start + 1;
                while (end < Text.Length && ReferenceEquals(_at[end], _at[start]))
                {
                    end++;
                }

                parts.Add(_at[start] is LiteralPart literal ? literal with { Text = Text.Substring(start, end - start) } : _at[start]);
                start = end;
            }

            return parts.Count == 0 ? [new LiteralPart("")] : parts.ToImmutable();
        }
    }

    public SlicedText From(int start) => new(Text.Substring(start), _at.RemoveRange(0, start));

    public SlicedText Before(int end) => new(Text.Substring(0, end), _at.RemoveRange(end, _at.Length - end));

    /// <summary>What stands before the first of these characters; all, if there is none.</summary>
    public SlicedText Until(params char[] ends) => Text.IndexOfAny(ends) is >= 0 and var end ? Before(end) : this;

    public SlicedText Trim() => From(Text.Length - Text.TrimStart().Length) is var right ? right.Before(right.Text.TrimEnd().Length) : this;

    public SlicedText TrimEnd(char last) => Before(Text.TrimEnd(last).Length);
}
