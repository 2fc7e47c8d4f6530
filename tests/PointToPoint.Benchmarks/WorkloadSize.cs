using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers;
using PointToPoint.Analyzers.Rules;

namespace PointToPoint.Benchmarks;

/// <summary>What was measured: the size of the generated project, and what the analyzer finds in it.</summary>
internal sealed record WorkloadSize(int Files, int Lines, int Invocations, int Calls, int UnknownCalls, int Wirings, ImmutableArray<string> Errors)
{
    public static async Task<WorkloadSize> OfAsync(BenchmarkProject project)
    {
        var compilation = project.Parse();
        var found = await project.Analyse(compilation, new CouplingAnalyzer()).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        var trees = compilation.SyntaxTrees;
        return new WorkloadSize(
            trees.Length,
            trees.Sum(tree => tree.GetText().Lines.Count),
            trees.Sum(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Count()),
            found.Count(diagnostic => diagnostic.Id is RuleIds.DirectHttpCall or RuleIds.UnknownTarget),
            found.Count(diagnostic => diagnostic.Id == RuleIds.UnknownTarget),
            found.Count(diagnostic => diagnostic.Id == RuleIds.DirectWiring),
            [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())]);
    }
}
