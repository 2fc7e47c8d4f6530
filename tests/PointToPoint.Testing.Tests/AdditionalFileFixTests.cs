namespace PointToPoint.Testing.Tests;

public sealed class AdditionalFileFixTests
{
    private static readonly AnalyzerTest Test = AnalyzerTest.For<BadWordAnalyzer>().WithFix<BadWordFix>();

    [Fact]
    public Task FileOfOneProject_IsFixed() => Test.Fixes(
        """
        class C;
        -- p2p.json
        { "a": "[|bad|]", "b": "[|bad|]" }
        """,
        into: """
        -- p2p.json
        { "a": "good", "b": "good" }
        """);

    [Fact]
    public Task FileOfSeveralProjects_IsFixedInAll() => Test.WithManifest("""{ "a": "[|bad|]" }""").Fixes(
        "# project A\n-- 1.cs\n# project B\n-- 2.cs\n",
        into: """
        -- p2p.json
        { "a": "good" }
        """);

    [Fact]
    public Task FileOfAnotherKind_OffersNoFix() => Test.OffersNoFix("class C;\n-- a.txt\n[|bad|]");

    [Fact]
    public Task FixForCode_IsNotOfferedInAdditionalFiles()
        => AnalyzerTest.For<BadWordAnalyzer>().WithFix<RenameBadCallFix>().OffersNoFix("class C;\n-- a.json\n[|bad|]");
}
