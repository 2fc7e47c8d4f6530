using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>The namespaces whose types a file can name without saying so, missing ones too: its usings, the project's global usings, the namespaces around its code.</summary>
internal sealed class NamespacesInScope(CodeBase code)
{
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableHashSet<string>> _ofTree = new();
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableHashSet<string>> _missing = new();
    private readonly ConcurrentDictionary<Compilation, ImmutableHashSet<string>> _global = new();

    // A project may lack the reference that another one's namespace needs; nobody's package is missing then.
    private readonly Lazy<ImmutableHashSet<string>> _declared = new(
        () => [.. code.Trees.SelectMany(pair => pair.Tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)).OfType<BaseNamespaceDeclarationSyntax>().SelectMany(declared => Around(Name(declared.Name)))],
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>True if a type of the namespace may be meant by its simple name.</summary>
    public bool Contains(SyntaxTree tree, string name) => Of(tree).Contains(name) || Global(tree).Contains(name);

    /// <summary>The namespaces that a file uses and nobody declares.</summary>
    public ImmutableHashSet<string> Missing(SyntaxTree tree) => _missing.GetOrAdd(tree, tree => code.ModelOf(tree) is { } model
        ? [.. Of(tree).Concat(Global(tree)).Where(name => !Exists(model.Compilation, name) && !_declared.Value.Contains(name))]
        : []);

    private ImmutableHashSet<string> Of(SyntaxTree tree) => _ofTree.GetOrAdd(tree, static tree => tree.GetRoot() is not CompilationUnitSyntax root ? [] :
    [
        .. root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).SelectMany(node => node switch
        {
            UsingDirectiveSyntax { Alias: null, Name: { } used } => [Name(used)],
            BaseNamespaceDeclarationSyntax declared => Around(Name(declared.Name)),
            _ => Enumerable.Empty<string>(),
        }),
    ]);

    private ImmutableHashSet<string> Global(SyntaxTree tree) => code.ModelOf(tree) is not { } model ? [] : _global.GetOrAdd(model.Compilation, static compilation =>
    [
        .. compilation.SyntaxTrees.Select(tree => tree.GetRoot()).OfType<CompilationUnitSyntax>()
            .SelectMany(root => root.Usings.Where(used => used.Alias is null && used.Name is not null && !used.GlobalKeyword.Span.IsEmpty))
            .Select(used => Name(used.Name!)),
    ]);

    private static IEnumerable<string> Around(string name)
    {
        for (; name.Length > 0; name = name.LastIndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : "")
        {
            yield return name;
        }
    }

    private static bool Exists(Compilation compilation, string name)
    {
        INamespaceOrTypeSymbol? found = compilation.GlobalNamespace;
        foreach (var part in name.Split('.'))
        {
            found = found?.GetMembers(part).OfType<INamespaceOrTypeSymbol>().FirstOrDefault();
        }

        return found is not null;
    }

    private static string Name(NameSyntax name) => name.ToString().Replace("global::", "").Replace(" ", "");
}
