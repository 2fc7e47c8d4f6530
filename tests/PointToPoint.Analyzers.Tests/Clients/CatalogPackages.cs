using System.Reflection;

using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>The real assemblies of client libraries, as <c>tests/CatalogPackages.props</c> has them downloaded.</summary>
internal static class CatalogPackages
{
    // From the newest that these tests run on to the oldest; the first that a package has counts.
    private static readonly string[] _frameworks = ["net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0", "netcoreapp3.1", "netstandard2.1", "netstandard2.0", "netstandard1.3"];

    private static readonly Dictionary<string, string> _versions = Metadata("CatalogPackages").Split(';').Select(text => text.Split('/')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Their names.</summary>
    public static IEnumerable<string> All => _versions.Keys;

    /// <summary>A web project that references packages.</summary>
    public static ReferenceSet Referencing(params IEnumerable<string> packages) => packages.SelectMany(Assemblies).Aggregate(ReferenceSet.AspNetCore, (set, path) => set.With(path));

    /// <summary>The files of a package's assemblies; of one that the tests are compiled against, the assembly of that name.</summary>
    public static IEnumerable<string> Assemblies(string package)
    {
        if (_versions.GetValueOrDefault(package) is not { } version)
        {
            return [Path.Combine(AppContext.BaseDirectory, package + ".dll")];
        }

        var libraries = Path.Combine(Metadata("PackageFolder"), package.ToLowerInvariant(), version, "lib");
        var folder = _frameworks.Select(framework => Path.Combine(libraries, framework)).FirstOrDefault(Directory.Exists) ?? throw new InvalidOperationException($"{libraries} has no framework that these tests know.");
        return Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal);
    }

    private static string Metadata(string key) => typeof(CatalogPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
