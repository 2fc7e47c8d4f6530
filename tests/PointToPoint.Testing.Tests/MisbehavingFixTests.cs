using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Testing.Tests;

/// <summary>Every way in which a fix can be wrong fails its test, and says why.</summary>
public sealed class MisbehavingFixTests
{
    private const string One = "class C { void Bad() { } void Good() { } void M() => [|Bad|](); }";
    private const string OneFixed = "class C { void Bad() { } void Good() { } void M() => Good(); }";
    private const string Two = "class C { void Bad() { } void Good() { } void M() { [|Bad|](); [|Bad|](); } }";
    private const string TwoFixed = "class C { void Bad() { } void Good() { } void M() { Good(); Good(); } }";

    [Fact]
    public Task NoExport_Fails() => Says("isn't exported for C#", Rename(() => new NotExported()).Fixes(One, into: OneFixed));

    [Fact]
    public Task NotShared_Fails() => Says("isn't [Shared]", Rename(() => new NotShared()).Fixes(One, into: OneFixed));

    [Fact]
    public async Task FixAllThere_MustBeSaid()
    {
        var without = DelegatingFix.Test(Register("Good"), null);

        await Says("has no Fix All provider", without.Fixes(One, into: OneFixed));
        await Says("the test says WithoutFixAll", Rename(() => new RenameBadCallFix()).WithoutFixAll().Fixes(One, into: OneFixed));
        await without.WithoutFixAll().Fixes(Two, into: TwoFixed);
    }

    [Fact]
    public Task FixAllWithoutSolution_Fails() => Says(
        "lacks the scope Solution",
        DelegatingFix.Test(
            RenameBadCallFix.FixAsync,
            FixAllProvider.Create(async (_, document, all) => await RenameBadCallFix.FixAsync(document, all), [FixAllScope.Document, FixAllScope.Project]))
        .Fixes(One, into: OneFixed));

    [Fact]
    public Task FixedCodeThatDoesNotCompile_Fails() => Says(
        "The fixed code doesn't compile",
        DelegatingFix.Test((d, _) => DelegatingFix.ReplaceAsync(d, "=> Bad", "=> Gone"))
            .Fixes(One, into: "class C { void Bad() { } void Good() { } void M() => Gone(); }"));

    [Fact]
    public async Task NewCompilerWarning_Fails()
    {
        var fix = DelegatingFix.Test((d, _) => DelegatingFix.ReplaceAsync(d, "{ Bad();", "{ int x;"));
        const string Code = "class C { void Bad() { } void M() { [|Bad|](); } void N() { int y; } }";
        const string Fixed = "class C { void Bad() { } void M() { int x; } void N() { int y; } }";

        await Says("CS0168: The variable 'x'", fix.Fixes(Code, into: Fixed));
        await fix.AllowNewWarnings("CS0168").Fixes(Code, into: Fixed);
        await fix.Fixes(Code, into: "class C { void Bad() { } void M() { int {|CS0168:x|}; } void N() { int {|CS0168:y|}; } }");
    }

    [Fact]
    public async Task OneMoreOfAnAllowedError_Fails()
    {
        var fix = DelegatingFix.Test((d, _) => DelegatingFix.ReplaceAsync(d, "=> Bad();", "{ Missing? x = null; }")).AllowErrors("CS0246");

        await Says(
            "CS0246: The type or namespace name 'Missing'",
            fix.Fixes("class C { Missing? F; void Bad() => [|Bad|](); }", into: "class C { Missing? F; void Bad() { Missing? x = null; } }"));
    }

    [Fact]
    public Task ChangesNothing_Fails() => Says(
        "The fix 'Fix it' for T0001 at /0/TestProject/Test0.cs(1,54)-(1,57) changes nothing", DelegatingFix.Test((d, _) => Task.FromResult(d)).Fixes(One, into: OneFixed));

    [Fact]
    public Task GoesRoundInACircle_Fails() => Says(
        "goes round in a circle",
        DelegatingFix.Test(async (d, _) => (await d.GetTextAsync()).ToString().Contains("/*x*/", StringComparison.Ordinal)
            ? await DelegatingFix.ReplaceAsync(d, "/*x*/", "")
            : await DelegatingFix.ReplaceAsync(d, "class", "/*x*/class")).Fixes(Two, into: TwoFixed));

    [Fact]
    public Task NeverEnds_Fails() => Says(
        "After as many fixes as there were diagnostics (2)",
        DelegatingFix.Test((d, _) => DelegatingFix.ReplaceAsync(d, "class", "/*x*/class")).Fixes(Two, into: TwoFixed));

