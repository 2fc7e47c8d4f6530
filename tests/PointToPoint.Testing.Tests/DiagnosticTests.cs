using PointToPoint.Testing.Tests.Subjects;

namespace PointToPoint.Testing.Tests;

public sealed class DiagnosticTests
{
    private static readonly AnalyzerTest Test = AnalyzerTest.For<BadCallAnalyzer>();

    [Fact]
    public Task MarkedCall_Passes() => Test.Reports("""
        class C
        {
            void Bad() => [|Bad|]();
        }
        """);

    [Fact]
    public async Task CallReportedAndNotMarked_FailsWithTextToPaste()
    {
        var failure = await Assert.ThrowsAsync<AnalyzerTestException>(() => Test.IsQuiet("class C { void Bad() => Bad(); }"));

        Assert.Equal("class C { void Bad() => [|Bad|](); }", failure.Actual);
        await Test.Reports(failure.Actual);
    }

    [Theory]
    [InlineData("class C { void Bad() => [|Bad()|]; }")]
    [InlineData("class C { void Bad() => [|B|]ad(); }")]
    [InlineData("class C { void [|Bad|]() => [|Bad|](); }")]
    public async Task WrongSpan_Fails(string code)
    {
        var failure = await Assert.ThrowsAsync<AnalyzerTestException>(() => Test.Reports(code));

        Assert.Equal("class C { void Bad() => [|Bad|](); }", failure.Actual);
    }
}
