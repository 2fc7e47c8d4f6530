using System.Collections.Concurrent;
using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients.Catalog;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// All code of a solution, for the tool: a client class of one project is registered in another, a wrapper is called from many. Code belongs together if it
/// may run in one process: an application and what it references.
/// </summary>
internal sealed class SolutionCode
{
    private readonly ImmutableDictionary<SyntaxTree, Compilation> _owners;
    private readonly ImmutableDictionary<Compilation, ImmutableArray<Compilation>> _closures;
    private readonly ImmutableArray<Compilation> _compilations;
    private readonly ConcurrentDictionary<SyntaxTree, TreeFacts> _facts = new();
    private readonly ConcurrentDictionary<Compilation, ImmutableArray<Compilation>> _hosts = new();
    private readonly ConcurrentDictionary<Compilation, ImmutableArray<Compilation>> _processes = new();

    /// <param name="references">Each project's code with that of the projects it references directly.</param>
    public SolutionCode(IReadOnlyDictionary<Compilation, ImmutableArray<Compilation>> references)
    {
        _compilations = [.. references.Keys];
        var owners = ImmutableDictionary.CreateBuilder<SyntaxTree, Compilation>();
        foreach (var compilation in _compilations)
        {
            foreach (var tree in compilation.SyntaxTrees)
            {
                owners[tree] = compilation;
            }
        }

        _owners = owners.ToImmutable();
        _closures = _compilations.ToImmutableDictionary(compilation => compilation, compilation => Closure(compilation, references));
    }

    /// <summary>The libraries that are known, read once for all projects.</summary>
    public LibraryCatalog Catalog { get; } = LibraryCatalog.Load();

    public Compilation? CompilationOf(SyntaxTree tree) => _owners.TryGetValue(tree, out var owner) ? owner : null;

    public TreeFacts FactsOf(SyntaxTree tree) => _facts.GetOrAdd(tree, tree => TreeFacts.Of(tree, CancellationToken.None, clients: Catalog.ClientNames));

    /// <summary>The trees of all code that may run in one process with this one. Analyses work on copies of compilations: the trees say which it is.</summary>
    public IEnumerable<SyntaxTree> TreesInProcessOf(Compilation compilation) =>
        compilation.SyntaxTrees.FirstOrDefault() is { } tree && CompilationOf(tree) is { } known
            ? _processes.GetOrAdd(known, InProcessOf).SelectMany(other => other.SyntaxTrees)
            : compilation.SyntaxTrees;

    /// <summary>
    /// The applications that this code runs in: itself, if it is one. Where none is seen, the projects at the end of the chain that uses it: some host starts those, as
    /// it does functions and old web applications.
    /// </summary>
    public ImmutableArray<Compilation> HostsOf(Compilation compilation) => _hosts.GetOrAdd(compilation, FindHosts);

    private ImmutableArray<Compilation> FindHosts(Compilation compilation)
    {
        if (IsApplication(compilation))
        {
            return [compilation];
        }

        var users = _compilations.Where(other => _closures[other].Contains(compilation)).ToList();
        var applications = users.Where(IsApplication).ToImmutableArray();
        return applications.IsEmpty ? [.. users.Where(user => !users.Exists(other => other != user && _closures[other].Contains(user)))] : applications;
    }

    private ImmutableArray<Compilation> InProcessOf(Compilation compilation) => [.. HostsOf(compilation).SelectMany(host => _closures[host]).Distinct()];

    private static bool IsApplication(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    private static ImmutableArray<Compilation> Closure(Compilation start, IReadOnlyDictionary<Compilation, ImmutableArray<Compilation>> references)
    {
        var found = new List<Compilation> { start };
        for (var i = 0; i < found.Count; i++)
        {
            if (references.TryGetValue(found[i], out var next))
            {
                found.AddRange(next.Where(other => !found.Contains(other)));
            }
        }

        return [.. found];
    }
}
