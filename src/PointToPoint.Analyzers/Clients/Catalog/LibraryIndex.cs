using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>
/// The libraries that a compilation references, by type. Which these are is found out once, by their namespaces; of each type it is asked once, so that an
/// uninteresting call costs one look-up.
/// </summary>
internal sealed class LibraryIndex
{
    private readonly ConcurrentDictionary<ISymbol, LibraryFamily?> _families = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, List<Entry>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LibraryFamily> _namespaces = new(StringComparer.Ordinal);
    private readonly bool _hasDerived;
    private readonly bool _mayLackPackages;

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<string, LibraryFamily> _packages = new(StringComparer.Ordinal);

    private LibraryIndex(ImmutableArray<LibraryFamily> families, Compilation compilation, bool mayLackPackages)
    {
        (_compilation, _mayLackPackages) = (compilation, mayLackPackages);
        Families = families;
        foreach (var family in families)
        {
            foreach (var type in family.Library.Clients)
            {
                Add(family, type.Id, type.IncludesDerived);
                _hasDerived |= type.IncludesDerived;
            }

            foreach (var type in family.Library.Bases)
            {
                Add(family, type.Id, includesDerived: true);
                _hasDerived = true;
            }

            foreach (var member in family.Library.Calls.Concat(family.Library.Bindings))
            {
                Add(family, "T:" + CatalogNames.TypeOf(member), includesDerived: false);
            }
        }
    }

    /// <summary>In the order of the catalog.</summary>
    public ImmutableArray<LibraryFamily> Families { get; }

    /// <param name="compilation">The code.</param>
    /// <param name="libraries">The catalog, and what p2p.json adds to it: the first that claims a type has it.</param>
    /// <param name="mayLackPackages">True if a library may be missing, so that all of them count, by name.</param>
    public static LibraryIndex Of(Compilation compilation, ImmutableArray<Library> libraries, bool mayLackPackages)
    {
        var names = new KnownNames(compilation);
        return new([.. libraries.Concat(PackageClients.Of(compilation)).Where(library => mayLackPackages || Anchors(library).Any(names.Exists)).Select(library => new LibraryFamily(library, compilation))], compilation, mayLackPackages);
    }

    /// <summary>A client that only its name tells, where its package is missing.</summary>
    public LibraryFamily OfPackage(Library library) => _packages.GetOrAdd(library.Name, _ => new LibraryFamily(library, _compilation));

    /// <summary>The library that a member of this type belongs to; null if it belongs to none.</summary>
    public LibraryFamily? Of(INamedTypeSymbol type) => _families.TryGetValue(type.OriginalDefinition, out var known) ? known : _families.GetOrAdd(type.OriginalDefinition, Find(type.OriginalDefinition));

    /// <summary>What is there where the library is referenced.</summary>
    private static IEnumerable<string> Anchors(Library library) => library.Clients.Select(client => client.Id)
        .Concat((library.Clients.IsEmpty ? library.Calls.Concat(library.Bindings) : library.Calls).Select(member => "T:" + CatalogNames.TypeOf(member)));

    private LibraryFamily? Find(INamedTypeSymbol type)
    {
        if (Exactly(type, derived: false) is { } exact)
        {
            return exact;
        }

        // Code of one's own that happens to live in such a namespace is no library, unless p2p.json says that it is. A vendor's own namespace says more than what its types derive from.
        var isSource = type.Locations.Any(location => location.IsInSource);
        if (_namespaces.Count > 0 && type.ContainingNamespace is { IsGlobalNamespace: false } space)
        {
            for (var name = space.ToDisplayString(); name.Length > 0; name = name.LastIndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : "")
            {
                if (_namespaces.TryGetValue(name, out var family) && (!isSource || family.Library.IsOfManifest) && family.IsIn(type.ContainingAssembly) && !family.Excludes(type) && (!family.Library.IsOfPackage || PackageClients.IsClient(type)))
                {
                    // Whose a database is, p2p.json may say by its namespace; that it is told where the connection is bound stays so.
                    return (family.Library.IsOfManifest ? Families.FirstOrDefault(other => !other.Library.IsOfManifest && other.RuleId == RuleIds.DirectDataAccess && other.IsPart(type)) : null) ?? family;
                }
            }
        }

        if (_hasDerived)
        {
            for (var parent = type.BaseType?.OriginalDefinition; parent is not null && parent.SpecialType == SpecialType.None; parent = parent.BaseType?.OriginalDefinition)
            {
                if ((parent.TypeKind == TypeKind.Error ? ByName(parent, type) : Exactly(parent, derived: true)) is { } inherited)
                {
                    return inherited;
                }
            }
        }

        return null;
    }

    private LibraryFamily? Exactly(INamedTypeSymbol type, bool derived) =>
        _types.TryGetValue(type.MetadataName, out var entries) && RecordMaker.DocumentationId(type) is var id
            ? entries.FirstOrDefault(entry => entry.Id == id && (!derived || entry.IncludesDerived) && entry.Family.IsIn(type.ContainingAssembly))?.Family
            : null;

    /// <summary>Of a base class whose package is missing, a name is all there is, and of several of that name what qualifies it or the usings say: to a compiler that is an error.</summary>
    private LibraryFamily? ByName(INamedTypeSymbol missing, INamedTypeSymbol derived)
    {
        if (!_mayLackPackages || !_types.TryGetValue(missing.MetadataName, out var named) || named.FindAll(entry => entry.IncludesDerived) is not [var first, ..] entries)
        {
            return null;
        }

        var id = UnboundTypes.Qualified(missing);
        return (entries.Find(entry => entry.Id.Substring(2).Split('`')[0] == id) ?? entries.Find(entry => IsUsed(derived, CatalogNames.NamespaceOf(entry.Id.Substring(2)))) ?? first).Family;
    }

    private static bool IsUsed(INamedTypeSymbol type, string space) => type.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree.GetRoot() is CompilationUnitSyntax root
        && root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any(used => used.Name?.ToString() == space));

    private void Add(LibraryFamily family, string id, bool includesDerived)
    {
        var name = id.Substring(2);
        if (id[0] == 'N')
        {
            if (!_namespaces.ContainsKey(name))
            {
                _namespaces.Add(name, family);
            }

            return;
        }

        var simple = name.Substring(name.LastIndexOf('.') + 1);
        if (!_types.TryGetValue(simple, out var entries))
        {
            _types.Add(simple, entries = []);
        }

        if (!entries.Exists(entry => entry.Id == id && entry.IncludesDerived == includesDerived))
        {
            entries.Add(new Entry(id, family, includesDerived));
        }
    }

    /// <summary><c>M:Stripe.StripeClient.#ctor(System.String)</c> → <c>Stripe.StripeClient</c>.</summary>
    private sealed record Entry(string Id, LibraryFamily Family, bool IncludesDerived);
}
