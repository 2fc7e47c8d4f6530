using System.Composition;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Testing.Tests.Subjects;

/// <summary>Well behaved: makes Good of Bad. Calls in a static class get no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RenameBadCallFix : CodeFixProvider
{
    public const string Key = "rename";

    public override ImmutableArray<string> FixableDiagnosticIds => [Rules.BadCall.Id];

    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (!await IsInStaticClassAsync(context.Document, context.Span))
        {
            context.RegisterCodeFix(CodeAction.Create("Call Good", async _ => await FixAsync(context.Document, context.Diagnostics), Key), context.Diagnostics);
        }
    }

    public static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var text = await document.GetTextAsync();
        var changes = new List<TextChange>();
        foreach (var diagnostic in diagnostics)
        {
            if (!await IsInStaticClassAsync(document, diagnostic.Location.SourceSpan))
            {
                changes.Add(new(diagnostic.Location.SourceSpan, "Good"));
            }
        }

        return document.WithText(text.WithChanges(changes));
    }

    private static async Task<bool> IsInStaticClassAsync(Document document, TextSpan span)
    {
        var model = await document.GetSemanticModelAsync();
        return model!.GetEnclosingSymbol(span.Start)?.ContainingType is { IsStatic: true };
    }
}
