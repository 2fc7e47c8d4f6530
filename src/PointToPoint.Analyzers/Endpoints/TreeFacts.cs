using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Options;
using PointToPoint.Analyzers.Endpoints.Registrations;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// What a tree says by its syntax alone, found when somebody asks and kept for as long as the tree lives. Holds no symbol.
/// </summary>
internal sealed class TreeFacts
{
    // Of libraries whose calls are given an address, or a client: only those can be wrapped.
    private static readonly ImmutableArray<string> _clientNames = ["HttpClient", "HttpMessageInvoker", "RestClient", "RestService", "WebClient", "WebRequest", "Flurl"];

    private readonly Lazy<TreeNames> _names;
    private readonly Lazy<TreeSites> _sites;

    private readonly Lazy<bool> _mentionsClient;

    private TreeFacts(Lazy<bool> mentionsClient, ImmutableArray<RegistrationCandidate> registrations, ImmutableArray<BindingCandidate> bindings, ImmutableArray<BindingCandidate> optionsSetups, Lazy<TreeNames> names, Lazy<TreeSites> sites)
    {
        _mentionsClient = mentionsClient;
        Registrations = registrations;
        Bindings = bindings;
        OptionsSetups = optionsSetups;
        _names = names;
        _sites = sites;
    }

    /// <summary>True if the name of a client's type occurs: code in which it occurs nowhere has no wrappers either, and needs no further look.</summary>
    public bool MentionsClient => _mentionsClient.Value;

    /// <summary>Calls that look like registrations of a client.</summary>
    public ImmutableArray<RegistrationCandidate> Registrations { get; }

    /// <summary>Calls that look like bindings of an options class.</summary>
    public ImmutableArray<BindingCandidate> Bindings { get; }

    /// <summary>Classes that configure an options class.</summary>
    public ImmutableArray<BindingCandidate> OptionsSetups { get; }

    /// <summary>What it declares.</summary>
    public TreeNames Names => _names.Value;

    /// <summary>What it calls and creates, by name.</summary>
    public TreeSites Sites => _sites.Value;

    /// <summary>Reads a tree; one thread does, the others wait.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="cancellation">Not for what is found later.</param>
    /// <param name="counters">Counts what is found, when it is.</param>
    /// <param name="clients">The names of the catalog's clients.</param>
    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellation, EngineCounters? counters = null, ClientNames? clients = null)
    {
        counters?.TreeRead();
        var text = tree.GetText(cancellation).ToString();
        var root = new Lazy<SyntaxNode>(() => tree.GetRoot(CancellationToken.None));
        return new TreeFacts(
            new(_clientNames.Any(text.Contains) ? () => true : () => clients?.OccurIn(tree.GetText(CancellationToken.None).ToString()) == true),
            RegistrationScan.IsWorthwhile(text) ? RegistrationScan.Of(root.Value) : [],
            BindingScan.IsWorthwhile(text) ? BindingScan.Of(root.Value) : [],
            BindingScan.HasSetups(text) ? BindingScan.SetupsOf(root.Value) : [],
            new(() =>
            {
                counters?.NamesRead();
                return TreeNames.Of(root.Value);
            }),
            new(() =>
            {
                counters?.SitesRead();
                return TreeSites.Of(root.Value);
            }));
    }
}
