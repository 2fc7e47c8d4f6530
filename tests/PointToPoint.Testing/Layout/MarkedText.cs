using System.Text;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Testing.Layout;

/// <summary>A test source and its markup: <c>[|..|]</c>, <c>{|ID:..|}</c>, <c>{|#0:..|}</c>.</summary>
/// <param name="Text">The text without the markup.</param>
/// <param name="Spans">The marked spans, in order of their ends.</param>
internal sealed partial record MarkedText(string Text, ImmutableArray<MarkedSpan> Spans)
{
    /// <summary>The text with its markup.</summary>
    public string Source => Insert(Text, Spans);

    public static MarkedText Parse(string source)
    {
        var text = new StringBuilder(source.Length);
        var spans = ImmutableArray.CreateBuilder<MarkedSpan>();
        var open = new List<(string? Label, int Start, int SourceIndex)>();
        for (var i = 0; i < source.Length;)
        {
            var label = LabelPattern().Match(source, i);
            if (label.Success && label.Index == i)
            {
                open.Add((label.Groups[1].Value, text.Length, i));
                i += label.Length;
            }
            else if (StartsAt(source, i, "[|"))
            {
                open.Add((null, text.Length, i));
                i += 2;
            }
            else if (IsClose(source, i, open) is { } index)
            {
                spans.Add(new(open[index].Label, TextSpan.FromBounds(open[index].Start, text.Length)));
                open.RemoveAt(index);
                i += 2;
            }
            else
            {
                text.Append(source[i++]);
            }
        }

        return open is []
            ? new(text.ToString(), spans.ToImmutable())
            : throw new AnalyzerTestException(
                $"Markup is opened and not closed in line {source.AsSpan(0, open[^1].SourceIndex).Count('\n') + 1}: "
                + $"'{source.AsSpan(open[^1].SourceIndex).ToString().Split('\n')[0]}'. '[|' is closed by '|]', '{{|ID:' by '|}}'.");
    }

    /// <summary>The text with these spans marked: the reverse of <see cref="Parse"/>.</summary>
    public static string Insert(string text, IEnumerable<MarkedSpan> spans)
    {
        // At one place: first what ends there (the inner one first), then what is empty, then what begins (the outer one first).
        var marks = new List<(int Position, int Kind, int Order, string Mark)>();
        foreach (var span in spans)
        {
            if (span.Span.IsEmpty)
            {
                marks.Add((span.Span.Start, 1, 0, span.Open + span.Close));
                continue;
            }

            marks.Add((span.Span.End, 0, -span.Span.Start, span.Close));
            marks.Add((span.Span.Start, 2, -span.Span.End, span.Open));
        }

        var ordered = marks
            .Select((mark, index) => (mark, index))
            .OrderBy(m => m.mark.Position).ThenBy(m => m.mark.Kind).ThenBy(m => m.mark.Order)
            .ThenBy(m => m.mark.Kind == 0 ? m.index : -m.index)
            .Select(m => m.mark);
        var result = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var (position, _, _, mark) in ordered)
        {
            result.Append(text, copied, position - copied).Append(mark);
            copied = position;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    // The last one opened of this sort. Marks of two sorts may cross; a closing mark that closes nothing is code.
    private static int? IsClose(string source, int at, List<(string? Label, int Start, int SourceIndex)> open)
    {
        var plain = StartsAt(source, at, "|]");
        if (!plain && !StartsAt(source, at, "|}"))
        {
            return null;
        }

        var index = open.FindLastIndex(o => o.Label is null == plain);
        return index < 0 ? null : index;
    }

    private static bool StartsAt(string source, int at, string mark)
        => string.CompareOrdinal(source, at, mark, 0, mark.Length) == 0;

    [GeneratedRegex(@"\G\{\|(#\d+|[A-Za-z][A-Za-z0-9_]*):")]
    private static partial Regex LabelPattern();
}
