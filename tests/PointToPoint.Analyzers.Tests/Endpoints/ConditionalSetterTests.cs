using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>What is only set under a condition leaves standing what was there before.</summary>
public sealed class ConditionalSetterTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("new HttpRequestMessage(HttpMethod.Get, \"https://a.contoso.com/i\")")]
    [InlineData("new HttpRequestMessage { RequestUri = new Uri(\"https://a.contoso.com/i\") }")]
    public Task AddressOfAMessage_IsEither(string message) => _test.WithProperty("endpoint", "https://a.contoso.com/i | https://b.contoso.com/i").Reports($$"""
        class C(HttpClient http)
        {
            Task M(bool alt)
            {
                var message = {{message}};
                if (alt) message.RequestUri = new Uri("https://b.contoso.com/i");
                return http.[|SendAsync|](message);
            }
        }
        """);

    [Theory]
    [InlineData("new HttpRequestMessage(HttpMethod.Get, \"https://a.contoso.com/i\")", "if (alt) message.Method = HttpMethod.Delete;", "GET | DELETE")]
    [InlineData("new HttpRequestMessage { RequestUri = new Uri(\"https://a.contoso.com/i\") }", "if (alt) message.Method = HttpMethod.Delete;", "GET | DELETE")]
    [InlineData("new HttpRequestMessage(HttpMethod.Get, \"https://a.contoso.com/i\")", "message.Method = HttpMethod.Put; if (alt) message.Method = HttpMethod.Delete;", "PUT | DELETE")]
    [InlineData("new HttpRequestMessage(HttpMethod.Get, \"https://a.contoso.com/i\")", "if (alt) message.Method = HttpMethod.Put; else message.Method = HttpMethod.Delete;", "PUT | DELETE")]
    [InlineData("new HttpRequestMessage(HttpMethod.Get, \"https://a.contoso.com/i\")", "if (alt) { message.Method = HttpMethod.Put; } else if (id == 1) { message.Method = HttpMethod.Post; } else { message.Method = HttpMethod.Delete; }", "PUT | POST | DELETE")]
    public Task VerbOfAMessage_IsAnyThatMayBeSet(string message, string set, string verbs) => _test.WithProperty("endpoint", "https://a.contoso.com/i").WithProperty("verb", verbs).Reports($$"""
        class C(HttpClient http)
        {
            Task M(bool alt, int id)
            {
                var message = {{message}};
                {{set}}
                return http.[|SendAsync|](message);
            }
        }
        """);

    [Theory]
    [InlineData("if (alt) client.BaseAddress = new Uri(\"https://b.contoso.com/\");", "https://a.contoso.com/i | https://b.contoso.com/i")]
    [InlineData("client.BaseAddress = new Uri(\"https://b.contoso.com/\");", "https://b.contoso.com/i")]
    [InlineData("if (alt) client.BaseAddress = new Uri(\"https://b.contoso.com/\"); else client.BaseAddress = new Uri(\"https://c.contoso.com/\");", "https://b.contoso.com/i | https://c.contoso.com/i")]
    public Task BaseAddressOfAClient_IsEither(string set, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        class C
        {
            Task M(bool alt)
            {
                var client = new HttpClient { BaseAddress = new Uri("https://a.contoso.com/") };
                {{set}}
                return client.[|GetAsync|]("i");
            }
        }
        """);

    [Fact]
    public Task BaseAddressOfAClientInAField_IsEither() => _test.WithProperty("endpoint", "https://a.contoso.com/i | https://b.contoso.com/i").Reports("""
        class C
        {
            readonly HttpClient client = new() { BaseAddress = new Uri("https://a.contoso.com/") };
            public C(bool alt) { if (alt) { client.BaseAddress = new Uri("https://b.contoso.com/"); } }
            Task M() => client.[|GetAsync|]("i");
        }
        """);

    [Fact]
    public Task AddressThatIsCompleted_IsTheWholeOne() => _test.WithProperty("endpoint", "https://a.contoso.com/i").Reports("""
        class C(HttpClient http)
        {
            Task M()
            {
                var message = new HttpRequestMessage(HttpMethod.Get, "i");
                if (!message.RequestUri!.IsAbsoluteUri) message.RequestUri = new Uri("https://a.contoso.com/i");
                return http.[|SendAsync|](message);
            }
        }
        """);
}
