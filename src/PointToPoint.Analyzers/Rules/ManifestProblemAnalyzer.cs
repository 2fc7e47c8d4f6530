using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Rules;

/// <summary>Reports one kind of problem of p2p.json, each where it stands in that file.</summary>
public abstract class ManifestProblemAnalyzer : DiagnosticAnalyzer
{
    private readonly ManifestMatchers _manifests = new();

    private protected ManifestProblemAnalyzer()
    {
    }

    private protected abstract ManifestProblemKind Kind { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
#pragma warning disable RS0030 // no source is looked at here, generated or not
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
#pragma warning restore RS0030
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Options.AdditionalFiles.Any(file => ManifestFile.Is(file.Path)))
            {
                start.RegisterAdditionalFileAction(file => Report(file, start));
            }
        });
    }

    /// <summary>What only the compilation tells of the manifest that counts for it.</summary>
    private IEnumerable<ManifestProblem> Told(AdditionalFileAnalysisContext context, CompilationStartAnalysisContext start) =>
        ManifestFile.Find(start.Options) == context.AdditionalFile ? SdkParameters.Problems(context.Compilation, _manifests.Of(start).Manifest) : [];

    private void Report(AdditionalFileAnalysisContext context, CompilationStartAnalysisContext start)
    {
        var file = context.AdditionalFile;
        if (!ManifestFile.Is(file.Path))
        {
            return;
        }

        var text = file.GetText(context.CancellationToken);
        foreach (var problem in _manifests.Problems(start, file).Concat(Told(context, start)))
        {
            if (problem.Kind == Kind)
            {
                var lines = text?.Lines.GetLinePositionSpan(problem.Span) ?? default;
                context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], Location.Create(file.Path, problem.Span, lines), problem.Message));
            }
        }
    }
}
