using System.Collections.Immutable;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>The libraries that p2p.json adds to the catalog: <c>sdks</c> of its systems.</summary>
internal static class ManifestLibraries
{
    public static ImmutableArray<Library> Of(SystemsManifest manifest) => [.. manifest.Systems.Where(system => !system.Sdks.IsEmpty).Select(Of)];

    private static Library Of(SystemEntry system)
    {
        var patterns = system.Sdks.Select(entry => entry.Pattern).ToList();
        var clients = patterns.Where(pattern => pattern.Kind is 'N' or 'T').Select(pattern => new LibraryType(pattern.Key, IncludesDerived: pattern.Kind == 'T')).ToImmutableArray();
        return new Library
        {
            Name = system.Name,
            Protocol = "sdk",
            System = system.Name,
            IsOfManifest = true,
            Clients = clients,
            Calls = [.. patterns.Where(pattern => pattern.Kind == 'M').Select(pattern => new LibraryMember(pattern.Key))],
        };
    }
}
