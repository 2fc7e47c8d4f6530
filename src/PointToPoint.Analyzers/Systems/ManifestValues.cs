using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Reads JSON values as what the manifest needs them to be, and collects what is wrong with them.</summary>
internal sealed class ManifestValues(SourceText source)
{
    private readonly ImmutableArray<ManifestProblem>.Builder _problems = ImmutableArray.CreateBuilder<ManifestProblem>();

    public delegate TPattern? PatternParser<TPattern>(string text, out string error);

    /// <summary>All problems in the order of the text.</summary>
    public ImmutableArray<ManifestProblem> Problems =>
        [.. _problems.OrderBy(problem => problem.Span.Start).ThenBy(problem => problem.Span.End).ThenBy(problem => problem.Message, StringComparer.Ordinal)];

    public void Unreadable(TextSpan span, string message) => _problems.Add(new ManifestProblem(ManifestProblemKind.Unreadable, span, message));

    public void Contradictory(TextSpan span, string message) => _problems.Add(new ManifestProblem(ManifestProblemKind.Contradictory, span, message));

    /// <summary>The members of an object by known key; the first of several counts. Empty if it isn't an object.</summary>
    public Dictionary<string, JsonMember> Members(JsonNode node, string what, ImmutableArray<string> known)
    {
        var members = new Dictionary<string, JsonMember>(StringComparer.Ordinal);
        if (!Expect(node, JsonNodeKind.Object, what, "an object"))
        {
            return members;
        }

        foreach (var member in node.Members)
        {
            var key = known.FirstOrDefault(name => string.Equals(name, member.Name, StringComparison.OrdinalIgnoreCase));
            if (!known.Contains(member.Name))
            {
                var nearest = key ?? NearestName.Of(member.Name, known);
                var advice = nearest is null ? $"known here: {string.Join(", ", known)}" : $"did you mean '{nearest}'?";
                Unreadable(member.NameSpan, $"unknown key {QuotedText.Of(member.Name)} in {what}; {advice}");
            }

            if (key is null)
            {
                continue;
            }

            if (members.TryGetValue(key, out var first))
            {
                Contradictory(member.NameSpan, $"'{key}' stands in {what} already, in line {Line(first.NameSpan)}; the first one counts, remove one of them");
            }
            else
            {
                members.Add(key, member);
            }
        }

        return members;
    }

    /// <summary>Text that isn't blank; null with a problem otherwise.</summary>
    public string? Text(JsonNode node, string what)
    {
        if (!Expect(node, JsonNodeKind.String, what, "text in double quotes"))
        {
            return null;
        }

        if (node.Text.Trim().Length == 0)
        {
            Unreadable(node.Span, $"{what} is empty");
            return null;
        }

        return node.Text.Trim();
    }

    /// <summary>A date as yyyy-MM-dd; null with a problem otherwise.</summary>
    public DateTime? Date(JsonNode node, string what)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Unreadable(node.Span, $"{what} {QuotedText.Of(text)} is no date; write an existing day as yyyy-MM-dd, such as 2027-03-31");
        return null;
    }

    /// <summary>The well-formed entries of a list.</summary>
    public ImmutableArray<ManifestEntry<TPattern>> Entries<TPattern>(JsonNode node, string what, PatternParser<TPattern> parse)
        where TPattern : class
    {
        var entries = ImmutableArray.CreateBuilder<ManifestEntry<TPattern>>();

        // A single text instead of a list: wrong, but its meaning is clear.
        var items = node.Kind == JsonNodeKind.String ? [node] : node.Items;
        Expect(node, JsonNodeKind.Array, what, "a list in square brackets");
        foreach (var item in items)
        {
            if (Text(item, $"an entry of {what}") is not { } text)
            {
                continue;
            }

            if (parse(text, out var error) is { } pattern)
            {
                entries.Add(new ManifestEntry<TPattern>(text, item.Span, pattern));
            }
            else
            {
                Unreadable(item.Span, $"{QuotedText.Of(text)} in {what} {error}");
            }
        }

        return entries.ToImmutable();
    }

    /// <summary>Whether a value is of a kind; a problem otherwise.</summary>
    public bool Expect(JsonNode node, JsonNodeKind kind, string what, string expected)
    {
        // What is missing was reported as damage of the JSON.
        if (node.Kind != kind && node.Kind != JsonNodeKind.Missing)
        {
            Unreadable(node.Span, $"{what} must be {expected}, not {Describe(node)}");
        }

        return node.Kind == kind;
    }

    /// <summary>The line where something starts, counted from 1.</summary>
    public int Line(TextSpan span) => source.Lines.GetLinePosition(span.Start).Line + 1;

    private static string Describe(JsonNode node) => node.Kind switch
    {
        JsonNodeKind.Object => "an object",
        JsonNodeKind.Array => "a list",
        JsonNodeKind.String => "text",
        JsonNodeKind.Null => "null",
        _ => QuotedText.Of(node.Text),
    };
}
