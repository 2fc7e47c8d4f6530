using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing.Tests;

public sealed class LiveTests
{
    private static readonly AnalyzerTest Test = AnalyzerTest.For<BadCallAnalyzer>();

    [Fact]
    public Task Edit_IsAnalysedAgain() => Test
        .AfterEdit("class C { void Bad() { } void M() { } }")
        .AfterEdit("Test0.cs", "class C { void Bad() { } void M() => [|Bad|](); }")
        .Reports("class C { void Bad() { } void M() => this.[|Bad|](); }");

    [Fact]
    public async Task WrongMarkupAfterEdit_FailsWithTextToPaste()
    {
        var failure = await Assert.ThrowsAsync<AnalyzerTestException>(() => Test
            .AfterEdit("Test0.cs", "class C { void Bad() => Bad(); }")
            .Reports("class C { void Bad() => this.[|Bad|](); }"));

        Assert.StartsWith("After the edit of Test0.cs", failure.Message, StringComparison.Ordinal);
        Assert.Equal("class C { void Bad() => [|Bad|](); }", failure.Actual);
    }

    [Fact]
    public async Task EditThatChangesWhatAnotherFileShows_NamesThatFile()
    {
        const string Code = """
            -- A.cs
            static class A { public static void Bad() { } }
            -- B.cs
            class B { void M() => A.[|Bad|](); }
            """;

        await Test
            .AfterEdit("""
                -- A.cs
                static class A { public static Action Bad = () => { }; }
                -- B.cs
                class B { void M() => A.Bad(); }
                """)
            .Reports(Code);
        var failure = await Assert.ThrowsAsync<AnalyzerTestException>(() => Test
            .AfterEdit("A.cs", "static class A { public static Action Bad = () => { }; }")
            .Reports(Code));

        Assert.Contains("class B { void M() => A.Bad(); }", failure.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatOnlyABuildFinds_IsNotShownLive()
    {
        var atEnd = AnalyzerTest.For(() => new DelegatingAnalyzer(
            context =>
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
                context.RegisterCompilationStartAction(start => start.RegisterCompilationEndAction(end =>
                    end.ReportDiagnostic(Diagnostic.Create(
                        Rules.BadCall, end.Compilation.GetTypeByMetadataName("C")!.Locations[0], "x"))));
            },
            Rules.BadCall)).WithoutGeneratedCodeCheck();

        await atEnd.Reports("class [|C|];");
        await Assert.ThrowsAsync<AnalyzerTestException>(() => atEnd.OpenLive("class [|C|];"));
    }

    [Fact]
    public async Task AnalyzerObject_LivesOnBetweenEdits()
    {
        var read = new List<string>();
        var trees = new SyntaxTreeValueProvider<int>(tree =>
        {
            lock (read)
            {
                read.Add(Path.GetFileName(tree.FilePath));
            }

            return tree.Length;
        });
        var counting = AnalyzerTest.For(() => new DelegatingAnalyzer(
            context =>
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
                context.RegisterCompilationStartAction(start =>
                {
                    foreach (var tree in start.Compilation.SyntaxTrees)
                    {
                        start.TryGetValue(tree, trees, out _);
                    }
                });
            },
            Rules.BadCall));

        var session = await counting.WithoutImplicitUsings().OpenLive("-- A.cs\nclass A;\n-- B.cs\nclass B;");
        Assert.Equal(["A.cs", "B.cs"], read.Order());
        read.Clear();
        await session.Edit("A.cs", "class A2;");

        Assert.Equal(["A.cs"], read);
    }

    [Fact]
    public async Task AdditionalFile_CanBeEdited()
    {
        var empty = AnalyzerTest.For(() => new DelegatingAnalyzer(
            context =>
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
                context.RegisterAdditionalFileAction(c =>
                {
                    if (c.AdditionalFile.GetText()!.Length == 0)
                    {
                        c.ReportDiagnostic(Diagnostic.Create(Rules.BadCall, Location.Create(c.AdditionalFile.Path, default, default), "x"));
                    }
                });
            },
            Rules.BadCall)).WithManifest("[||]");

        await empty.AfterEdit("../p2p.json", "{}").AfterEdit("/p2p.json", "[||]").Reports("class C;");
    }

    [Fact]
    public async Task FileThatIsNotThere_CannotBeEdited()
    {
        var failure = await Assert.ThrowsAsync<AnalyzerTestException>(() => Test.AfterEdit("X.cs", "class X;").IsQuiet("class C;"));

        Assert.Contains("There is no file 'X.cs'. There are: Test0.cs.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CrashAfterEdit_FailsWithItsStack()
    {
        var crashing = Misbehaving.Calls(_ => throw new InvalidOperationException("Deliberately."));
        var session = await crashing.OpenLive("class C;");

        var failure = await Assert.ThrowsAsync<AnalyzerTestException>(() => session.Edit("Test0.cs", "class C { void Bad() => Bad(); }"));

        Assert.Contains("Deliberately.", failure.Message, StringComparison.Ordinal);
    }
}
