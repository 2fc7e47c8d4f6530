using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>One value a text may have, with how it was found, from use to value.</summary>
internal sealed record Alternative(ImmutableArray<Part> Parts, ImmutableArray<string> Provenance)
{
    /// <summary>The step of a text that is written out.</summary>
    public const string Literal = "literal";

    /// <summary>The pieces in order, at least one: an empty text is an empty piece.</summary>
    public ImmutableArray<Part> Parts { get; init => field = value.IsEmpty ? [new LiteralPart("")] : value; } = Parts.IsEmpty ? [new LiteralPart("")] : Parts;

    /// <summary>The type parameter by which it is one of several: whoever says what that stands for may say which one. Null if there is none.</summary>
    public ISymbol? On { get; init; }

    public int Length => Parts.Sum(part => part is LiteralPart literal ? literal.Text.Length : 2);

    /// <summary>False if it is put together of two elements of one list, where it may be any: the host of one service and the port of another are nobody's address.</summary>
    public bool IsOfOneElement
    {
        get
        {
            var elements = Parts.Length < 2 ? [] : Parts.OfType<LiteralPart>().Select(part => part.Element).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            return elements.Count < 2 || elements.Select(element => element.Substring(0, element.LastIndexOf(':'))).Distinct(StringComparer.OrdinalIgnoreCase).Count() == elements.Count;
        }
    }

    /// <summary>The same, reached through one more step in front.</summary>
    public Alternative From(string step) => Provenance.Length >= Limits.Provenance || Provenance.Contains(step)
        ? this
        : this with { Provenance = Provenance.Insert(0, step) };

    /// <summary>This text followed by another; the provenance of the first comes first.</summary>
    public Alternative Then(Alternative next)
    {
        var parts = Parts.ToBuilder();
        foreach (var part in next.Parts)
        {
            if (IsEmpty(part) && parts.Count > 0)
            {
                continue;
            }

            if (parts.Count == 1 && IsEmpty(parts[0]))
            {
                parts.Clear();
            }

            if (part is LiteralPart { Key: null, IsSecret: false } text && parts.Count > 0 && parts[parts.Count - 1] is LiteralPart { Key: null, IsSecret: false } last)
            {
                parts[parts.Count - 1] = new LiteralPart(last.Text + text.Text);
            }
            else
            {
                parts.Add(part);
            }
        }

        return new Alternative(parts.ToImmutable(), JoinTexts(Provenance, next.Provenance, AsPath)) { On = On ?? next.On };
    }

    /// <summary>The provenance of an address that starts with this one's, and goes on with a path from elsewhere.</summary>
    public ImmutableArray<string> WithPathOf(Alternative path) => JoinTexts(Provenance, path.Provenance, AsPath);

    /// <summary>True if whose address it is has been said: what stands behind is its path.</summary>
    private bool AsPath => Parts[0] is KeyPart or LiteralPart { Key: not null } || (Parts[0] is LiteralPart { Text: var text } && text.Contains("://"));

    /// <summary>That a part is written out says something only where nothing else is to be said; which part comes from elsewhere is told apart.</summary>
    private static ImmutableArray<string> JoinTexts(ImmutableArray<string> first, ImmutableArray<string> second, bool asPath)
    {
        if (second.IsEmpty || (second is [Literal] && !first.IsEmpty))
        {
            return first;
        }

        first = first is [.., Literal] ? first.RemoveAt(first.Length - 1) : first;
        return Join(first, asPath && !first.IsEmpty && !first.Contains(second[0]) && !second[0].StartsWith(ProvenanceText.PathFrom, StringComparison.Ordinal) ? second.SetItem(0, ProvenanceText.PathFrom + second[0]) : second);
    }

    private static bool IsEmpty(Part part) => part is LiteralPart { Key: null, Text.Length: 0 };

    public static ImmutableArray<string> Join(ImmutableArray<string> first, ImmutableArray<string> second)
    {
        var steps = first.ToBuilder();
        foreach (var step in second)
        {
            if (steps.Count < Limits.Provenance && !steps.Contains(step))
            {
                steps.Add(step);
            }
        }

        return steps.ToImmutable();
    }
}
