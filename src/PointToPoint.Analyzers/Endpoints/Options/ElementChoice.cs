using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints.Options;

/// <summary>What tells an element of a configured list from the others: the service whose <c>Name</c> is "orders".</summary>
/// <param name="Member">The element's properties that are asked, the outermost first.</param>
/// <param name="Wanted">The texts, one of which they have to be.</param>
/// <param name="IgnoresCase">True if it makes no difference between upper and lower case.</param>
internal sealed record ElementChoice(ImmutableArray<IPropertySymbol> Member, ImmutableArray<string> Wanted, bool IgnoresCase)
{
    /// <summary>What the element under a key says of itself, if it is this one, whichever of several values counts; null for another one.</summary>
    public string? NameOf(HostSettings host, string element) =>
        host.OfKey(OptionsRead.KeyOf(element, Member)) is [{ Value: var name }, ..] said && said.All(setting => Wanted.Contains(setting.Value, IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)) ? name : null;

    /// <summary>How a person would say it.</summary>
    public override string ToString() => $"{OptionsRead.KeyOf("", Member)} is \"{string.Join("\" or \"", Wanted)}\"";
}
