using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Clients;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// Entries whose <c>address=</c> names a parameter that no overload of their method has. Only a compilation that references the method can tell; where it doesn't, nothing is said.
/// </summary>
internal static class SdkParameters
{
    public static IEnumerable<ManifestProblem> Problems(Compilation compilation, SystemsManifest manifest)
    {
        foreach (var (pattern, text, span, where) in Entries(manifest))
        {
            if (pattern.Address is { } address && Methods(compilation, pattern).ToList() is { Count: > 0 } methods && !methods.Exists(method => Has(method, address)))
            {
                var known = methods.SelectMany(method => method.Parameters).Select(parameter => parameter.Name).Distinct().ToList();
                var advice = NearestName.Of(address, known) is { } nearest ? $"did you mean '{nearest}'?" : known.Count == 0 ? "it has none" : "it has " + string.Join(", ", known);
                yield return new ManifestProblem(ManifestProblemKind.Unreadable, span, $"{QuotedText.Of(text)} in {where} names a parameter that the method doesn't have; {advice}");
            }
        }
    }

    private static IEnumerable<(SdkPattern Pattern, string Text, TextSpan Span, string Where)> Entries(SystemsManifest manifest) =>
        manifest.Systems.SelectMany(system => system.Sdks.Select(entry => (entry.Pattern, entry.Text, entry.Span, $"'{ManifestKeys.Sdks}' of system {QuotedText.Of(system.Name)}")))
            .Concat(manifest.ClientMembers.Select(member => (member.Method, member.Text, member.MethodSpan, $"'{ManifestKeys.Clients}'")));

    private static IEnumerable<IMethodSymbol> Methods(Compilation compilation, SdkPattern pattern)
    {
        var name = pattern.Name.Split('(')[0];
        var dot = name.LastIndexOf('.');
        if (pattern.Kind != 'M' || dot <= 0 || KnownTypes.Find(compilation, name.Substring(0, dot)) is not { } type)
        {
            return [];
        }

        var member = name.Substring(dot + 1).Split('`')[0];
        ImmutableArray<IMethodSymbol> named = pattern.IsConstructor ? type.InstanceConstructors : [.. type.GetMembers(member).OfType<IMethodSymbol>()];
        return pattern.Name.IndexOf('(') < 0 ? named : named.Where(method => RecordMaker.DocumentationId(method) == pattern.Key);
    }

    private static bool Has(IMethodSymbol method, string address) =>
        int.TryParse(address, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position < method.Parameters.Length - (method.IsExtensionMethod ? 1 : 0)
        : address == "this" ? method.IsExtensionMethod || !method.IsStatic
        : method.Parameters.Any(parameter => parameter.Name == address);
}
