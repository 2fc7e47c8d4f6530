using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Robustness;

/// <summary>
/// Code in an editor that shows one document at a time: an analyzer object that lives on, and after each edit a compilation that nothing was asked of yet.
/// </summary>
internal sealed class EditorSession(DiagnosticAnalyzer analyzer, IEnumerable<(string Path, string Text)> files, params AdditionalText[] additional)
{
    private const string Usings = """
        global using System; global using System.Linq; global using System.Net.Http; global using System.Threading.Tasks;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Options;
        """;

    private static readonly CSharpParseOptions _parsing = new(LanguageVersion.Preview);

    private CSharpCompilation _compilation = CSharpCompilation.Create(
        "Contoso",
        files.Select(file => Parse(file.Path, file.Text)).Append(Parse("Usings.cs", Usings)),
        ReferenceSet.AspNetCore.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private ImmutableArray<AdditionalText> _additional = [.. additional];

    public Compilation Compilation => _compilation;

    public void Edit(string path, string text)
    {
        var old = Tree(path);
        _compilation = _compilation.ReplaceSyntaxTree(old, old.WithChangedText(SourceText.From(text, Encoding.UTF8)));
    }

    /// <summary>Replaces the additional file of the same path.</summary>
    public void Edit(AdditionalText file) => _additional = [.. _additional.Where(other => other.Path != file.Path), file];

    /// <summary>What the document shows after the last edit.</summary>
    public Task<ImmutableArray<Diagnostic>> Show(string path) => Show([path]);

    /// <summary>What these documents show, asked for in this order; or what a build of all of them shows.</summary>
    public async Task<ImmutableArray<Diagnostic>> Show(IEnumerable<string> paths, bool all = false)
    {
        // A clone: what the last analysis bound must not make the next one cheaper.
        var compilation = _compilation.Clone();
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var crashes = new ConcurrentQueue<Exception>();
        var run = compilation.Clone().WithAnalyzers(
            [analyzer],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(_additional), (exception, _, _) => crashes.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));
        if (all)
        {
            return await run.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        }

        var shown = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in paths)
        {
            shown.AddRange(await run.GetAnalyzerSemanticDiagnosticsAsync(run.Compilation.GetSemanticModel(Tree(path)), null, TestContext.Current.CancellationToken));
        }

        Assert.True(crashes.IsEmpty, string.Join('\n', crashes));
        return shown.ToImmutable();
    }

    private SyntaxTree Tree(string path) => _compilation.SyntaxTrees.First(tree => tree.FilePath == path);

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), _parsing, path);
}
