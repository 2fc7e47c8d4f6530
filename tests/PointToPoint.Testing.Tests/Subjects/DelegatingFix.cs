using System.Composition;

using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PointToPoint.Testing.Tests.Subjects;

/// <summary>Does what a test tells it to, so that a test can show a fix that misbehaves.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class DelegatingFix(Func<CodeFixContext, Task> register, FixAllProvider? fixAll) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [Rules.BadCall.Id];

    public override FixAllProvider? GetFixAllProvider() => fixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => register(context);

    /// <summary>A fix of one document, whose Fix All does the same with all diagnostics of each document.</summary>
    public static AnalyzerTest Test(Func<Document, ImmutableArray<Diagnostic>, Task<Document>> fix)
        => Test(fix, FixAllProvider.Create(async (_, document, diagnostics) => await fix(document, diagnostics)));

    public static AnalyzerTest Test(Func<Document, ImmutableArray<Diagnostic>, Task<Document>> fix, FixAllProvider fixAll)
        => Test(
            context =>
            {
                context.RegisterCodeFix(CodeAction.Create("Fix it", _ => fix(context.Document, context.Diagnostics), "fix"), context.Diagnostics);
                return Task.CompletedTask;
            },
            fixAll);

    public static AnalyzerTest Test(Func<CodeFixContext, Task> register, FixAllProvider? fixAll)
        => AnalyzerTest.For<BadCallAnalyzer>().WithFix(() => new DelegatingFix(register, fixAll));

    /// <summary>A fix of a whole solution. Its Fix All does the same.</summary>
    public static AnalyzerTest OfSolution(Func<Document, Task<Solution>> fix) => Test(
        context =>
        {
            context.RegisterCodeFix(CodeAction.Create("Fix it", _ => fix(context.Document), "fix"), context.Diagnostics);
            return Task.CompletedTask;
        },
        new DelegatingFixAll(context => Task.FromResult<CodeAction?>(CodeAction.Create("Fix all", _ => fix(context.Document!), "fix"))));

    /// <summary>Replaces text, as a fix that knows nothing of syntax.</summary>
    public static async Task<Document> ReplaceAsync(Document document, string old, string @new)
        => document.WithText(Microsoft.CodeAnalysis.Text.SourceText.From(
            (await document.GetTextAsync()).ToString().Replace(old, @new, StringComparison.Ordinal)));
}

internal sealed class DelegatingFixAll(Func<FixAllContext, Task<CodeAction?>> getFix) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => getFix(fixAllContext);
}
