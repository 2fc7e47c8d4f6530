using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Rules;

public sealed class UnknownTargetTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.UnknownTarget);

    [Fact]
    public Task AddressFromAParameter_SaysWhichOne() => _test
        .WithMessage("'TestProject' calls out (GET), but nobody can say which system: the address comes from parameter 'url' of public method 'Downloader.Load'")
        .Reports("""
            public class Downloader(HttpClient http)
            {
                public Task Load(string url) => http.[|GetAsync|](url);
            }
            """);

    [Fact]
    public Task ClientFromAParameter_SaysWhichOne() => _test
        .WithProperty("unknownReason", "the client comes from parameter 'http' of public method 'Downloader.Load'")
        .Reports("""
            public class Downloader
            {
                public Task Load(HttpClient http) => http.[|GetAsync|]("orders");
            }
            """);

    [Fact]
    public Task MessageFromAParameter_SaysWhichOne() => _test.Reports("""
        public class Sender(HttpClient http)
        {
            public Task Send(HttpRequestMessage message) => http.[|SendAsync|](message);
        }
        """);

    [Fact]
    public Task KnownTarget_IsNotUnknown() => _test.Reports("""
        class C(HttpClient http) { Task M() => http.{|P2P1001:GetAsync|}("https://erp.contoso.com/x"); }
        """);

    [Fact]
    public Task CodeThatDoesNotCompile_IsQuiet() => _test.AllowErrors("CS0103", "CS1501", "CS1525", "CS1026").IsQuiet("""
        class C(HttpClient http) { async Task M() { await http.GetAsync(Urls.Erp); await http.GetAsync(; } }
        """);
}
