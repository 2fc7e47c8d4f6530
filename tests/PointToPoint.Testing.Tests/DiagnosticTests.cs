using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing.Tests;

public sealed class DiagnosticTests
{
    private static readonly AnalyzerTest Test = AnalyzerTest.For<BadCallAnalyzer>();

    [Fact]
    public Task MarkedCall_Passes() => Test.Reports("""
        class C
        {
            void Bad() => [|Bad|]();
            void M() => this.{|T0001:Bad|}();
        }
        """);

    [Fact]
    public async Task CallReportedAndNotMarked_FailsWithTextToPaste()
    {
        var failure = await FailureOf(Test.IsQuiet("class C { void Bad() => Bad(); }"));

        Assert.Contains("Not expected: T0001 at /0/TestProject/Test0.cs(1,25)-(1,28): 'Bad' is bad", failure.Message, StringComparison.Ordinal);
        Assert.Equal("class C { void Bad() => [|Bad|](); }", failure.Actual);
        await Test.Reports(failure.Actual);
    }

    [Theory]
    [InlineData("class C { void Bad() => [|Bad()|]; }")]
    [InlineData("class C { void Bad() => [|Ba|]d(); }")]
    [InlineData("class C { void Bad() => B[|ad|](); }")]
    [InlineData("class C { void [|Bad|]() => [|Bad|](); }")]
    [InlineData("class C { void Bad() => [|[|Bad|]|](); }")]
    public async Task WrongMarkup_FailsWithTheRightOne(string code)
    {
        var failure = await FailureOf(Test.Reports(code));

        Assert.Equal("class C { void Bad() => [|Bad|](); }", failure.Actual);
    }

    [Fact]
    public async Task MarkedAndNotReported_FailsWithTextToPaste()
    {
        var failure = await FailureOf(Test.Reports("class C { void [|Good|]() { } }"));

        Assert.Contains("Not reported: T0001", failure.Message, StringComparison.Ordinal);
        await Test.IsQuiet(failure.Actual);
    }

    [Fact]
    public async Task ReportedTwiceAtOnePlace_Fails()
    {
        var twice = Misbehaving.Reporting((d, _) => [d, d]);

        var failure = await FailureOf(twice.Reports("class C { void Bad() => [|Bad|](); }"));

        await twice.Reports(failure.Actual);
    }

    [Fact]
    public async Task MarkupWrong_EverythingElseStaysAsWritten()
    {
        var failure = await FailureOf(Test.Reports(
            """

            # project Lib (IsTestProject=false)

            -- A.cs
            public static class A { public static void {|#0:Bad|}() => [|Bad|](); }
            -- B.cs
            class B { void M() => A.Bad(); }
            -- notes.txt
            Some text
            """,
            new DiagnosticResult("T0001").WithLocation(0)));

        Assert.Equal(
            """

            # project Lib (IsTestProject=false)

            -- A.cs
            public static class A { public static void {|#0:Bad|}() => [|Bad|](); }
            -- B.cs
            class B { void M() => A.[|Bad|](); }
            -- notes.txt
            Some text
            """,
            failure.Actual);
    }

