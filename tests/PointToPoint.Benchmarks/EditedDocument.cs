using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Rules;
using PointToPoint.Benchmarks.Workload;

namespace PointToPoint.Benchmarks;

/// <summary>One edit of one document, and how long its diagnostics took afterwards.</summary>
internal sealed record Edit(string Kind, TimeSpan NoOp, TimeSpan Ours)
{
    public TimeSpan Added => Ours - NoOp;
}

/// <summary>
/// Types a statement into one file after the other, of every kind in turn, and asks for that document's diagnostics as an editor does. The analyzer
/// objects live on, and so do the trees of the files that were left alone; the compilation is a new one for each side, with nothing bound.
/// </summary>
internal static class EditedDocument
{
    public static async Task<ImmutableArray<Edit>> MeasureAsync(BenchmarkProject project, int edits)
    {
        var compilation = project.Parse();
        var noOp = new NoOpAnalyzer();
        var ours = new CouplingAnalyzer();
        var byKind = compilation.SyntaxTrees.Select(tree => tree.FilePath).GroupBy(GeneratedProject.KindOf).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Kind: group.Key, Paths: group.ToList())).ToList();
        var measured = ImmutableArray.CreateBuilder<Edit>();

        // The first round opens the project: what is read once for all time isn't an edit's cost.
        for (var i = -byKind.Count; i < edits; i++)
        {
            var turn = i + byKind.Count;
            var (kind, paths) = byKind[turn % byKind.Count];
            var path = paths[turn / byKind.Count % paths.Count];
            _ = compilation.GlobalNamespace.GetMembers();
            var old = compilation.SyntaxTrees.First(tree => tree.FilePath == path);
            var edited = Type(old, turn);
            TimeSpan first, second;
            if (turn % 2 == 0)
            {
                first = await TimeAsync(project, compilation.ReplaceSyntaxTree(old, edited), edited, noOp);
                second = await TimeAsync(project, compilation.ReplaceSyntaxTree(old, edited), edited, ours);
            }
            else
            {
                second = await TimeAsync(project, compilation.ReplaceSyntaxTree(old, edited), edited, ours);
                first = await TimeAsync(project, compilation.ReplaceSyntaxTree(old, edited), edited, noOp);
            }

            compilation = compilation.ReplaceSyntaxTree(old, edited);
            if (i >= 0)
            {
                measured.Add(new Edit(kind, first, second));
            }
        }

        return measured.ToImmutable();
    }

    private static SyntaxTree Type(SyntaxTree tree, int turn)
    {
        var text = tree.GetText();
        var at = text.ToString().IndexOf(GeneratedProject.EditHere, StringComparison.Ordinal) + GeneratedProject.EditHere.Length;
        return tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, 0), string.Create(CultureInfo.InvariantCulture, $"log.Write(\"edit\", {turn}); "))));
    }

    private static async Task<TimeSpan> TimeAsync(BenchmarkProject project, CSharpCompilation compilation, SyntaxTree edited, DiagnosticAnalyzer analyzer)
    {
        var analysis = project.Analyse(compilation, analyzer);
        var start = Stopwatch.GetTimestamp();
        await analysis.GetAnalyzerSyntaxDiagnosticsAsync(edited, CancellationToken.None);
        await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(edited), null, CancellationToken.None);
        return Stopwatch.GetElapsedTime(start);
    }
}
