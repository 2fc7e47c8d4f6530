using PointToPoint.Testing.Tests.Subjects;

namespace PointToPoint.Testing.Tests;

public sealed class FixTests
{
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
        -- App/B.cs
        class B { void M() => A.Good(); }
        -- App/C.cs
        class C { void M() => A.Good(); }
        """);

    [Fact]
    public Task StaticClass_OffersNoFix() => Test.OffersNoFix("static class A { static void Bad() => [|Bad|](); }");
}
