using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Testing.Tests;

/// <summary>What only Fix All gets wrong.</summary>
public sealed class FixAllTests
{
    private const string Two = "class C { void Bad() { } void Good() { } void M() { [|Bad|](); [|Bad|](); } }";
    private const string TwoFixed = "class C { void Bad() { } void Good() { } void M() { Good(); Good(); } }";

    [Fact]
    public async Task BatchFixerThatDropsEdits_Fails()
    {
        // Each fix writes a property at the same place: of two insertions there only one survives, with one call left as it was.
        var dropping = DelegatingFix.Test(AddPropertyAsync, WellKnownFixAllProviders.BatchFixer);

        var failure = await FailureOf(dropping.Fixes(
            Two,
            into: "class C { int P1 => 0; int P0 => 0; void Bad() { } void Good() { } void M() { Good(); Good(); } }"));

        Assert.StartsWith("Fix All in Document", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task ResultOfItsOwn_IsExpectedWithFixAllInto() => DelegatingFix
        .Test(AddPropertyAsync, FixAllProvider.Create(async (_, d, all) => await AddPropertyAsync(d, all)))
        .FixAllInto("class C { int P0 => 0; void Bad() { } void Good() { } void M() { Good(); Good(); } }")
        .Fixes(Two, into: "class C { int P1 => 0; int P0 => 0; void Bad() { } void Good() { } void M() { Good(); Good(); } }");

    [Fact]
    public async Task ResultOfItsOwn_IsVerifiedToo()
    {
        var fix = DelegatingFix.Test(
            RenameBadCallFix.FixAsync,
            FixAllProvider.Create(async (_, d, _) => (Document?)await DelegatingFix.ReplaceAsync(d, "Bad();", "Gone();")));

        await Says("The fixed code doesn't compile", fix.FixAllInto(TwoFixed.Replace("{ Good(); Good(); }", "{ Gone(); Gone(); }", StringComparison.Ordinal)).Fixes(Two, into: TwoFixed));
    }

    [Fact]
    public Task LeavesDiagnostics_Fails() => Says(
        "Fix All in Document left something to fix",
        DelegatingFix.Test(RenameBadCallFix.FixAsync, FixAllProvider.Create(async (_, d, all) => (Document?)await RenameBadCallFix.FixAsync(d, [all[0]])))
            .Fixes(Two, into: TwoFixed));

    [Fact]
    public async Task ForgetsOtherProjects_Fails()
    {
        var fix = DelegatingFix.Test(RenameBadCallFix.FixAsync, new DelegatingFixAll(async context =>
        {
            var solution = context.Solution;
            foreach (var document in context.Scope == FixAllScope.Document ? [context.Document!] : context.Project.Documents)
            {
                var all = await context.GetDocumentDiagnosticsAsync(document);
                solution = solution.WithDocumentText(document.Id, await (await RenameBadCallFix.FixAsync(document, all)).GetTextAsync());
            }

            return CodeAction.Create("Fix all", _ => Task.FromResult(solution), "fix");
        }));

        await Says(
            "Fix All in Solution left something to fix: T0001 at /0/B/",
            fix.Fixes($"# project A\n-- C.cs\n{Two}\n# project B\n-- C.cs\n{Two}\n", into: $"# project A\n-- C.cs\n{TwoFixed}\n# project B\n-- C.cs\n{TwoFixed}\n"));
    }

    [Fact]
    public Task FixesWhatIsFixedAgain_Fails() => Says(
        "isn't idempotent",
        DelegatingFix.Test(RenameBadCallFix.FixAsync, new DelegatingFixAll(context => Task.FromResult<CodeAction?>(CodeAction.Create(
            "Fix all",
            async _ =>
            {
                var all = await context.GetDocumentDiagnosticsAsync(context.Document!);
                return all.IsEmpty
                    ? await DelegatingFix.ReplaceAsync(context.Document!, "class", "/* again */ class")
                    : await RenameBadCallFix.FixAsync(context.Document!, all);
            },
            "fix")))).Fixes(Two, into: TwoFixed));

    [Fact]
    public async Task NeedsAKeyWhereTheFirstDiagnosticHasNoFix_FailsAsInDotnetFormat()
    {
        const string Code = "static class A { public static void Bad() => [|Bad|](); } class C { void Bad() { } void Good() { } void M() { [|Bad|](); } }";
        const string Fixed = "static class A { public static void Bad() => [|Bad|](); } class C { void Bad() { } void Good() { } void M() { Good(); } }";
        var wellBehaved = new RenameBadCallFix();
        var fix = DelegatingFix.Test(
            wellBehaved.RegisterCodeFixesAsync,
            FixAllProvider.Create(async (context, d, all) => context.CodeActionEquivalenceKey is null ? d : await RenameBadCallFix.FixAsync(d, all)));

        await Says("'dotnet format analyzers' doesn't make the expected code", fix.Fixes(Code, into: Fixed));
    }

    [Fact]
    public async Task CountsDiagnosticsTwice_FailsAsInDotnetFormat()
    {
        var fix = DelegatingFix.Test(RenameBadCallFix.FixAsync, new DelegatingFixAll(async context =>
        {
            var project = await context.GetProjectDiagnosticsAsync(context.Project);
            var all = await context.GetDocumentDiagnosticsAsync(context.Document!);
            return CodeAction.Create(
                "Fix all",
                async _ =>
                {
                    var document = await RenameBadCallFix.FixAsync(context.Document!, all);
                    return project.IsEmpty ? document : await DelegatingFix.ReplaceAsync(document, "class", "/* twice */ class");
                },
                "fix");
        }));

        await Says("'dotnet format analyzers' doesn't make the expected code", fix.Fixes(Two, into: TwoFixed));
    }

    [Fact]
    public async Task FixesWhatNoFixIsOfferedFor_Fails()
    {
        var fix = DelegatingFix.Test(_ => Task.CompletedTask, FixAllProvider.Create(async (_, d, all) => (Document?)await RenameBadCallFix.FixAsync(d, all)));

        await Says("Fix All fixes what no fix is offered for", fix.OffersNoFix(Two));
        await fix.WithoutFixAllCheck().OffersNoFix(Two);
    }

    // Properties are numbered so that a fix after another one adds its own.
    private static async Task<Document> AddPropertyAsync(Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var text = await (await RenameBadCallFix.FixAsync(document, diagnostics)).GetTextAsync();
        var number = text.ToString().Split("int P").Length - 1;
        return document.WithText(text.Replace(new TextSpan("class C {".Length, 0), $" int P{number} => 0;"));
    }

    private static Task<AnalyzerTestException> FailureOf(Task run) => Assert.ThrowsAsync<AnalyzerTestException>(() => run);

    private static async Task Says(string expected, Task run) => Assert.Contains(expected, (await FailureOf(run)).Message, StringComparison.Ordinal);
}
