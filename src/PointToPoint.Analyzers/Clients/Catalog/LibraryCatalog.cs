using System.Collections.Immutable;
using System.Text;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>The libraries that are known without anybody saying so: the texts beside this file, embedded.</summary>
internal sealed class LibraryCatalog
{
    private readonly Dictionary<string, Library> _hosts = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _regional;

    private LibraryCatalog(ImmutableArray<Library> libraries)
    {
        Libraries = libraries;
        ClientNames = new(libraries);
        foreach (var (library, host) in libraries.SelectMany(library => library.Hosts, (library, host) => (library, host)).Where(pair => !_hosts.ContainsKey(pair.host)))
        {
            _hosts.Add(host, library);
        }

        _regional = [.. _hosts.Keys.Where(HostPattern.IsRegional).OrderBy(host => host, StringComparer.Ordinal)];
    }

    /// <summary>In order of the texts' names and their lines.</summary>
    public ImmutableArray<Library> Libraries { get; }

    /// <summary>What a text must have a word of to be worth a look for methods around a client.</summary>
    public ClientNames ClientNames { get; }

    public static LibraryCatalog Load()
    {
        var assembly = typeof(LibraryCatalog).Assembly;
        return new([.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".catalog", StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal).SelectMany(Read)]);

        IEnumerable<Library> Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return LibraryReader.Read(reader.ReadToEnd());
        }
    }

    /// <summary>The library whose system, or whose part of the infrastructure, has this host: <c>api.stripe.com</c>; null if none is known to.</summary>
    public Library? OfHost(string host)
    {
        if (_hosts.TryGetValue(host, out var exact))
        {
            return exact;
        }

        if (_regional.FirstOrDefault(pattern => HostPattern.Means(pattern, host)) is { } regional)
        {
            return _hosts[regional];
        }

        for (var dot = host.IndexOf('.'); dot > 0; dot = host.IndexOf('.', dot + 1))
        {
            if (_hosts.TryGetValue("*" + host.Substring(dot), out var any))
            {
                return any;
            }
        }

        return null;
    }
}
