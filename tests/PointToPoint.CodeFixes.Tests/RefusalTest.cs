using System.Collections.Concurrent;

using PointToPoint.CodeFixes.Rewriting;
using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests;

/// <summary>Checks that marked code gets no fix, and that the reason told is the right one.</summary>
internal static class RefusalTest
{
    public static Task Refuses(RefusalReason reason, string code) => Refuses(GatewayTest.Test, reason, code);

    public static async Task Refuses(AnalyzerTest test, RefusalReason reason, string code)
    {
        var reasons = new ConcurrentQueue<RefusalReason?>();
        await test.WithFix(() => new ExplainingFix(reasons)).OffersNoFix(code);
        Assert.Equal([reason], reasons.Distinct());
    }
}
