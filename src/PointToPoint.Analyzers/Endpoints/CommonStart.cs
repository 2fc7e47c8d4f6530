using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// What is left of more texts than are told apart: how all of them start, and a hole. <c>"orders?page=1"</c> with five optional filters behind it is still a call of
/// <c>orders</c>; a host that is one of many is nobody's.
/// </summary>
internal static class CommonStart
{
    private static readonly HolePart _rest = new($"more than {Limits.Alternatives} possible values");

    /// <summary>The start with the hole; null if the texts have none that says where they lead.</summary>
    public static Alternative? Of(IReadOnlyList<Alternative> texts)
    {
        var first = texts[0].Parts;
        var common = ImmutableArray.CreateBuilder<Part>();
        while (common.Count < first.Length && texts.All(text => common.Count < text.Parts.Length && text.Parts[common.Count].Equals(first[common.Count])))
        {
            common.Add(first[common.Count]);
        }

        if (Query(texts) is { } query)
        {
            return query;
        }

        var same = common.Count;
        if (Piece(texts, same) is { Length: > 0 } piece)
        {
            common.Add(new LiteralPart(piece));
        }
        else if (texts.Any(text => !IsBoundary(text, same, 0)))
        {
            // What goes on in the middle of a segment, or of the host, says nothing of it.
            CutBack(common);
        }

        if (common.Count == 0 || !SaysWhere(common))
        {
            return null;
        }

        if (common[common.Count - 1] is not HolePart)
        {
            common.Add(_rest);
        }

        return texts[0] with { Parts = common.ToImmutable() };
    }

    /// <summary>True for texts that differ in no more than their query: they go on as one, so that nothing is put behind a path that had none.</summary>
    public static bool IsOneQuery(IReadOnlyList<Alternative> texts) => Query(texts) is not null;

    /// <summary>The texts with a hole for whatever stands in a query: each that is left once.</summary>
    public static IReadOnlyList<Alternative> WithoutQueries(IReadOnlyList<Alternative> texts)
    {
        var kept = new List<Alternative>();
        foreach (var text in texts.Select(WithoutQuery))
        {
            if (!kept.Exists(other => other.Parts.SequenceEqual(text.Parts)))
            {
                kept.Add(text);
            }
        }

        return kept;
    }

    private static Alternative WithoutQuery(Alternative text)
    {
        for (var i = 0; i < text.Parts.Length; i++)
        {
            if (text.Parts[i] is LiteralPart literal && literal.Text.IndexOf('?') is >= 0 and var query)
            {
                return query == literal.Text.Length - 1 && i == text.Parts.Length - 2 && text.Parts[i + 1] == _rest ? text
                    : text with { Parts = [.. text.Parts.Take(i), literal with { Text = literal.Text.Substring(0, query + 1) }, _rest] };
            }
        }

        return text;
    }

    /// <summary>The start of texts that differ in no more than their query, which no path is hidden in; null for others.</summary>
    private static Alternative? Query(IReadOnlyList<Alternative> texts)
    {
        Alternative? start = null;
        foreach (var text in texts)
        {
            var parts = new PartText(text);
            var next = parts.Cut(0, parts.Text.IndexOfAny(['?', '#']) is >= 0 and var end ? end : parts.Text.Length);
            if (start is not null && !start.Parts.SequenceEqual(next.Parts))
            {
                return null;
            }

            start ??= next;
        }

        return texts.All(text => new PartText(text).Text.IndexOfAny(['?', '#']) < 0) ? null : start!.Then(new Alternative([new LiteralPart("?"), _rest], []));
    }

    /// <summary>
    /// What is left where nothing is common: a hole. If one is an absolute address, any may be: no client's base address goes before them, and nothing that
    /// follows makes it known. Who passes the object that is asked for it says which of them it is.
    /// </summary>
    public static TextValue Unknown(IReadOnlyList<Alternative> texts)
    {
        var rest = texts.Select(text => text.Parts is [HolePart { On: not null } passed] ? _rest with { On = passed.On, Member = passed.Member } : null).FirstOrDefault(hole => hole is not null) ?? _rest;
        return texts.Any(IsAbsolute)
            ? TextValue.Exhausted(_rest.Reason) with { Alternatives = [new Alternative([new LiteralPart("https://"), rest], [])] }
            : TextValue.Of(new Alternative([rest], []));
    }

    private static bool IsAbsolute(Alternative text) => text.Parts[0] is KeyPart || (text.Parts[0] is LiteralPart { Text: var start } && start.IndexOf("://", StringComparison.Ordinal) > 0);

    /// <summary>What the next parts start with alike, up to the end of a segment; null if nothing.</summary>
    private static string? Piece(IReadOnlyList<Alternative> texts, int at)
    {
        string? piece = null;
        foreach (var text in texts)
        {
            if (at >= text.Parts.Length || text.Parts[at] is not LiteralPart { Key: null, IsSecret: false, Text: var next })
            {
                return null;
            }

            piece = piece is null ? next : piece.Substring(0, Alike(piece, next));
        }

        var length = piece!.Length;
        while (length > 0 && !IsEnd(piece[length - 1]) && texts.Any(text => !IsBoundary(text, at, length)))
        {
            length--;
        }

        return piece.Substring(0, length);
    }

    private static int Alike(string first, string second)
    {
        var length = 0;
        while (length < first.Length && length < second.Length && first[length] == second[length])
        {
            length++;
        }

        return length;
    }

    /// <summary>True if a text ends there, or goes on with another segment or the query.</summary>
    private static bool IsBoundary(Alternative text, int part, int position) => part >= text.Parts.Length || text.Parts[part] switch
    {
        LiteralPart { Text: var next } when position < next.Length => next[position] is '/' or '?' or '&' or '#',
        LiteralPart => IsBoundary(text, part + 1, 0),
        _ => false,
    };

    private static bool IsEnd(char character) => character is '/' or '?' or '&' or '#' or '=';

    /// <summary>Takes the segment away that isn't whole.</summary>
    private static void CutBack(ImmutableArray<Part>.Builder common)
    {
        while (common.Count > 0 && common[common.Count - 1] is not KeyPart and not LiteralPart { Key: not null })
        {
            if (common[common.Count - 1] is LiteralPart { Text: var text })
            {
                var length = text.Length;
                while (length > 0 && !IsEnd(text[length - 1]))
                {
                    length--;
                }

                if (length > 0)
                {
                    common[common.Count - 1] = new LiteralPart(text.Substring(0, length));
                    return;
                }
            }

            common.RemoveAt(common.Count - 1);
        }
    }

    /// <summary>False for no more than a scheme, or a part of a host.</summary>
    private static bool SaysWhere(ImmutableArray<Part>.Builder common)
    {
        if (common[0] is not LiteralPart { Key: null, Text: var start })
        {
            return common[0] is KeyPart or LiteralPart or BasePart;
        }

        var authority = start.IndexOf("://", StringComparison.Ordinal);
        return start.Length > 0 && (authority < 0 || start.IndexOfAny(['/', '?', '#'], authority + 3) > authority + 3);
    }
}
