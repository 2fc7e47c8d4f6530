namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Clients and addresses that are made once and kept.</summary>
public sealed class CachedClientTests
{
    [Theory]
    [InlineData("clients.GetOrAdd(name, n => new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com\") })")]
    [InlineData("clients.GetOrAdd(\"erp\", n => new HttpClient { BaseAddress = new Uri($\"https://{n}.contoso.com\") })")]
    [InlineData("clients.GetOrAdd(name, Make)")]
    [InlineData("clients.GetOrAdd(name, new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com\") })")]
    [InlineData("System.Threading.LazyInitializer.EnsureInitialized(ref kept, () => new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com\") })")]
    public Task ClientIsWhatTheCacheMakes(string client) => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        class C
        {
            readonly System.Collections.Concurrent.ConcurrentDictionary<string, HttpClient> clients = new();
            HttpClient? kept;
            static HttpClient Make(string name) => new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public Task M(string name) => {{client}}.[|GetAsync|]("/orders");
        }
        """);
}
