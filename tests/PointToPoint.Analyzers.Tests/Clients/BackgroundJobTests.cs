using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Jobs that are handed to Hangfire as an expression tree: it makes the call that the tree says.</summary>
public sealed class BackgroundJobTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall).WithReferences(CatalogPackages.Referencing("Hangfire.Core"));

    [Theory]
    [InlineData("RecurringJob.AddOrUpdate<Sync>(\"sync\", x => x.[|Run|](Sync.Url), Cron.Weekly())")]
    [InlineData("BackgroundJob.Enqueue<Sync>(x => x.[|Run|](\"https://maps.contoso.com/postcodes.zip\"))")]
    [InlineData("jobs.Schedule<Sync>(x => x.[|Run|](Sync.Url), TimeSpan.FromMinutes(1))")]
    public Task AddressThatAJobIsGiven_IsToldThere(string job) => _test.WithProperty("endpoint", "https://maps.contoso.com/postcodes.zip").Reports($$"""
        using Hangfire;
        class Sync
        {
            public static readonly string Url = "https://maps.contoso.com/postcodes.zip";
            public async Task Run(string url) { using var http = new HttpClient(); await http.GetAsync(new Uri(url)); }
        }
        class Startup { void Add(IBackgroundJobClient jobs) => {{job}}; }
        """);

    [Fact]
    public Task CallThatAJobIs_IsReported() => _test.WithProperty("endpoint", "https://maps.contoso.com/refresh").Reports("""
        using Hangfire;
        class Startup { void Add() => BackgroundJob.Enqueue<HttpClient>(http => http.[|GetAsync|]("https://maps.contoso.com/refresh")); }
        """);

    [Fact]
    public Task CallInATreeOfAnotherLibrary_IsQuiet() => _test.IsQuiet("""
        class Startup
        {
            void Add() => Expect<HttpClient>(http => http.GetAsync("https://maps.contoso.com/refresh"));
            static void Expect<T>(System.Linq.Expressions.Expression<Func<T, Task>> call) { }
        }
        """);
}
