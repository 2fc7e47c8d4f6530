using PointToPoint.Testing.Tests.Subjects;

namespace PointToPoint.Testing.Tests;

public sealed class SolutionTests
{
    private static readonly AnalyzerTest Test = AnalyzerTest.For<BadCallAnalyzer>();

    [Fact]
    public Task SeveralProjectsAndFiles_AreCompiledTogether() => Test.Reports("""
        # project src/Contracts
        -- Dto.cs
        public static class Dto { public static void Bad() { } }
        # project Orders -> Contracts (IsTestProject=true)
        -- Deep/OrderService.cs
        class OrderService { void M() => Dto.[|Bad|](); }
        -- Program.cs
        var client = new HttpClient();
        Dto.[|Bad|]();
        """);

    [Fact]
    public Task EditorConfig_ChangesSeverity() => Test
        .WithEditorConfig("""
            [*.cs]
            dotnet_diagnostic.T0001.severity = error
            """)
        .Reports(
            "class C { void Bad() => {|#0:Bad|}(); }",
            new DiagnosticResult("T0001").WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
}
