using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing.Tests;

/// <summary>What reaches an analyzer: files, options, references.</summary>
public sealed class SolutionTests
{
    private static readonly AnalyzerTest Test = AnalyzerTest.For<BadCallAnalyzer>();

    [Fact]
    public Task SeveralProjectsAndFiles_AreCompiledTogether() => Test.Reports("""
        # project src/Contracts
        -- Dto.cs
        public static class Dto { public static void Bad() { } }
        # project Orders -> Contracts
        -- Deep/OrderService.cs
        class OrderService { void M() => Dto.[|Bad|](); }
        -- Program.cs
        var client = new HttpClient();
        Dto.[|Bad|]();
        """);

    [Fact]
    public Task FileAboveAllProjects_IsSharedAndMarkedOnce() => Test.Reports("""
        -- Shared.cs
        class Shared { void Bad() => [|Bad|](); }
        # project A
        # project B
        """);

    [Fact]
    public Task EditorConfig_ChangesSeverity() => Test
        .WithEditorConfig("""
            [*.cs]
            dotnet_diagnostic.T0001.severity = error
            """)
        .Reports(
            "class C { void Bad() => {|#0:Bad|}(); }",
            new DiagnosticResult("T0001").WithLocation(0).WithSeverity(DiagnosticSeverity.Error));

    [Fact]
    public Task EditorConfigSectionOfAFolder_AppliesThere() => Test.Reports("""
        -- .editorconfig
        [Old/**.cs]
        dotnet_diagnostic.T0001.severity = none
        -- Old/A.cs
        class A { void Bad() => Bad(); }
        -- New/B.cs
        class B { void Bad() => [|Bad|](); }
        """);

    [Fact]
    public Task EditorConfigOfATest_ReplacesTheFixtures() => Test
        .WithEditorConfig("[*.cs]\ndotnet_diagnostic.T0001.severity = none")
        .Reports("""
            -- /.editorconfig
            root = true
            -- A.cs
            class A { void Bad() => [|Bad|](); }
            """);

    [Fact]
    public Task BuildProperties_ComeFromTestAndProject() => Options(
            "MSBuildProjectName=Orders, ProjectDir=/0/src/Orders/, RootNamespace=Orders, IsTestProject=true, Company=Contoso, TargetFramework=",
            "MSBuildProjectName", "ProjectDir", "RootNamespace", "IsTestProject", "Company", "TargetFramework")
        .WithBuildProperty("Company", "Contoso")
        .WithBuildProperty("TargetFramework", null)
        .WithBuildProperty("IsTestProject", "false")
        .Reports(
            """
            # project src/Orders (IsTestProject=true)
            -- A.cs
            class A;
            """,
            new DiagnosticResult("T0001"));

    [Fact]
    public Task GlobalConfig_IsRead() => Options("Company=Contoso", "Company").Reports(
        """
        -- .globalconfig
        is_global = true
        build_property.Company = Contoso
        -- A.cs
        class A;
        """,
        new DiagnosticResult("T0001"));

    [Fact]
    public async Task BuildPropertyWithLineBreak_Fails()
        => await Assert.ThrowsAsync<AnalyzerTestException>(() => Test.WithBuildProperty("X", "a\nb").IsQuiet("class C;"));

    [Fact]
    public Task AdditionalFiles_ComeFromTextManifestAndTest() => Files(
            "/0/Orders/appsettings.json: {} (), /0/Orders/x.txt: x (Kind=text), /0/p2p.json: { \"a\": 1 } ()")
        .WithManifest("""{ "a": 1 }""")
        .WithAdditionalFile("x.txt", "x", ("Kind", "text"))
        .Reports(
            """
            # project Orders
            -- appsettings.json
            {}
            # project Other
            """,
            new DiagnosticResult("T0001"));

    [Fact]
    public async Task MarkupInAdditionalFile_IsCompared()
    {
        var test = WordInFiles().WithManifest("""{ "name": "[|bad|]" }""");

        await test.Reports("class C;");
        await WordInFiles().Reports("""
            -- p2p.json
            { "name": "[|bad|]" }
            """);

        var failure = await Assert.ThrowsAsync<AnalyzerTestException>(() => WordInFiles().WithManifest("""{ "name": "bad" }""").IsQuiet("class C;"));
        Assert.Equal("-- Test0.cs\nclass C;\n-- /p2p.json\n{ \"name\": \"[|bad|]\" }", failure.Actual);
        await WordInFiles().Reports(failure.Actual);
    }

    [Fact]
    public async Task MarkupOfASharedFile_CanBePastedToo()
    {
        const string Code = "# project A\n# project B\n-- B.cs\nclass B;";
        var test = WordInFiles().WithManifest("bad");

        var failure = await Assert.ThrowsAsync<AnalyzerTestException>(() => test.IsQuiet(Code));

        await test.Reports(failure.Actual);
    }

    [Fact]
    public Task SharedAdditionalFile_IsMarkedOnceForAllProjects() => WordInFiles().WithManifest("[|bad|]").Reports("""
        # project A
        # project B
        """);

    [Theory]
    [InlineData("var client = new HttpClient();")]
    [InlineData("using Microsoft.AspNetCore.Builder;\nvar app = WebApplication.CreateBuilder(args).Build();\napp.MapGet(\"/\", () => \"x\");")]
    [InlineData("using System.Net.Http.Json;\nusing Microsoft.Extensions.DependencyInjection;\nnew ServiceCollection().AddHttpClient<C>();\nclass C(HttpClient c) { Task M() => c.GetFromJsonAsync<int>(\"x\"); }")]
    [InlineData("using Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.Options;\nclass C(IConfiguration c, IOptions<C> o) { string? M() => c[\"x\"] + o; }")]
    public Task SharedFramework_IsThere(string code) => Test.IsQuiet(code);