    [Fact]
    public async Task EditsAnotherFile_FailsAndShowsIt()
    {
        var failure = await FailureOf(DelegatingFix.OfSolution(async d =>
            {
                var other = d.Project.Documents.Single(o => o.Name == "Other.cs");
                var solution = (await RenameAsync(d)).Project.Solution;
                return solution.WithDocumentText(other.Id, SourceText.From("class Changed;"));
            })
            .Fixes($"-- Test0.cs\n{One}\n-- Other.cs\nclass Other;", into: $"-- Test0.cs\n{OneFixed}\n"));

        Assert.Contains("-- Other.cs\nclass Changed;", failure.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditsTheImplicitUsings_FailsAndShowsThem()
    {
        var failure = await FailureOf(DelegatingFix.OfSolution(async d =>
            {
                var other = d.Project.Documents.Single(o => o.Name.EndsWith(".g.cs", StringComparison.Ordinal));
                return (await RenameAsync(d)).Project.Solution.WithDocumentText(other.Id, SourceText.From("// changed"));
            })
            .Fixes(One, into: OneFixed));

        Assert.Contains("// changed", failure.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddsAFile_ItMustBeDeclared()
    {
        var adding = DelegatingFix.OfSolution(async d =>
        {
            var project = (await RenameAsync(d)).Project;
            return project.Documents.Any(o => o.Name == "New.cs") ? project.Solution : project.AddDocument("New.cs", "class New;", ["Deep"]).Project.Solution;
        });

        var failure = await FailureOf(adding.Fixes(One, into: OneFixed));

        Assert.Equal($"-- Test0.cs\n{OneFixed}\n-- Deep/New.cs\nclass New;", failure.Actual);
        await adding.Fixes($"-- Test0.cs\n{One}\n", into: failure.Actual);
    }

    [Fact]
    public Task AddsAnAdditionalFile_Fails() => Says(
        "adds an additional file",
        DelegatingFix.OfSolution(d => Task.FromResult(d.Project.AddAdditionalDocument("p2p.json", "{}").Project.Solution)).Fixes(One, into: OneFixed));

    [Fact]
    public Task RemovesAFile_Fails() => Says(
        "removes a file", DelegatingFix.OfSolution(d => Task.FromResult(d.Project.Solution.RemoveDocument(d.Id))).Fixes(One, into: OneFixed));

    [Fact]
    public Task ChangesOptions_Fails() => Says(
        "changes references or options",
        DelegatingFix.OfSolution(d => Task.FromResult(
            d.Project.WithCompilationOptions(d.Project.CompilationOptions!.WithOverflowChecks(true)).Solution)).Fixes(One, into: OneFixed));

    [Fact]
    public Task LeavesWrongTree_IsJudgedByItsText() => Says(
        "The fixed code doesn't compile",
        DelegatingFix.Test(async (d, _) =>
        {
            // The identifier's text is not an identifier, which only parsing again shows.
            var root = await d.GetSyntaxRootAsync();
            var token = root!.DescendantTokens().Last(t => t.ValueText == "Bad");
            return d.WithSyntaxRoot(root.ReplaceToken(token, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.Identifier("Good Good")));
        }).Fixes(One, into: OneFixed.Replace("=> Good", "=> Good Good", StringComparison.Ordinal)));

    [Fact]
    public Task LinkedFileGetsTwoTexts_Fails() => Says(
        "different texts in different projects",
        DelegatingFix.OfSolution(d => Task.FromResult(d.Project.Solution.GetDocumentIdsWithFilePath(d.FilePath).Aggregate(
            d.Project.Solution, (all, id) => all.WithDocumentText(id, SourceText.From($"class {all.GetProject(id.ProjectId)!.Name};")))))
        .Fixes($"-- C.cs\n{One}\n# project A\n# project B\n", into: $"-- C.cs\n{OneFixed}\n"));

    [Fact]
    public async Task MixedLineEndings_Fail()
    {
        var failure = await FailureOf(DelegatingFix.Test((d, _) => DelegatingFix.ReplaceAsync(d, "Bad();", "Good\n();"))
            .WithLineEnding("\r\n")
            .Fixes("class C\n{ void Bad() { } void Good() { } void M() => [|Bad|](); }", into: "class C\n{ void Bad() { } void Good() { } void M() => Good\n(); }"));

        Assert.Contains("-   Good␍", failure.Message.Replace("{ void Bad() { } void Good() { } void M() => ", "  ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoFixesWithOneKey_Fail() => await Says(
        "have the equivalence key 'same'",
        DelegatingFix.Test(Register(("A", "Good", "same"), ("B", "Good", "same")), WellKnownFixAllProviders.BatchFixer).Fixes(One, into: OneFixed));

    [Fact]
    public async Task FixWithoutKey_Fails() => await Says(
        "'A' has no equivalence key", DelegatingFix.Test(Register(("A", "Good", null)), WellKnownFixAllProviders.BatchFixer).Fixes(One, into: OneFixed));

    [Fact]
    public async Task SeveralFixes_AreChosenByKeyOrIndex()
    {
        var two = DelegatingFix.Test(Register(("A", "Good", "a"), ("B", "Fine", "b")), WellKnownFixAllProviders.BatchFixer);
        var code = Two.Replace("void Good", "void Fine() { } void Good", StringComparison.Ordinal);
        var good = code.Replace("[|Bad|]", "Good", StringComparison.Ordinal);
        var fine = code.Replace("[|Bad|]", "Fine", StringComparison.Ordinal);

        await two.Fixes(code, into: good);
        await two.WithCodeAction("a").Fixes(code, into: good);
        await two.WithCodeAction("b").Fixes(code, into: fine);
        await two.WithCodeAction(1).Fixes(code, into: fine);
        await FailureOf(two.WithCodeAction("b").Fixes(code, into: good));
    }

    [Fact]
    public async Task CrashOfAFix_FailsWithItsStack()
    {
        await Crashes(DelegatingFix.Test(_ => throw new InvalidOperationException("Deliberately."), WellKnownFixAllProviders.BatchFixer));
        await Crashes(DelegatingFix.Test((_, _) => throw new InvalidOperationException("Deliberately.")));
        await Crashes(DelegatingFix.Test(RenameBadCallFix.FixAsync, new DelegatingFixAll(_ => throw new InvalidOperationException("Deliberately."))));

        static async Task Crashes(AnalyzerTest test)
        {
            var failure = await FailureOf(test.Fixes(One, into: OneFixed));

            Assert.Contains("crashed", failure.Message, StringComparison.Ordinal);
            Assert.Contains("Deliberately.", failure.Message, StringComparison.Ordinal);
            Assert.Contains($"at {typeof(MisbehavingFixTests).FullName}", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public Task ActionWithoutAChange_Fails() => Says(
        "yields 0 ApplyChangesOperation among 1 operations",
        DelegatingFix.Test(
            context =>
            {
                context.RegisterCodeFix(new OtherOperation(), context.Diagnostics);
                return Task.CompletedTask;
            },
            WellKnownFixAllProviders.BatchFixer).Fixes(One, into: OneFixed));

    private static AnalyzerTest Rename(Func<CodeFixProvider> fix) => AnalyzerTest.For<BadCallAnalyzer>().WithFix(fix);

    private static Func<CodeFixContext, Task> Register(string name) => Register(("Fix it", name, "fix"));

    private static Func<CodeFixContext, Task> Register(params (string Title, string Name, string? Key)[] fixes) => context =>
    {
        foreach (var (title, name, key) in fixes)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    title,
                    async cancel => context.Document.WithText((await context.Document.GetTextAsync(cancel)).Replace(context.Span, name)),
                    key),
                context.Diagnostics);
        }

        return Task.CompletedTask;
    };

    private static Task<Document> RenameAsync(Document document) => DelegatingFix.ReplaceAsync(document, "=> Bad", "=> Good");

    private static Task<AnalyzerTestException> FailureOf(Task run) => Assert.ThrowsAsync<AnalyzerTestException>(() => run);

    private static async Task Says(string expected, Task run) => Assert.Contains(expected, (await FailureOf(run)).Message, StringComparison.Ordinal);

    private sealed class OtherOperation : CodeAction
    {
        public override string Title => "Other";

        public override string EquivalenceKey => "other";

        protected override Task<IEnumerable<CodeActionOperation>> ComputeOperationsAsync(CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<CodeActionOperation>>([new Nothing()]);

        private sealed class Nothing : CodeActionOperation;
    }
}

internal sealed class NotExported : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [Rules.BadCall.Id];

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Task.CompletedTask;
}

[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class NotShared : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [Rules.BadCall.Id];

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Task.CompletedTask;
}
