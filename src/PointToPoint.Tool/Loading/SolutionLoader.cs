using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Tool.Loading.OpenApi;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// Turns captured projects into one Roslyn solution in which projects reference each other by compilation, built or not. Whatever doesn't fit is
/// left out of the project that has it and told, never of the scan.
/// </summary>
internal sealed class SolutionLoader(string folder, PackageRestore restore, BuildErrors errors, DateTime today) : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly IncompleteProjects _incomplete = new();
    private readonly List<SkippedProject> _skipped = [];
    private int _count;

    public void Dispose() => _workspace.Dispose();

    public LoadedProjects Load(IReadOnlyList<CapturedProject> captured)
    {
        var assets = captured.ToDictionary(project => project, project => PackageAssets.Of(project, restore, errors));
        var graph = ProjectGraph.Of(captured, project => assets[project].Missing);
        TellCircles(graph);

        var infos = new Dictionary<CapturedProject, ProjectInfo>();
        foreach (var project in graph.Order)
        {
            if (Info(project, graph, assets[project]) is { } info)
            {
                var references = graph.References(project)
                    .Where(infos.ContainsKey)
                    .OrderBy(reference => reference.ProjectPath, StringComparer.Ordinal)
                    .Select(reference => new ProjectReference(infos[reference].Id));
                infos.Add(project, info.WithProjectReferences(references));
            }
        }

        var solution = _workspace.AddSolution(SolutionInfo.Create(SolutionId.CreateNewId(), VersionStamp.Default, projects: infos.Values));
        var incomplete = _incomplete.ToImmutable();
        var lacking = incomplete.Select(project => project.Path).ToHashSet(PathComparer.Instance);
        return new LoadedProjects
        {
            Projects = [.. graph.Order.Where(infos.ContainsKey).Select(project => new LoadedProject(project, solution.GetProject(infos[project].Id)!, !lacking.Contains(project.ProjectPath)))],
            Incomplete = incomplete,
            Skipped = [.. _skipped],
            References = captured.GroupBy(project => project.ProjectPath, PathComparer.Instance).ToImmutableDictionary(
                group => group.Key,
                group => group.SelectMany(graph.References).Select(reference => reference.ProjectPath).ToImmutableHashSet(PathComparer.Instance),
                PathComparer.Instance),
        };
    }

    private ProjectInfo? Info(CapturedProject project, ProjectGraph graph, PackageAssets assets)
    {
        var generated = Path.Combine(folder, "generated", $"{_count++}");
        var missingPackages = assets.Missing.RemoveAll(graph.Makes);
        try
        {
            var arguments = CompilerArguments.Of(project, missingPackages, errors, generated);
            var info = Create(project, graph.References(project), arguments.Arguments);
            TellIncomplete(project, graph, arguments, assets.Reason, missingPackages);
            return info;
        }
        catch (Exception e)
        {
            // Roslyn refuses a command line by exceptions of any type.
            _skipped.Add(new SkippedProject(project.ProjectPath, $"it could not be loaded ({e.GetType().Name}: {e.Message})"));
            return null;
        }
    }

    private ProjectInfo Create(CapturedProject project, IEnumerable<CapturedProject> references, ImmutableArray<string> arguments)
    {
        var name = project.TargetFramework.Length > 0 ? $"{project.ProjectName}({project.TargetFramework})" : project.ProjectName;
        var info = CommandLineProject.CreateProjectInfo(name, LanguageNames.CSharp, arguments, project.ProjectFolder, _workspace);
        var there = info.AdditionalDocuments.Select(document => document.FilePath).ToHashSet(PathComparer.Instance);
        var additional = ProjectConfiguration.AdditionalFiles(project, references)
            .Where(file => !there.Contains(file))
            .Select(file => ProjectConfiguration.Document(info.Id, file));
        var made = OpenApiClients.Of(project, info.Documents.Select(document => document.FilePath ?? document.Name)).ToList();
        made.ForEach(client => _incomplete.Add(project.ProjectPath, client.Note));
        var clients = made.Where(client => client.Text is not null).Select(client => ProjectConfiguration.Document(info.Id, Path.Combine(project.ProjectFolder, "obj", client.Reference.OutputFile), client.Text!));
        var config = ProjectConfiguration.Document(info.Id, Path.Combine(folder, "p2p.globalconfig"), ProjectConfiguration.GlobalConfig(project, today));
        return info
            .WithFilePath(project.ProjectPath)
            .WithDocuments(info.Documents.Concat(clients))
            .WithAdditionalDocuments(info.AdditionalDocuments.Concat(additional))
            .WithAnalyzerConfigDocuments(info.AnalyzerConfigDocuments.Append(config));
    }

    private void TellIncomplete(CapturedProject project, ProjectGraph graph, CompilerArguments arguments, string? restoreReason, ImmutableArray<string> missingPackages)
    {
        if (!missingPackages.IsEmpty)
        {
            _incomplete.Add(project.ProjectPath, restoreReason, missingPackages);
        }

        foreach (var sdk in errors.MissingSdks(project.ProjectPath))
        {
            _incomplete.Add(project.ProjectPath, $"the SDK '{sdk}' could not be found, and an empty one stands in for it", sdk);
        }

        foreach (var note in arguments.Notes)
        {
            _incomplete.Add(project.ProjectPath, note);
        }

        _incomplete.Add(project.ProjectPath, reason: null, arguments.MissingReferences);
        foreach (var gone in project.ReferencedProjects.Where(path => !graph.Has(path)))
        {
            var why = !File.Exists(gone) ? "there is no such file" : ProjectKind.IsCSharp(gone) ? "it could not be loaded" : ProjectKind.WhyNot(gone);
            _incomplete.Add(project.ProjectPath, $"the referenced project {Path.GetFileName(gone)} is missing: {why}", Path.GetFileNameWithoutExtension(gone));
        }
    }

    private void TellCircles(ProjectGraph graph)
    {
        foreach (var (from, to) in graph.Circles)
        {
            _incomplete.Add(from.ProjectPath, $"its reference to {to.ProjectName} closes a circle and was left out", to.ProjectName);
        }
    }
}
