using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Methods that send where their caller says: the caller's call is the site, and what is inside is quiet.</summary>
public sealed class WrapperTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Fact]
    public Task BaseAddressOfAClientThatIsHandedOn_IsTheAddress() => _test.WithProperty("endpoint", "https://erp.contoso.com/api/orders").Reports("""
        class Api(IHttpClientFactory factory)
        {
            public Task<string> SendGet(string url)
            {
                using var client = factory.CreateClient();
                client.BaseAddress = new Uri(url);
                return GetAsync(client);
            }

            private async Task<string> GetAsync(HttpClient client)
            {
                var url = client.BaseAddress?.ToString() ?? string.Empty;
                return await client.GetStringAsync(url);
            }
        }

        class Orders(Api api) { Task M() => api.[|SendGet|]("https://erp.contoso.com/api/orders"); }
        """);
}
