using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Systems;
using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Map;

/// <summary>Puts the code of all projects together, so that the engine can look for answers in each. Tests are left out: what they call, nobody runs.</summary>
internal static class SolutionCodes
{
    public static async Task<SolutionCode> OfAsync(ImmutableArray<LoadedProject> projects, CancellationToken cancellationToken)
    {
        var compilations = new Dictionary<ProjectId, Compilation>();
        foreach (var loaded in projects)
        {
            if (await loaded.Project.GetCompilationAsync(cancellationToken) is { } compilation && !ProjectFacts.Of(compilation, loaded.Project.AnalyzerOptions).IsTest)
            {
                compilations[loaded.Project.Id] = compilation;
            }
        }

        return new SolutionCode(projects.Where(loaded => compilations.ContainsKey(loaded.Project.Id)).ToDictionary(
            loaded => compilations[loaded.Project.Id],
            loaded => loaded.Project.ProjectReferences
                .Select(reference => compilations.GetValueOrDefault(reference.ProjectId))
                .OfType<Compilation>()
                .ToImmutableArray()));
    }
}
