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

    /// <param name="loaded">The project.</param>
    /// <param name="context">What lies around it; null if that doesn't matter.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    public static async Task<ProjectAnalysis> RunAsync(LoadedProject loaded, SolutionContext? context, CancellationToken cancellationToken)
    {
        var problems = new ConcurrentQueue<string>();
        try
        {
            var compilation = await loaded.Project.GetCompilationAsync(cancellationToken);
            if (compilation is null)
            {
                return new ProjectAnalysis { Project = loaded.Captured, Problems = ["it gave no compilation"] };
            }

            var options = loaded.Project.AnalyzerOptions;
            var isTest = ProjectFacts.Of(compilation, options).IsTest;
            if (!isTest)
            {
                Look(compilation, loaded.HasAll, problems, cancellationToken);
            }

            var calls = await AnalyseAsync(compilation, options, loaded.Captured, context, problems, cancellationToken);
            return new ProjectAnalysis
            {
                Project = loaded.Captured,
                Calls = calls,
                IsTest = isTest,
                Namespaces = [.. NamespacesBelow(compilation.Assembly.GlobalNamespace)],
                Files = [.. compilation.SyntaxTrees.Select(tree => tree.FilePath)],
                Problems = [.. problems.Distinct().Order(StringComparer.Ordinal)],
            };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A cancellation that nobody asked for is a failure like any other.
            return new ProjectAnalysis { Project = loaded.Captured, Problems = [$"its analysis failed ({e.GetType().Name}: {e.Message})"] };
        }
    }

    private static async Task<ImmutableArray<ObservedCall>> AnalyseAsync(
        Compilation compilation, AnalyzerOptions options, CapturedProject project, SolutionContext? context, ConcurrentQueue<string> problems, CancellationToken cancellationToken)
    {
        var records = new ConcurrentQueue<OutboundCall>();
        var analysis = compilation.WithAnalyzers(
            [new CouplingAnalyzer(records.Enqueue, solution: context)],
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

    /// <summary>
    /// Code that means nothing to the compiler hides calls. Where something is missing anyway, only what costs little is looked at: the errors
    /// that follow from it would say the same again.
    /// </summary>
    private static void Look(Compilation compilation, bool hasAll, ConcurrentQueue<string> problems, CancellationToken cancellationToken)
    {
        if (compilation.GetSpecialType(SpecialType.System_Object).TypeKind == TypeKind.Error)
        {
            problems.Enqueue("no framework was found, so NOTHING in it could be seen");
            hasAll = false;
        }

        var errors = (hasAll ? compilation.GetDiagnostics(cancellationToken) : compilation.GetParseDiagnostics(cancellationToken))
            .Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(error => error.Location.SourceSpan.Start)
            .ToList();
        if (errors is [var first, ..])
        {
            var position = first.Location.GetMappedLineSpan();
            var where = first.Location.IsInSource ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(position.Path)}:{position.StartLinePosition.Line + 1}: ") : "";
            var count = errors.Count == 1 ? "a compile error" : string.Create(CultureInfo.InvariantCulture, $"{errors.Count} compile errors, the first");
            problems.Enqueue($"{count} at {where}{first.Id} {first.GetMessage(CultureInfo.InvariantCulture)}");
        }
    }

    private static IEnumerable<string> NamespacesBelow(INamespaceSymbol space) =>
        space.GetNamespaceMembers()
            .SelectMany(NamespacesBelow)
            .Concat(space.GetTypeMembers().IsEmpty || space.IsGlobalNamespace ? [] : [space.ToDisplayString()]);
}
