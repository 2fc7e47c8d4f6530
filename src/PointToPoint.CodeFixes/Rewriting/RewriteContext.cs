using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Systems;
using PointToPoint.CodeFixes.Rewriting.Addresses;

namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>What one run of the rewrite has found out about the solution it started from.</summary>
internal sealed class RewriteContext(Solution solution, CancellationToken cancellation)
{
    private readonly Dictionary<ProjectId, ProjectContext> _projects = [];
    private readonly Dictionary<INamedTypeSymbol, TypeParts?> _types = new(SymbolEqualityComparer.Default);

    public Solution Solution => solution;

    public CancellationToken Cancellation => cancellation;

    public async Task<ProjectContext?> ProjectAsync(Project project)
    {
        if (!_projects.TryGetValue(project.Id, out var context))
        {
            if (await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
            {
                return null;
            }

            var facts = ProjectFacts.Of(compilation, project.AnalyzerOptions);
            var (gateway, refusal) = GatewayApi.Find(compilation, facts.GatewayType);
            var manifest = ManifestFile.Find(project.AnalyzerOptions)?.GetText(cancellation) is { } text ? SystemsManifestReader.Read(text, "") : null;
            context = new ProjectContext(project, compilation, facts.IsTest, gateway, refusal, new AddressSystems(new TargetNaming(SystemMatcher.Create(manifest))));
            _projects.Add(project.Id, context);
        }

        return context;
    }

    public async Task<TypeParts?> TypeAsync(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (!_types.TryGetValue(type, out var parts))
        {
            parts = await TypeParts.FindAsync(type, solution, cancellation).ConfigureAwait(false);
            _types.Add(type, parts);
        }

        return parts;
    }

    /// <summary>The type around a node: <c>Program</c> for top-level code.</summary>
    public async Task<TypeParts?> TypeAroundAsync(Document document, SyntaxNode node)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var symbol = model?.GetEnclosingSymbol(node.SpanStart, cancellation);
        return (symbol as INamedTypeSymbol ?? symbol?.ContainingType) is { } type ? await TypeAsync(type).ConfigureAwait(false) : null;
    }

    /// <summary>The project, those it needs and those that need it, in the order of their names: where its clients may be used or registered.</summary>
    public ImmutableArray<Project> Around(ProjectId project)
    {
        var graph = solution.GetProjectDependencyGraph();
        return
        [
            .. new[] { project }
                .Concat(graph.GetProjectsThatThisProjectTransitivelyDependsOn(project))
                .Concat(graph.GetProjectsThatTransitivelyDependOnThisProject(project))
                .Distinct()
                .Select(solution.GetProject)
                .OfType<Project>()
                .Where(other => other.Language == LanguageNames.CSharp)
                .OrderBy(other => other.Name, StringComparer.Ordinal),
        ];
    }
}

/// <summary>What the rewrite knows about a project.</summary>
/// <param name="Project">The project.</param>
/// <param name="Compilation">Its compilation.</param>
/// <param name="IsTest">Whether it holds tests.</param>
/// <param name="Gateway">The gateway it references; null if none.</param>
/// <param name="NoGateway">Why it has none.</param>
/// <param name="Systems">Names the systems of addresses.</param>
internal sealed record ProjectContext(Project Project, Compilation Compilation, bool IsTest, GatewayApi? Gateway, RefusalReason NoGateway, AddressSystems Systems);
