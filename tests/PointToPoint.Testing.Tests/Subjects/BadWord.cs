using System.Composition;

using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Testing.Tests.Subjects;

/// <summary>Well behaved: reports each 'bad' in additional files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BadWordAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.BadCall];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var text = context.AdditionalFile.GetText()!;
        for (var at = 0; (at = text.ToString().IndexOf("bad", at, StringComparison.Ordinal)) >= 0; at += 3)
        {
            var span = new TextSpan(at, 3);
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.BadCall, Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), "bad"));
        }
    }
}

/// <summary>Well behaved: makes good of it, in every project's copy of the file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".json"]), Shared]
internal sealed class BadWordFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [Rules.BadCall.Id];

    public override FixAllProvider GetFixAllProvider() => new DelegatingFixAll(async context =>
    {
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var diagnostics = new List<Diagnostic>();
        foreach (var project in projects)
        {
            diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project));
        }

        return CodeAction.Create("Fix all", _ => FixAsync(context.Solution, diagnostics), "good");
    });

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create("Say good", _ => FixAsync(context.TextDocument.Project.Solution, context.Diagnostics), "good"), context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Solution> FixAsync(Solution solution, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var file in diagnostics.GroupBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)))
        {
            foreach (var id in solution.Projects.SelectMany(p => p.AdditionalDocuments).Where(d => d.FilePath == file.Key).Select(d => d.Id).ToList())
            {
                var text = await solution.GetAdditionalDocument(id)!.GetTextAsync();
                var changes = file.Select(d => d.Location.SourceSpan).Distinct().Select(span => new TextChange(span, "good"));
                solution = solution.WithAdditionalDocumentText(id, text.WithChanges(changes));
            }
        }

        return solution;
    }
}
