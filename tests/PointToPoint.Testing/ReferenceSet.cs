using System.Collections.Concurrent;
using System.Reflection;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Testing;

/// <summary>
/// The assemblies that test sources compile against, as <c>ReferenceAssemblies</c> in Microsoft's testing library. They are the reference
/// assemblies of the SDK that built the tests; nothing is downloaded.
/// </summary>
public sealed class ReferenceSet
{
    // A reference is immutable and expensive: one object a file, shared by all tests, so that Roslyn shares its symbols too.
    private static readonly ConcurrentDictionary<string, MetadataReference> Cache = new(StringComparer.Ordinal);

    private static readonly ILookup<string, string> Frameworks = ReadFrameworks();

    private readonly ImmutableSortedDictionary<string, string> _paths;

    private ReferenceSet(ImmutableSortedDictionary<string, string> paths) => _paths = paths;

    /// <summary>The base library and ASP.NET Core: what a web project sees. The default.</summary>
    public static ReferenceSet AspNetCore { get; } = new(Paths("Microsoft.NETCore.App", "Microsoft.AspNetCore.App"));

    /// <summary>The base library alone: what a console project sees.</summary>
    public static ReferenceSet Net10 { get; } = new(Paths("Microsoft.NETCore.App"));

    /// <summary>The base library without System.Net.*: no HttpClient.</summary>
    public static ReferenceSet CoreOnly { get; } = Net10.Without(name => name.StartsWith("System.Net", StringComparison.Ordinal));

    /// <summary>The simple names of the assemblies.</summary>
    public IEnumerable<string> Names => _paths.Keys;

    /// <summary>The references, in the order of their names.</summary>
    public IEnumerable<MetadataReference> References => _paths.Values.Select(path => Cache.GetOrAdd(path, p => MetadataReference.CreateFromFile(p)));

    /// <summary>Adds the file an assembly was loaded from, or replaces the assembly of that name.</summary>
    public ReferenceSet With(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return With(assembly.Location);
    }

    /// <summary>Adds an assembly by its file, or replaces the assembly of that name.</summary>
    /// <exception cref="AnalyzerTestException">There is no such file.</exception>
    public ReferenceSet With(string path)
        => File.Exists(path)
            ? new(_paths.SetItem(Path.GetFileNameWithoutExtension(path), path))
            : throw new AnalyzerTestException($"There is no assembly '{path}' to reference.");

    /// <summary>Takes assemblies away by their simple names.</summary>
    /// <exception cref="AnalyzerTestException">An assembly isn't there, so taking it away would mean nothing.</exception>
    public ReferenceSet Without(params string[] names)
    {
        foreach (var name in names.Where(name => !_paths.ContainsKey(name)))
        {
            throw new AnalyzerTestException($"The references have no assembly '{name}' to take away.");
        }

        return new(_paths.RemoveRange(names));
    }

    internal bool Contains(string name) => _paths.ContainsKey(name);

    private ReferenceSet Without(Func<string, bool> matches) => new(_paths.RemoveRange(_paths.Keys.Where(matches)));

    private static ImmutableSortedDictionary<string, string> Paths(params string[] frameworks)
        => frameworks.SelectMany(f => Frameworks[f])
            .ToImmutableSortedDictionary(p => Path.GetFileNameWithoutExtension(p), p => p, StringComparer.OrdinalIgnoreCase);

    private static ILookup<string, string> ReadFrameworks()
    {
        using var reader = new StreamReader(typeof(ReferenceSet).Assembly.GetManifestResourceStream("framework-references.txt")!);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|', 2))
            .ToLookup(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
    }
}