    [Fact]
    public Task AssemblyOfTheTest_CanBeReferenced() => Test
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(SolutionTests).Assembly))
        .IsQuiet("class C { PointToPoint.Testing.Tests.SolutionTests? F; }");

    [Fact]
    public async Task FewerReferences_LackTheirTypes()
    {
        await Test.WithReferences(ReferenceSet.CoreOnly).IsQuiet("class C { {|CS0246:HttpClient|}? F; }");
        await Test.WithReferences(ReferenceSet.Net10).IsQuiet("class C { Microsoft.{|CS0234:Extensions|}.Options.Options? F; HttpClient? G; }");
        await Test.WithReferences(ReferenceSet.Net10.Without("System.Net.Http")).IsQuiet("class C { System.Net.Http.{|CS1069:HttpClient|}? F; }");
    }

    [Fact]
    public void ReferencesThatAreNotThere_Fail()
    {
        Assert.Throws<AnalyzerTestException>(() => ReferenceSet.CoreOnly.Without("System.Net.Http"));
        Assert.Throws<AnalyzerTestException>(() => ReferenceSet.CoreOnly.With("/none.dll"));
    }

    [Fact]
    public async Task ImplicitUsings_CanBeSwitchedOff()
    {
        await Test.WithoutImplicitUsings().IsQuiet("class C { {|CS0246:HttpClient|}? F; }");

        await Test.IsQuiet("class C { HttpClient? F; }");
    }

    [Fact]
    public Task ReportInImplicitUsings_IsNotExpected() => Assert.ThrowsAsync<AnalyzerTestException>(() => AnalyzerTest
        .For(() => new DelegatingAnalyzer(
            context =>
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
                context.RegisterSyntaxTreeAction(c => c.ReportDiagnostic(Diagnostic.Create(Rules.BadCall, c.Tree.GetLocation(default), "x")));
            },
            Rules.BadCall))
        .WithoutGeneratedCodeCheck().WithoutPragmaCheck()
        .Reports("[||]class C;"));

    [Fact]
    public async Task OutputKind_IsThatOfTheCode()
    {
        await Test.IsQuiet("Console.WriteLine();");
        await Test.AsConsoleApp().AllowErrors("CS5001").IsQuiet("class C;");
        await Test.IsQuiet("""
            # project App (OutputType=Exe)
            -- Program.cs
            static class Program { static void Main() { } }
            """);
        await Assert.ThrowsAsync<AnalyzerTestException>(() => Test.AsConsoleApp().IsQuiet("class C;"));
    }

    [Fact]
    public async Task LanguageVersion_IsRespected()
        => await Test.WithLanguageVersion(LanguageVersion.CSharp11).AllowErrors("CS9058").IsQuiet("class C(int x) { int F = x; }");

    [Fact]
    public async Task AnswerThatNeedsTheSourceOfAReferencedProject_Fails()
    {
        var peeking = Misbehaving.Reporting((d, context) => context.Compilation.References.OfType<CompilationReference>().Any() ? [d] : []);
        const string Code = """
            # project Lib
            -- A.cs
            public static class A { public static void Bad() { } }
            # project App -> Lib
            -- B.cs
            class B { void M() => A.[|Bad|](); }
            """;

        var failure = await Assert.ThrowsAsync<AnalyzerTestException>(() => peeking.Reports(Code));

        Assert.Contains("A build reports something else", failure.Message, StringComparison.Ordinal);
        await peeking.WithoutBuildCheck().Reports(Code);
    }

    private static AnalyzerTest Options(string expected, params string[] names) => Compilation(
        c => string.Join(", ", names.Select(n =>
            $"{n}={(c.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + n, out var value) ? value : "")}")),
        expected);

    private static AnalyzerTest Files(string expected) => Compilation(
        c => c.Compilation.AssemblyName != "Orders" ? "" : string.Join(", ", c.Options.AdditionalFiles.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f =>
        {
            var has = c.Options.AnalyzerConfigOptionsProvider.GetOptions(f).TryGetValue("build_metadata.AdditionalFiles.Kind", out var kind);
            return $"{f.Path}: {f.GetText()!.ToString().TrimEnd()} ({(has ? "Kind=" + kind : "")})";
        })),
        expected);

    // Reports T0001 without a location if what a compilation sees is what is expected, and else fails with it.
    private static AnalyzerTest Compilation(Func<CompilationAnalysisContext, string> read, string expected) => AnalyzerTest.For(() => new DelegatingAnalyzer(
        context =>
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationAction(c =>
            {
                var actual = read(c);
                if (actual.Length > 0)
                {
                    Assert.Equal(expected, actual);
                    c.ReportDiagnostic(Diagnostic.Create(Rules.BadCall, Location.None, "x"));
                }
            });
        },
        Rules.BadCall));

    private static AnalyzerTest WordInFiles() => AnalyzerTest.For(() => new DelegatingAnalyzer(
        context =>
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterAdditionalFileAction(c =>
            {
                var text = c.AdditionalFile.GetText()!;
                var at = text.ToString().IndexOf("bad", StringComparison.Ordinal);
                if (at >= 0)
                {
                    var span = new Microsoft.CodeAnalysis.Text.TextSpan(at, 3);
                    c.ReportDiagnostic(Diagnostic.Create(Rules.BadCall, Location.Create(c.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), "x"));
                }
            });
        },
        Rules.BadCall));
}
