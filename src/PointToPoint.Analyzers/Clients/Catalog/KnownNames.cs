using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>Which namespaces and types a compilation has, its references included; each step down is made once.</summary>
internal sealed class KnownNames(Compilation compilation)
{
    private readonly Dictionary<string, INamespaceSymbol?> _known = new(StringComparer.Ordinal);

    // Which names namespaces have anywhere is in each reference's metadata, read once; to ask the namespaces themselves, those of all references are merged first, anew in each compilation.
    private readonly HashSet<string> _parts = new(
        compilation.SourceModule.ReferencedAssemblySymbols.Prepend(compilation.Assembly).SelectMany(assembly => assembly.NamespaceNames), StringComparer.Ordinal);

    /// <summary>True if what a documentation ID of a namespace or a type names is there.</summary>
    public bool Exists(string id)
    {
        var name = id.Substring(2);
        if (id[0] == 'N')
        {
            return Find(name) is not null;
        }

        var dot = name.LastIndexOf('.');
        var simple = name.Substring(dot + 1).Split('`');
        return dot > 0 && (Find(name.Substring(0, dot)) is { } space
            ? space.GetTypeMembers(simple[0]).Any(type => type.MetadataName == name.Substring(dot + 1))
            : Exists("T:" + name.Substring(0, dot)));
    }

    private INamespaceSymbol? Find(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        var dot = name.LastIndexOf('.');
        var simple = name.Substring(dot + 1);
        var parent = !_parts.Contains(simple) ? null : dot < 0 ? compilation.GlobalNamespace : Find(name.Substring(0, dot));
        var found = parent?.GetMembers(simple).OfType<INamespaceSymbol>().FirstOrDefault();
        _known.Add(name, found);
        return found;
    }
}
