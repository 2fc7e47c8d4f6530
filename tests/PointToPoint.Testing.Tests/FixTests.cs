namespace PointToPoint.Testing.Tests;

/// <summary>Fixes that behave, and expectations of them that are wrong.</summary>
public sealed class FixTests
{
    private const string Before = "class C { void Bad() { } void Good() { } void M() => [|Bad|](); }";
    private const string After = "class C { void Bad() { } void Good() { } void M() => Good(); }";

    private static readonly AnalyzerTest Test = AnalyzerTest.For<BadCallAnalyzer>().WithFix<RenameBadCallFix>();

    [Fact]
    public Task SeveralCalls_AreFixed() => Test.Fixes(
        """
        class C
        {
            void Bad() { }
            void Good() { }
            void M()
            {
                [|Bad|]();
                [|Bad|]();
            }
        }
        """,
        into: """
        class C
        {
            void Bad() { }
            void Good() { }
            void M()
            {
                Good();
                Good();
            }
        }
        """);

    [Fact]
    public Task FirstDiagnosticWithoutFix_OthersAreFixed() => Test.Fixes(
        """
        # project Lib
        -- A.cs
        public static class A
        {
            public static void Bad() { }
            public static void Good() => [|Bad|]();
        }
        # project App -> Lib
        -- B.cs
        class B { void M() => A.[|Bad|](); }
        -- C.cs
        class C { void M() => A.[|Bad|](); }
        """,
        into: """
        # project App
        -- B.cs
        class B { void M() => A.Good(); }
        -- C.cs
        class C { void M() => A.Good(); }
        """);

    [Fact]
    public Task FileBehindItsPathFromAboveAllProjects_IsFixed() => Test.Fixes(
        $"""
        # project src/A
        -- Deep/C.cs
        {Before}
        # project B
        """,
        into: $"""
        -- src/A/Deep/C.cs
        {After}

        """);

    [Fact]
    public Task LinkedFile_IsFixedInAllProjects() => Test.Fixes(
        $"""
        -- C.cs
        {Before}
        # project A
        # project B
        """,
        into: $"""
        -- C.cs
        {After}

        """);

    [Fact]
    public Task PropertiesAlone_RunAsMicrosoftsLibraryDoes()
        => (Test with { TestCode = Before, FixedCode = After, CodeActionEquivalenceKey = RenameBadCallFix.Key }).RunAsync();

    [Fact]
    public Task WindowsLineEndings_AreKept() => Test.WithLineEnding("\r\n").Fixes(
        Before.Replace("} ", "}\n", StringComparison.Ordinal), into: After.Replace("} ", "}\n", StringComparison.Ordinal));

    [Fact]
    public async Task OtherCodeExpected_FailsWithTextToPaste()
    {
        var failure = await FailureOf(Test.Fixes(Before, into: After.Replace("Good()", "Fine()", StringComparison.Ordinal)));

        Assert.Contains("- class C { void Bad() { } void Fine() { } void M() => Fine(); }", failure.Message, StringComparison.Ordinal);
        Assert.Contains("+ class C { void Bad() { } void Good() { } void M() => Good(); }", failure.Message, StringComparison.Ordinal);
        Assert.Equal(After, failure.Actual);
        await Test.Fixes(Before, into: failure.Actual);
    }

    [Fact]
    public async Task OtherCodeExpectedInSeveralFiles_FailsWithAllThatChanged()
    {
        const string Code = """
            # project A
            -- 1.cs
            static class A { public static void Bad() { } public static void Good() { } }
            -- 2.cs
            class B { void M() => A.[|Bad|](); }
            -- 3.cs
            class C { void M() => A.[|Bad|](); }
            """;

        var failure = await FailureOf(Test.Fixes(Code, into: "-- 2.cs\nclass B { }\n"));

        Assert.Equal("-- 2.cs\nclass B { void M() => A.Good(); }\n\n-- 3.cs\nclass C { void M() => A.Good(); }", failure.Actual);
        await FailureOf(Test.Fixes(Code, into: "-- 2.cs\nclass B { void M() => A.Good(); }\n"));
    }

    [Fact]
    public async Task DiagnosticLeft_MustBeMarked()
    {
        const string Code = "static class S { public static void Bad() => [|Bad|](); } class C { void Good() { } void Bad() { } void M() => [|Bad|](); }";
        const string Unmarked = "static class S { public static void Bad() => Bad(); } class C { void Good() { } void Bad() { } void M() => Good(); }";

        var failure = await FailureOf(Test.Fixes(Code, into: Unmarked));

        Assert.StartsWith("The fixed code doesn't have the expected diagnostics.", failure.Message, StringComparison.Ordinal);
        await Test.Fixes(Code, into: failure.Actual);
    }

    [Fact]
    public async Task MarkedDiagnosticNotLeft_Fails()
        => Assert.Equal(After, (await FailureOf(Test.Fixes(Before, into: After.Replace("=> Good", "=> [|Good|]", StringComparison.Ordinal)))).Actual);

    [Fact]
    public async Task DiagnosticOfTheCodeItself_IsComparedFirst()
        => Assert.StartsWith(
            "The diagnostics are not the expected ones.",
            (await FailureOf(Test.Fixes(Before.Replace("[|Bad|]", "Bad", StringComparison.Ordinal), into: After))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task ExpectationThatMeansNothing_Fails()
    {
        await Says("is the code itself", Test.Fixes(Before, into: Before));
        await Says("has no code fix", AnalyzerTest.For<BadCallAnalyzer>().Fixes(Before, into: After));
        await Says("has no project 'B'", Test.Fixes(Before, into: "# project B\n-- X.cs\n"));
        await Says("say with '-- Name.cs'", Test.Fixes(Before + "\n-- B.cs\n", into: After));
        await Says("and the analyzers report T0002", AnalyzerTest.For<BadNameAnalyzer>().WithFix<RenameBadCallFix>().Fixes(Before, into: After));
    }

    [Fact]
    public async Task StaticClass_OffersNoFix()
    {
        await Test.OffersNoFix("static class A { static void Bad() => [|Bad|](); }");

        await Says("No fix is offered. If that is right, say OffersNoFix. Offered is:\nT0001", Test.Fixes("static class A { static void Bad() => [|Bad|](); }", into: "class A;"));
    }

    [Fact]
    public async Task OffersNoFix_FailsIfOneIsOffered()
    {
        await Says("'Call Good' (rename)", Test.OffersNoFix(Before));
        await Test.WithCodeAction("other").OffersNoFix(Before);
        await Test.WithCodeAction(1).OffersNoFix(Before);
    }

    [Fact]
    public Task OffersNoFix_FailsIfThereIsNothingToFix() => Says("Nothing is reported that a fix", Test.OffersNoFix("class C;"));

    [Fact]
    public Task UnknownEquivalenceKey_FailsWithThoseThereAre() => Says("'rename'", Test.WithCodeAction("other").Fixes(Before, into: After));

    private static Task<AnalyzerTestException> FailureOf(Task run) => Assert.ThrowsAsync<AnalyzerTestException>(() => run);

    private static async Task Says(string expected, Task run) => Assert.Contains(expected, (await FailureOf(run)).Message, StringComparison.Ordinal);
}
