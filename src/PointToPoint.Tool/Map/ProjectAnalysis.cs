using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers;
using PointToPoint.Analyzers.Rules;
using PointToPoint.Analyzers.Systems;
using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Map;

/// <summary>What the engine found in one project, whatever severities and suppressions its repository sets.</summary>
internal sealed record ProjectAnalysis
{
    public required CapturedProject Project { get; init; }

    public ImmutableArray<ObservedCall> Calls { get; init; } = [];

    /// <summary>Whether the project is a test, by the engine's own judgement.</summary>
    public bool IsTest { get; init; }

    /// <summary>Full names of the namespaces with types in them.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];

    /// <summary>Full paths of the source files.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Why the result may lack something, as phrases.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    public static async Task<ProjectAnalysis> RunAsync(LoadedProject loaded, CancellationToken cancellationToken)
    {
        var problems = new ConcurrentQueue<string>();
        try
        {
            var compilation = await loaded.Project.GetCompilationAsync(cancellationToken);
            if (compilation is null)
            {
                return new ProjectAnalysis { Project = loaded.Captured, Problems = ["it gave no compilation"] };
            }

            Look(compilation, problems, cancellationToken);
            var options = loaded.Project.AnalyzerOptions;
            var calls = await AnalyseAsync(compilation, options, loaded.Captured, problems, cancellationToken);
            return new ProjectAnalysis
            {
                Project = loaded.Captured,
                Calls = calls,
                IsTest = ProjectFacts.Of(compilation, options).IsTest,
                Namespaces = [.. NamespacesBelow(compilation.Assembly.GlobalNamespace)],
                Files = [.. compilation.SyntaxTrees.Select(tree => tree.FilePath)],
                Problems = [.. problems.Distinct().Order(StringComparer.Ordinal)],
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ProjectAnalysis { Project = loaded.Captured, Problems = [$"its analysis failed ({e.GetType().Name}: {e.Message})"] };
        }
    }

    private static async Task<ImmutableArray<ObservedCall>> AnalyseAsync(
        Compilation compilation, AnalyzerOptions options, CapturedProject project, ConcurrentQueue<string> problems, CancellationToken cancellationToken)
    {
        var records = new ConcurrentQueue<OutboundCall>();
        var analysis = compilation.WithAnalyzers(
            [new CouplingAnalyzer(records.Enqueue)],
            new CompilationWithAnalyzersOptions(
                options,
                (exception, _, _) => problems.Enqueue($"an analyzer failed ({exception.GetType().Name}: {exception.Message}), so sites may be missing"),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true));
        var heard = (await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken))
            .Where(diagnostic => !diagnostic.IsSuppressed)
            .Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceTree, diagnostic.Location.SourceSpan))
            .ToHashSet();
        return [.. records.Select(call =>
        {
            var position = call.Location.GetMappedLineSpan();
            var isSuppressed = call.Verdict == Verdict.New && !heard.Contains((call.RuleId, call.Location.SourceTree, call.Location.SourceSpan));
            return new ObservedCall(call, project, Path.GetFullPath(Path.Combine(project.ProjectFolder, position.Path)), position.Span, isSuppressed);
        })];
    }

    /// <summary>What can be told without binding the whole project: whether there is a framework, and code that cannot be read.</summary>
    private static void Look(Compilation compilation, ConcurrentQueue<string> problems, CancellationToken cancellationToken)
    {
        if (compilation.GetSpecialType(SpecialType.System_Object).TypeKind == TypeKind.Error)
        {
            problems.Enqueue("no framework was found, so NOTHING in it could be seen");
        }

        var errors = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetDiagnostics(cancellationToken))
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(error => error.Location.SourceSpan.Start)
            .ToList();
        if (errors is [var first, ..])
        {
            var position = first.Location.GetLineSpan();
            var count = errors.Count == 1 ? "a syntax error" : string.Create(CultureInfo.InvariantCulture, $"{errors.Count} syntax errors");
            problems.Enqueue(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} ({Path.GetFileName(position.Path)}:{position.StartLinePosition.Line + 1}: {first.Id} {first.GetMessage(CultureInfo.InvariantCulture)})"));
        }
    }

    private static IEnumerable<string> NamespacesBelow(INamespaceSymbol space) =>
        space.GetNamespaceMembers()
            .SelectMany(NamespacesBelow)
            .Concat(space.GetTypeMembers().IsEmpty || space.IsGlobalNamespace ? [] : [space.ToDisplayString()]);
}
