using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>What is known of a text or an address: the alternatives it may have, at least one; a wholly unknown one is a single hole.</summary>
internal sealed record TextValue(ImmutableArray<Alternative> Alternatives)
{
    public static TextValue Literal(string text, string? step = null) => text.Length > Limits.Length
        ? Exhausted("a text of more than " + Limits.Length + " characters")
        : new([new Alternative([new LiteralPart(text)], step is null ? [] : [step])]);

    public static TextValue Unknown(string reason, ISymbol? on = null, string? member = null) => new([new Alternative([new HolePart(reason, on, member)], [])]);

    public static TextValue Of(Alternative alternative) => new([alternative]);

    /// <summary>True if a limit was hit: whatever is added to it, it stays unknown.</summary>
    public bool IsExhausted { get; private init; }

    /// <summary>True if it stands for more texts than are told apart: another one doesn't make it known again.</summary>
    private bool IsCut { get; init; }

    public static TextValue Exhausted(string reason) => Unknown(reason) with { IsExhausted = true };

    /// <summary>The parameter that a part of it came through; null if none did.</summary>
    public ISymbol? On => Alternatives.SelectMany(alternative => alternative.Parts).OfType<HolePart>().Select(hole => hole.On).Concat(Alternatives.Select(alternative => alternative.On)).FirstOrDefault(on => on is not null);

    /// <summary>What its first unknown part is, as the end of a sentence; that there are several values where all of it is known.</summary>
    public string Reason => Alternatives.SelectMany(alternative => alternative.Parts).OfType<HolePart>().FirstOrDefault()?.Reason
        ?? Alternatives.SelectMany(alternative => alternative.Parts).OfType<KeyPart>().Select(part => "configuration " + part.Key).FirstOrDefault() ?? $"one of {Alternatives.Length} texts";

    /// <summary>True if nothing is known of it, and no caller of a method knows more.</summary>
    public bool IsUnknown => !IsExhausted && Alternatives.All(alternative => alternative.Parts is [HolePart hole] ? !IsACallers(hole.On) : alternative.Parts is [LiteralPart { Text: "" }] && Alternatives.Length > 1);

    /// <summary>True if all that is known is which members of settings hold it.</summary>
    public bool IsOfMembers => Alternatives.All(alternative => alternative.Parts is [KeyPart { IsOfMember: true }]);

