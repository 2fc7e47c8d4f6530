using System.Collections.Immutable;
using System.Globalization;

using PointToPoint.Analyzers;
using PointToPoint.Tool.Deployment;
using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Map;

/// <summary>
/// Makes the map of what the projects' analyses found. A place in the code is told once, over all target frameworks and all projects that link its
/// file; where they disagree about the target, the others are alternatives. The result depends on nothing but its input: not on the order of it,
/// nor on where the repository lies.
/// </summary>
internal sealed class MapBuilder
{
    private readonly string _root;
    private readonly IReadOnlyList<ProjectAnalysis> _analyses;
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> _references;
    private readonly Manifests _manifests = new();
    private readonly SystemDirectory _systems;
    private readonly ListeningProjects _listening;
    private readonly ImmutableHashSet<string> _multiTargeted;
    private readonly ImmutableArray<string> _applications;

    private MapBuilder(string root, IReadOnlyList<ProjectAnalysis> analyses, ImmutableDictionary<string, ImmutableHashSet<string>> references, DeploymentValues deployment)
    {
        _root = root;
        _analyses = analyses;
        _references = references;
        _systems = new SystemDirectory(analyses, _manifests, deployment.ServiceNames);
        _listening = new ListeningProjects(analyses.Select(analysis => analysis.Project.ProjectPath), deployment);
        _multiTargeted = [.. analyses.GroupBy(analysis => analysis.Project.ProjectPath, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)];
        _applications = [.. analyses
            .Where(analysis => !analysis.IsTest && analysis.Project.IsApplication)
            .Select(analysis => analysis.Project.ProjectPath)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    /// <param name="root">Full path of the folder that the map's paths start from.</param>
    /// <param name="loaded">What was loaded and what wasn't.</param>
    /// <param name="analyses">What was found in what was loaded.</param>
    /// <param name="deployment">What deployment files say; nothing by default.</param>
    public static IntegrationMap Build(string root, LoadedProjects loaded, IReadOnlyList<ProjectAnalysis> analyses, DeploymentValues? deployment = null) =>
        new MapBuilder(root, analyses, loaded.References, deployment ?? DeploymentValues.None).Build(loaded);

    private IntegrationMap Build(LoadedProjects loaded)
    {
        var places = _analyses
            .SelectMany(analysis => analysis.Calls)
            .Select(Joined)
            .GroupBy(call => (call.File, call.Span, call.Call.Kind))
            .Select(group => new Place([.. group.OrderBy(call => Rank(call.Call.Verdict)).ThenByDescending(Nearness).ThenBy(call => call.Project.ProjectPath, StringComparer.Ordinal).ThenBy(call => call.Project.TargetFramework, StringComparer.Ordinal)]))
            .ToList();
        return new IntegrationMap
        {
            Systems = _systems.ToMap(Relative),
            Connections = [.. places
                .Where(place => StatusOf(place.Main.Call.Verdict) is not null)
                .GroupBy(place => (From: _systems.NameOf(place.Main.Call.From), To: _systems.NameOf(place.Main.Call.To!), place.Main.Call.Protocol, Status: StatusOf(place.Main.Call.Verdict)!.Value))
                .OrderBy(group => group.Key.From, StringComparer.Ordinal)
                .ThenBy(group => group.Key.To, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Protocol, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Status)
                .Select(group => new Connection(group.Key.From, group.Key.To, group.Key.Protocol, group.Key.Status, Sorted(group.Select(SiteOf))))],
            Infrastructure = [.. places
                .Where(place => place.Main.Call.Verdict == Verdict.Infrastructure)
                .GroupBy(place => (System: _systems.NameOf(place.Main.Call.From), Name: place.Main.Call.Endpoint ?? place.Main.Call.To ?? "", place.Main.Call.Protocol))
                .OrderBy(group => group.Key.System, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Name, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Protocol, StringComparer.Ordinal)
                .Select(group => new Infrastructure(group.Key.System, group.Key.Name, group.Key.Protocol, Sorted(group.Select(SiteOf))))],
            Unresolved = [.. places
                .Where(place => place.Main.Call.Verdict == Verdict.Unknown)
                .Select(UnresolvedOf)
                .OrderBy(call => call.File, StringComparer.Ordinal).ThenBy(call => call.Line).ThenBy(call => call.Column)],
            NotAnalysed = [.. loaded.Skipped.Select(skipped => new NotAnalysed(Relative(skipped.Path), WithoutRoot(skipped.Reason)) { HasCode = skipped.HasCode }).OrderBy(project => project.Project, StringComparer.Ordinal)],
            Incomplete = IncompleteOf(loaded),
            ManifestProblems = [.. _manifests.Problems().Concat(_manifests.Unmatched(_root, _analyses))
                .Select(problem => new ManifestFinding(Relative(problem.File), problem.Position.Line + 1, problem.Position.Character + 1, problem.Rule, problem.Message))
                .Distinct()
                .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Message, StringComparer.Ordinal)],
        };
    }

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.New => 0,
        Verdict.Known => 1,
        Verdict.Approved => 2,
        Verdict.Gateway => 3,
        Verdict.Own => 4,
        Verdict.Infrastructure => 5,
        _ => 6,
    };

    private static ConnectionStatus? StatusOf(Verdict verdict) => verdict switch
    {
        Verdict.New => ConnectionStatus.New,
        Verdict.Known => ConnectionStatus.Known,
        Verdict.Approved => ConnectionStatus.Approved,
        Verdict.Gateway => ConnectionStatus.Gateway,
        _ => null,
    };

