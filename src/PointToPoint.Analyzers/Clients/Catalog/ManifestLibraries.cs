using System.Collections.Immutable;
using System.Globalization;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>The libraries that p2p.json adds to the catalog: <c>sdks</c> of its systems, and the methods among its <c>clients</c>.</summary>
internal static class ManifestLibraries
{
    public static ImmutableArray<Library> Of(SystemsManifest manifest) =>
    [
        .. manifest.Systems.Where(system => !system.Sdks.IsEmpty).Select(system => Of(system.Name, [.. system.Sdks.Select(entry => entry.Pattern)])),
        .. manifest.ClientMembers.GroupBy(member => SystemName.Normalize(member.System)).Select(group => Of(group.First().System, [.. group.Select(member => member.Method)])),
    ];

    private static Library Of(string system, ImmutableArray<SdkPattern> patterns) => new()
    {
        Name = system,
        Protocol = "sdk",
        System = system,
        IsOfManifest = true,
        Namespaces = [.. patterns.Where(pattern => pattern.Kind == 'N').Select(pattern => pattern.Name)],
        Clients = [.. patterns.Where(pattern => pattern.Kind is 'N' or 'T').Select(pattern => new LibraryType(pattern.Key, IncludesDerived: pattern.Kind == 'T'))],
        Calls = [.. patterns.Where(pattern => pattern.Kind == 'M' && !pattern.IsConstructor).Select(pattern => new LibraryMember(pattern.Key) { Address = Address(pattern) })],
        Bindings = [.. patterns.Where(pattern => pattern.IsConstructor).Select(pattern => new LibraryMember(pattern.Key) { Address = Address(pattern), IsWiring = true })],
    };

    private static LibraryArgument? Address(SdkPattern pattern) => pattern.Address is not { } parameter ? null
        : int.TryParse(parameter, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? new LibraryArgument([], position)
        : new LibraryArgument([parameter], 0);
}
