using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Robustness;

/// <summary>Runs every analyzer of the assembly over sources that needn't compile, and tells what was reported and what was thrown.</summary>
internal static class AnalyzerHost
{
    private static readonly CSharpParseOptions _parsing = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly SyntaxTree _usings = CSharpSyntaxTree.ParseText(
        "global using System; global using System.Linq; global using System.Net.Http; global using System.Threading.Tasks;", _parsing, "Usings.cs");

    /// <summary>What is reported, in the order of place; fails if an analyzer throws.</summary>
    public static async Task<string[]> RunAsync(IEnumerable<string> sources, ImmutableArray<AdditionalText> files = default)
    {
        var trees = sources.Select((text, i) => CSharpSyntaxTree.ParseText(text, _parsing, string.Create(CultureInfo.InvariantCulture, $"File{i}.cs"))).Prepend(_usings);
        var compilation = CSharpCompilation.Create(
            "Awkward", trees, ReferenceSet.AspNetCore.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var crashes = new ConcurrentQueue<Exception>();
        var run = compilation.WithAnalyzers(
            [.. Conventions.Rule.Analyzers.Select(analyzer => (DiagnosticAnalyzer)Activator.CreateInstance(analyzer.GetType())!)],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(files.IsDefault ? [] : files), (exception, _, _) => crashes.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));
        var diagnostics = await run.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.True(crashes.IsEmpty, string.Join('\n', crashes));
        return
        [
            .. diagnostics.OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => $"{diagnostic.Location.GetLineSpan()} {diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)} "
                    + string.Join(';', diagnostic.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))),
        ];
    }

    /// <summary>An additional file.</summary>
    public static AdditionalText File(string path, string? text) => new TextFile(path, text);

    private sealed class TextFile(string path, string? text) : AdditionalText
    {
        private readonly SourceText? _text = text is null ? null : SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;
    }
}