    private static bool IsACallers(ISymbol? on) => on is ITypeParameterSymbol or { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } };

    /// <summary>True if what follows belongs to a query, or stands behind one: nothing there says where an address leads, and working it out may take long.</summary>
    public bool IsInQuery => Alternatives.All(alternative => alternative.Parts.Any(part => part is LiteralPart { Text: var text } && text.IndexOf('?') >= 0));

    /// <summary>What stands for a value in a query that isn't worked out.</summary>
    public static TextValue OfQuery { get; } = Unknown("a part of the query");

    /// <summary>The constant text, if there is exactly one alternative and nothing of it is unknown.</summary>
    public string? Constant => Alternatives.Length == 1 && Alternatives[0].Parts.All(part => part is LiteralPart)
        ? string.Concat(Alternatives[0].Parts.Select(part => ((LiteralPart)part).Text))
        : null;

    /// <summary>The same, if it was read from no configuration, which may say something else elsewhere.</summary>
    public string? Plain => Alternatives is [{ Parts: var parts }] && parts.All(part => part is LiteralPart { Key: null }) ? Constant : null;

    /// <summary>True if there is sure to be a text: no way to it gives null. Only what is held by a body's run says so.</summary>
    public bool IsThere { get; init; }

    /// <summary>True if there is sure to be none. Only what is held by a body's run says so.</summary>
    public bool IsNull { get; init; }

    /// <summary>The same, reached through one more step in front.</summary>
    public TextValue From(string step) => IsExhausted ? this : new(Alternatives.Select(alternative => alternative.From(step)).ToImmutableArray()) { IsCut = IsCut };

    /// <summary>Both sets of alternatives, those of <paramref name="other"/> behind; equal texts are kept once.</summary>
    public TextValue Or(TextValue other) => IsExhausted ? this : other.IsExhausted ? other
        : IsCut || other.IsCut ? Cut([.. Alternatives, .. other.Alternatives])
        : Bounded(Alternatives.Concat(other.Alternatives));

    /// <summary>The alternatives of all of them; null if there are none.</summary>
    public static TextValue? AnyOf(IEnumerable<TextValue> values)
    {
        TextValue? any = null;
        foreach (var value in values)
        {
            any = any is null ? value : any.Or(value);
            if (any.IsExhausted)
            {
                break;
            }
        }

        return any;
    }

    /// <summary>Every alternative of this followed by every one of <paramref name="next"/>.</summary>
    public TextValue Then(TextValue next) => IsExhausted ? this : next.IsExhausted ? next : Bounded(Alternatives.SelectMany(_ => next.Alternatives, (first, second) => first.Then(second)), IsCut || next.IsCut);

    /// <summary>The same with every alternative changed.</summary>
    public TextValue Select(Func<Alternative, Alternative> change) => IsExhausted ? this : Bounded(Alternatives.Select(change), IsCut);

    /// <summary>The same with a hole for whatever stands in a query; itself if it has one already.</summary>
    public TextValue WithoutQueries() => CommonStart.WithoutQueries(Alternatives) is var texts && texts.Count == Alternatives.Length && texts.Zip(Alternatives, ReferenceEquals).All(same => same) ? this : this with { Alternatives = [.. texts] };

    /// <summary>The same with what is known text changed, part by part; holes stay.</summary>
    public TextValue Literally(Func<string, string> change) =>
        Select(alternative => alternative with { Parts = [.. alternative.Parts.Select(part => part is LiteralPart literal ? literal with { Text = change(literal.Text) } : part)] });

    /// <summary>The same, as what a variable of this name holds.</summary>
    public TextValue In(string name) => Secrets.IsSecretName(name)
        ? Select(alternative => alternative with { Parts = [.. alternative.Parts.Select(part => part is LiteralPart { Key: null } literal ? literal with { IsSecret = true } : part)] })
        : this;

    /// <summary>The same where no caller says more than is known here.</summary>
    public TextValue Settled() => Select(alternative => alternative with { On = null, Parts = [.. alternative.Parts.Select(part => part is HolePart { On: not null } hole ? hole with { On = null } : part)] });

    /// <summary>The same, as one of several that a type parameter chooses between.</summary>
    public TextValue ChosenBy(ISymbol? parameter) => parameter is null ? this : Select(alternative => alternative with { On = alternative.On ?? parameter });

    /// <summary>The texts of all alternatives, put together anew from each.</summary>
    public TextValue SelectMany(Func<Alternative, TextValue> change)
    {
        var value = change(Alternatives[0]);
        foreach (var alternative in Alternatives.Skip(1))
        {
            value = value.Or(change(alternative));
        }

        return IsExhausted ? this : value;
    }

    private static TextValue Bounded(IEnumerable<Alternative> alternatives, bool isCut = false)
    {
        var kept = ImmutableArray.CreateBuilder<Alternative>();
        Alternative? mixed = null;
        foreach (var alternative in alternatives)
        {
            if (alternative.Length > Limits.Length)
            {
                return Exhausted("a text of more than " + Limits.Length + " characters");
            }

            if (!alternative.IsOfOneElement)
            {
                mixed ??= alternative;
            }
            else if (!kept.Any(other => other.Parts.SequenceEqual(alternative.Parts)))
            {
                kept.Add(alternative);
            }
        }

        if (kept.Count == 0 && mixed is not null)
        {
            return Unknown("settings that no element of a list has together", mixed.On);
        }

        // Which queries there may be says nothing of where an address leads.
        return kept.Count <= Limits.Alternatives ? new(kept.ToImmutable()) { IsCut = isCut }
            : !CommonStart.IsOneQuery(kept) && CommonStart.WithoutQueries(kept) is { Count: <= Limits.Alternatives } fewer ? new([.. fewer]) { IsCut = isCut }
            : Cut(kept);
    }

    /// <summary>Which of the many it is can't be said any more, and some of them would be a guess.</summary>
    private static TextValue Cut(IReadOnlyList<Alternative> alternatives) =>
        (CommonStart.Of(alternatives) is { } start ? Of(start) : CommonStart.Unknown(alternatives)) with { IsCut = true };
}
