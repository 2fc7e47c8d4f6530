using System.Collections.Immutable;
using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Benchmarks.Workload;
using PointToPoint.Testing;

namespace PointToPoint.Benchmarks;

/// <summary>The generated project as a compiler sees it.</summary>
internal sealed class BenchmarkProject(GeneratedProject sources)
{
    private static readonly CSharpParseOptions _parsing = new(LanguageVersion.Preview);

    private static readonly CSharpCompilationOptions _compiling = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private readonly ImmutableArray<MetadataReference> _references = [.. ReferenceSet.AspNetCore.References];

    private readonly ImmutableArray<AdditionalText> _additionalFiles = [new SettingsFile(sources.AppSettings)];

    /// <summary>
    /// A compilation that nothing was asked of yet, of trees parsed anew: no node, symbol or cached fact is left of an earlier run.
    /// </summary>
    public CSharpCompilation Parse()
    {
        var trees = sources.Files.AsParallel().AsOrdered()
            .Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), _parsing, file.Path))
            .ToList();
        return CSharpCompilation.Create("Contoso", trees, _references, _compiling);
    }

    /// <summary>An analysis by one analyzer, as compilers and editors run it.</summary>
    public CompilationWithAnalyzers Analyse(Compilation compilation, DiagnosticAnalyzer analyzer) => compilation.WithAnalyzers(
        [analyzer],
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(_additionalFiles),
            onAnalyzerException: (exception, _, _) => throw exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false));

    private sealed class SettingsFile(string json) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(json, Encoding.UTF8);

        public override string Path => "/src/Contoso/appsettings.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
