using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>A piece of an address: text that is known, a place that isn't, or a symbol that stands for a value nobody here knows.</summary>
internal abstract record Part;

/// <summary>Known text. <paramref name="Key"/> is the configuration key it was read from, if it was.</summary>
internal sealed record LiteralPart(string Text, string? Key = null) : Part
{
    /// <summary>True if a variable held it that is named like a secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The key of the list's element it was read from, where it may be any of them; null for what it can't be another of.</summary>
    public string? Element { get; init; }
}

/// <summary>
/// Something that only run time knows; the reason is a sentence's end: "parameter 'id' of method Order.Load". <paramref name="On"/> is the parameter or
/// type parameter it came through, whose callers may know it; <paramref name="Member"/> is the name of what is read of it, if it isn't that itself.
/// </summary>
internal sealed record HolePart(string Reason, ISymbol? On = null, string? Member = null) : Part
{
    /// <summary>True for what is no text, as a number or a Guid: a value in an address, and never the start of one.</summary>
    public bool IsNumber { get; init; }
}

/// <summary>
/// What a client puts before an address anyway, where code reads it back from the client (<c>http.BaseAddress</c>): its origin, and behind that its path. Two parts, so that what takes
/// an address apart takes this one apart, too.
/// </summary>
internal sealed record BasePart(bool IsPath) : Part;

/// <summary>A configuration key whose value is unknown here: it still names a system (<c>Services:Erp:BaseUrl</c>).</summary>
internal sealed record KeyPart(string Key) : Part
{
    /// <summary>True if no configuration has it: a member of the code's own settings stands for what only run time knows.</summary>
    public bool IsOfMember { get; init; }
}
