using Microsoft.CodeAnalysis;

using PointToPoint.Testing.Layout;

namespace PointToPoint.Testing.Running;

/// <summary>The same code in other circumstances.</summary>
internal static class ExtraRuns
{
    /// <summary>Every source with a line before it.</summary>
    public static Solution WithFirstLine(TestSolution code, string line, string newLine)
        => Sources(code).Aggregate(code.Solution, (all, source) => all.WithDocumentText(
            source.Id, SolutionFactory.Text(line + newLine + source.File.Content.Text)));

    /// <summary>Every source declared as generated, not in itself but in its configuration.</summary>
    public static Solution DeclaredAsGenerated(TestSolution code)
    {
        var config = "is_global = true\n" + string.Concat(Sources(code).Select(s => s.File.Path).Distinct(StringComparer.Ordinal)
            .Select(path => $"[{path}]\ngenerated_code = true\n"));
        return code.Solution.ProjectIds.Aggregate(code.Solution, (all, project) => all.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(project), "Generated.globalconfig", SolutionFactory.Text(config), filePath: $"{VirtualPath.Root}/Generated.globalconfig"));
    }

    /// <summary>
    /// Referenced projects as the assemblies that a build sees, where an editor passes their source. Null if one doesn't compile.
    /// </summary>
    public static async Task<Solution?> AgainstAssembliesAsync(Solution solution)
    {
        var assemblies = new Dictionary<ProjectId, MetadataReference>();
        foreach (var id in solution.GetProjectDependencyGraph().GetTopologicallySortedProjects())
        {
            var project = solution.GetProject(id)!;
            solution = solution
                .WithProjectMetadataReferences(id, project.MetadataReferences.Concat(project.ProjectReferences.Select(r => assemblies[r.ProjectId])))
                .WithProjectReferences(id, []);
            var compilation = await solution.GetProject(id)!.GetCompilationAsync() ?? throw new InvalidOperationException("C# projects have compilations.");
            using var stream = new MemoryStream();
            if (!compilation.Emit(stream).Success)
            {
                return null;
            }

            assemblies[id] = MetadataReference.CreateFromImage(stream.ToArray());
        }

        return solution;
    }

    private static IEnumerable<(DocumentId Id, TestFile File)> Sources(TestSolution code)
        => code.Files
            .Where(f => f.Kind == TestFileKind.Source)
            .DistinctBy(f => f.Path)
            .SelectMany(f => code.Solution.GetDocumentIdsWithFilePath(f.Path).Select(id => (id, f)));
}
