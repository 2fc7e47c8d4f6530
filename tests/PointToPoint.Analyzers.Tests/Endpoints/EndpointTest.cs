using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>What the tests of the resolver share: what a call's endpoint is found to be.</summary>
internal static class EndpointTest
{
    public static readonly AnalyzerTest Test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    /// <summary>The address that this expression makes in a method of a class that has these members; parameters are <c>int id, string text</c>.</summary>
    public static Task Resolves(string expression, string endpoint, string members = "", string provenance = "*")
    {
        var test = Test.WithProperty("endpoint", endpoint);
        if (provenance != "*")
        {
            test = test.WithProperty("provenance", provenance);
        }

        return test.Reports($$"""
            class C
            {
                {{members}}
                HttpClient http = new();
                Task M(int id, string text, bool flag) => http.[|GetAsync|]({{expression}});
            }
            """);
    }

    /// <summary>The same for a method body that ends in <c>url</c>.</summary>
    public static Task BodyResolves(string body, string endpoint, string members = "") => Test.WithProperty("endpoint", endpoint).Reports($$"""
        class C
        {
            {{members}}
            HttpClient http = new();
            async Task M(int id, string text, bool flag)
            {
                {{body}}
                await http.[|GetAsync|](url);
            }
        }
        """);

    /// <summary>Nobody can say where this expression leads, for this reason.</summary>
    public static Task IsUnknown(string expression, string reason, string members = "") => Test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", reason)
        .Reports($$"""
            class C
            {
                {{members}}
                HttpClient http = new();
                public Task M(int id, string text, bool flag) => http.[|GetAsync|]({{expression}});
            }
            """);
}