    /// <summary>
    /// A direct call whose target turns out to be its own system under another name, such as the one it is deployed under. If other alternatives lead
    /// elsewhere, the first of them is the target.
    /// </summary>
    private ObservedCall Joined(ObservedCall observed)
    {
        var call = Located(observed.Call);
        if (StatusOf(call.Verdict) is null or ConnectionStatus.Gateway || call.To is null || !IsOwn(call.To))
        {
            return observed with { Call = call };
        }

        var others = call.AlsoTo.RemoveAll(IsOwn);
        return observed with { Call = others.IsEmpty ? call with { Verdict = Verdict.Own, AlsoTo = [] } : call with { To = others[0], AlsoTo = others.RemoveAt(0) } };

        bool IsOwn(string system) => string.Equals(_systems.NameOf(system), _systems.NameOf(call.From), StringComparison.Ordinal);
    }

    /// <summary>
    /// An address on the developer's machine is that of the project that listens there. Code that a manifest's entry claims is left alone; a literal address where nobody else
    /// listens is the own system's.
    /// </summary>
    private OutboundCall Located(OutboundCall call)
    {
        if (_listening.At(call.Endpoint?.Split(" | ")[0] ?? "") is not var (project, address))
        {
            return call;
        }

        if (call is { Verdict: Verdict.Own, IsLoopback: true } && !string.Equals(_systems.SystemOf(project), _systems.NameOf(call.From), StringComparison.Ordinal))
        {
            call = call with { Verdict = Verdict.New, IsLoopback = false, AlsoTo = [] };
        }
        else if (StatusOf(call.Verdict) is null or ConnectionStatus.Gateway || call.To is null || _systems.IsDeclared(call.To))
        {
            return call;
        }

        return call with
        {
            To = _systems.SystemOf(project),
            Provenance = call.Provenance.Add(string.Create(CultureInfo.InvariantCulture, $"{address.File}:{address.Line}: {Path.GetFileNameWithoutExtension(project)} listens there")),
        };
    }

    /// <summary>A linked file speaks first for the project whose folder it lies in.</summary>
    private static int Nearness(ObservedCall call) =>
        call.File.StartsWith(call.Project.ProjectFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? call.Project.ProjectFolder.Length : 0;

    private static ImmutableArray<Site> Sorted(IEnumerable<Site> sites) =>
        [.. sites.OrderBy(site => site.File, StringComparer.Ordinal).ThenBy(site => site.Line).ThenBy(site => site.Column).ThenBy(site => site.Rule, StringComparer.Ordinal)];

    private Site SiteOf(Place place)
    {
        var call = place.Main.Call;
        var others = place.All.SelectMany(other => other.Call.AlsoTo.Prepend(other.Call.To)).OfType<string>().Select(_systems.NameOf);
        return new Site
        {
            File = Relative(place.Main.File),
            Line = place.Main.Span.Start.Line + 1,
            Column = place.Main.Span.Start.Character + 1,
            Rule = call.RuleId,
            IsWiring = call.Kind == OutboundCallKind.Wiring,
            Client = call.Client,
            Member = call.Member,
            Verb = call.Verb,
            Endpoint = string.Join(" | ", place.All.SelectMany(other => (other.Call.Endpoint ?? "").Split(" | ")).Where(endpoint => endpoint.Length > 0).Distinct(StringComparer.Ordinal)),
            Provenance = call.Provenance,
            AlsoTo = [.. others.Where(name => name != _systems.NameOf(call.To!)).Distinct(StringComparer.Ordinal)],
            Via = call.Via,
            Hosts = HostsOf(place),
            NeedsSolution = place.All.Any(other => other.Call.NeedsSolution),
            Suppressed = place.All.All(other => other.IsSuppressed),
            ApprovalExpired = place.All.Any(other => other.Call.ApprovalExpired),
            TargetFrameworks = [.. place.All
                .Where(other => _multiTargeted.Contains(other.Project.ProjectPath))
                .Select(other => other.Project.TargetFramework)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
        };
    }

    private UnresolvedCall UnresolvedOf(Place place) => new(
        Relative(place.Main.File),
        place.Main.Span.Start.Line + 1,
        place.Main.Span.Start.Character + 1,
        _systems.NameOf(place.Main.Call.From),
        place.Main.Call.Client,
        place.Main.Call.Verb,
        place.Main.Call.UnknownReason ?? "the target could not be found out");

    private ImmutableArray<string> HostsOf(Place place)
    {
        var projects = place.All.Select(call => call.Project.ProjectPath).Distinct(StringComparer.Ordinal).ToList();
        var isLibrary = _systems.KindOf(place.Main.Call.From) == SystemKind.Library;
        return !isLibrary && projects.Count == 1
            ? []
            : [.. _applications
                .Where(application => projects.Any(project => project == application || isLibrary && _references.GetValueOrDefault(application, []).Contains(project)))
                .Select(_systems.SystemOf)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)];
    }

    private ImmutableArray<Incomplete> IncompleteOf(LoadedProjects loaded)
    {
        var all = new IncompleteProjects();
        foreach (var project in loaded.Incomplete)
        {
            all.Add(project.Path, project.Reason, project.MissingReferences);
        }

        foreach (var analysis in _analyses)
        {
            foreach (var problem in analysis.Problems)
            {
                all.Add(analysis.Project.ProjectPath, problem);
            }
        }

        return [.. all.ToImmutable().Select(project => new Incomplete(Relative(project.Path), WithoutRoot(project.Reason), project.MissingReferences)).OrderBy(project => project.Project, StringComparer.Ordinal)];
    }

    /// <summary>A message of a compiler or build may hold a full path, which would be another one on each machine.</summary>
    private string WithoutRoot(string reason) => reason.Replace(_root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    private string Relative(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');

    /// <summary>One place in the code with all that was said about it, the telling one first.</summary>
    private sealed record Place(ImmutableArray<ObservedCall> All)
    {
        public ObservedCall Main => All[0];
    }
}