    [Fact]
    public async Task MessageSeverityPropertyAndAdditionalLocation_AreCompared()
    {
        const string Code = "class C { void {|#1:Bad|}() => {|#0:Bad|}(); }";
        var right = new DiagnosticResult("T0001").WithLocation(0).WithAdditionalLocation(1)
            .WithMessage("'Bad' is bad").WithSeverity(DiagnosticSeverity.Warning).WithProperty("method", "Bad").WithProperty("none", null);

        await Test.Reports(Code, right);
        foreach (var (wrong, expected) in new[]
        {
            (right.WithMessage("Other"), ".WithMessage(\"'Bad' is bad\")"),
            (right.WithSeverity(DiagnosticSeverity.Error), "severity: expected Error but it is Warning"),
            (right.WithProperty("method", "Other"), "property 'method': expected \"Other\" but it is \"Bad\""),
            (right.WithProperty("method", null), "property 'method': expected (absent) but it is \"Bad\""),
            (right.WithProperty("none", ""), "property 'none': expected \"\" but it is (absent)"),
            (right.WithAdditionalLocation(0), "additional locations: expected"),
            (right.WithNoAdditionalLocations(), "additional locations: expected none"),
        })
        {
            Assert.Contains(expected, (await FailureOf(Test.Reports(Code, wrong))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task MessageAndPropertyOfMarkup_AreCompared()
    {
        const string Code = "class C { void Bad() => [|Bad|](); }";

        await Test.WithMessage("'Bad' is bad").WithProperty("arguments", "0").Reports(Code);
        Assert.Contains(".WithMessage(\"'Bad' is bad\")", (await FailureOf(Test.WithMessage("x").Reports(Code))).Message, StringComparison.Ordinal);
        Assert.Contains(".WithProperty(\"arguments\", \"0\")", (await FailureOf(Test.WithProperty("arguments", "1").Reports(Code))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpectationsOfOnePlace_AreMatchedByTheirDetails()
    {
        var two = Misbehaving.Reporting((d, _) =>
            [Diagnostic.Create(Rules.BadCall, d.Location, "first"), Diagnostic.Create(Rules.BadCall, d.Location, "second")]);

        await two.Reports(
            "class C { void Bad() => {|#0:[|Bad|]|}(); }",
            new DiagnosticResult("T0001").WithLocation(0).WithMessage("'second' is bad"));
    }

    [Fact]
    public async Task AnalyzerThrows_FailsWithItsStack()
    {
        var crashing = Misbehaving.Calls(_ => throw new InvalidOperationException("Deliberately."));

        var failure = await FailureOf(crashing.IsQuiet("class C { void Bad() => Bad(); }"));

        Assert.Contains("crashed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Deliberately.", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"at {typeof(DiagnosticTests).FullName}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RuleThatTheAnalyzerDoesNotDeclare_IsACrash()
    {
        var undeclared = Misbehaving.Reporting((d, _) => [Diagnostic.Create(Rules.BadName, d.Location, "x")]);

        var failure = await FailureOf(undeclared.IgnoringRules("T0001").IsQuiet("class C { void Bad() => Bad(); }"));

        Assert.Contains("'T0002' is not supported by the analyzer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerThatChanges_Fails()
    {
        var runs = 0;
        var changing = Misbehaving.Reporting((d, _) => [Diagnostic.Create(Rules.BadCall, d.Location, Interlocked.Increment(ref runs))]);

        var failure = await FailureOf(changing.Reports("class C { void Bad() => [|Bad|](); }"));

        Assert.Contains("with different answers", failure.Message, StringComparison.Ordinal);
        Assert.Contains("+ T0001 Warning /0/TestProject/Test0.cs(1,25)-(1,28): '2' is bad", failure.Message, StringComparison.Ordinal);
        await changing.WithoutRepeatCheck().WithoutGeneratedCodeCheck().Reports("class C { void Bad() => [|Bad|](); }");
    }

    [Fact]
    public async Task PropertyThatChanges_Fails()
    {
        var runs = 0;
        var changing = Misbehaving.Reporting((d, _) =>
            [Diagnostic.Create(Rules.BadCall, d.Location, ImmutableDictionary<string, string?>.Empty.Add("run", $"{Interlocked.Increment(ref runs)}"), "x")]);

        Assert.Contains("run = 2", (await FailureOf(changing.Reports("class C { void Bad() => [|Bad|](); }"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "auto-generated")]
    [InlineData(false, "generated_code = true")]
    public async Task ReportInGeneratedCode_Fails(bool knowsOption, string expected)
    {
        var test = Misbehaving.InGeneratedCode((tree, options) => knowsOption
            ? options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue("generated_code", out var value) && value == "true"
            : tree.ToString().Contains("<auto-generated", StringComparison.Ordinal));

        var failure = await FailureOf(test.Reports("class [|Bad|];"));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        await test.WithoutGeneratedCodeCheck().Reports("class [|Bad|];");
    }

    [Fact]
    public async Task RestoredPragma_FailsThePragmaCheck()
    {
        const string Code = """
            #pragma warning restore T0001
            class C { void Bad() => [|Bad|](); }
            """;

        var failure = await FailureOf(Test.Reports(Code));

        Assert.Contains("WithoutPragmaCheck", failure.Message, StringComparison.Ordinal);
        await Test.WithoutPragmaCheck().Reports(Code);
    }

    [Fact]
    public Task PragmaInTheCode_IsHonoured() => Test.IsQuiet("""
        class C
        {
            void Bad() { }
        #pragma warning disable T0001
            void M() => Bad();
        }
        """);

    [Fact]
    public async Task CodeThatDoesNotCompile_Fails()
    {
        var failure = await FailureOf(Test.IsQuiet("class C { Missing M() => null; }"));

        Assert.Contains("CS0246", failure.Message, StringComparison.Ordinal);
        Assert.Contains("   1  class C", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorAllowedById_PassesAndOthersDoNot()
    {
        await Test.AllowErrors("CS0246").Reports("class C { Missing M() => null; void Bad() => [|Bad|](); }");

        await FailureOf(Test.AllowErrors("CS0103").IsQuiet("class C { Missing M() => null; }"));
    }

    [Fact]
    public async Task MarkedCompilerError_MustBeThere()
    {
        await Test.IsQuiet("class C { {|CS0246:Missing|} M() => null; }");

        Assert.Equal("class C { {|CS0246:Missing|} M() => null; }", (await FailureOf(Test.IsQuiet("class C { {|CS0246:Missing M|}() => null; }"))).Actual);
    }

    [Fact]
    public async Task MarkedCompilerWarning_MustBeThere()
    {
        await Test.IsQuiet("class C { void M() { int {|CS0168:x|}; } }");

        await FailureOf(Test.IsQuiet("class C { int M() { int {|CS0168:x|} = 1; return x; } }"));
    }

    [Fact]
    public async Task HiddenDiagnostic_IsComparedUnlessItsRuleIsIgnored()
    {
        var hidden = Misbehaving.InGeneratedCode((_, _) => false).WithoutGeneratedCodeCheck();

        await FailureOf(hidden.IsQuiet("class Bad;"));
        await hidden.IgnoringRules("T0002").IsQuiet("class Bad;");
    }

    [Fact]
    public async Task TestThatContradictsItself_Fails()
    {
        await Says("none of its analyzers", Test.IgnoringRules("T9999").IsQuiet("class C;"));
        await Says("expects T0001 and ignores it", Test.IgnoringRules("T0001").Reports("class C { void Bad() => [|Bad|](); }"));
        await Says("none of its analyzers", Test.Reports("class {|T9999:C|};"));
        await Says("none of its analyzers", Test.Reports("class {|#0:C|};", new DiagnosticResult("T9999").WithLocation(0)));
        await Says("isn't in the code", Test.Reports("class C;", new DiagnosticResult("T0001").WithLocation(0)));
        await Says("marked twice", Test.Reports("class {|#0:C|}; class {|#0:D|};", new DiagnosticResult("T0001").WithLocation(0)));
        await Says("Nothing is expected", Test.Reports("class C;"));
        await Says("say Reports", Test.IsQuiet("class [|C|];"));
        await Says("has no analyzer", AnalyzerTest.For().IsQuiet("class C;"));
        await Says("is ambiguous", Test.WithAnalyzer<BadNameAnalyzer>().Reports("class [|C|];"));

        static async Task Says(string expected, Task run) => Assert.Contains(expected, (await FailureOf(run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task SeveralAnalyzers_AreRunTogether() => Test.WithAnalyzer<BadNameAnalyzer>().WithDefaultRule("T0002").Reports("""
        class [|BadName|]
        {
            void Bad() => {|T0001:Bad|}();
        }
        """);

    [Fact]
    public async Task DiagnosticWithoutLocation_IsExpectedByTheListAlone()
    {
        var test = AnalyzerTest.For(() => new DelegatingAnalyzer(
            context =>
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
                context.RegisterCompilationAction(c => c.ReportDiagnostic(Diagnostic.Create(Rules.BadCall, Location.None, "all")));
            },
            Rules.BadCall));

        await test.Reports("class C;", new DiagnosticResult("T0001").WithMessage("'all' is bad"));
        Assert.Contains("T0001 at no location: 'all' is bad", (await FailureOf(test.IsQuiet("class C;"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnostics_ReturnsWhatWasReported()
    {
        var diagnostic = Assert.Single(await Test.Diagnostics("class C { void Bad() => Bad(); }"));

        Assert.Equal("0", diagnostic.Properties["arguments"]);
        await FailureOf(Test.Diagnostics("class C { Missing M() => null; }"));
    }

    [Fact]
    public async Task BranchOfATest_LeavesTheTestAsItWas()
    {
        await Test.IgnoringRules("T0001").IsQuiet("class C { void Bad() => Bad(); }");

        await Test.Reports("class C { void Bad() => [|Bad|](); }");
    }

    [Fact]
    public Task PropertiesAlone_RunAsMicrosoftsLibraryDoes()
        => (Test with { TestCode = "class C { void Bad() => [|Bad|](); }", TestBehaviors = TestBehaviors.SkipPragmaCheck }).RunAsync();

    private static Task<AnalyzerTestException> FailureOf(Task run) => Assert.ThrowsAsync<AnalyzerTestException>(() => run);
}
