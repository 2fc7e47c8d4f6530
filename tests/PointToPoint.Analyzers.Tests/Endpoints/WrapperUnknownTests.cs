using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Where no caller of a wrapper is known, the call inside says so, with a reason to act on.</summary>
public sealed class WrapperUnknownTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithDefaultRule(RuleIds.UnknownTarget);

    [Fact]
    public Task Address() => Says("the address comes from parameter 'url' of public method 'Api.Get'", """
        public class Api(HttpClient http) { public Task Get(string url) => http.[|GetAsync|](url); }
        """);

    [Fact]
    public Task AddressThroughALocal() => Says("the address comes from parameter 'url' of public method 'Api.Get'", """
        public class Api(HttpClient http) { public Task Get(string url) { var target = new Uri(url); return http.[|GetAsync|](target); } }
        """);

    [Fact]
    public Task Client() => Says("the client comes from parameter 'http' of public method 'Api.Check'", """
        public static class Api { public static Task Check(this HttpClient http) => http.[|GetAsync|]("health"); }
        """);

    [Fact]
    public Task Message() => Says("the address comes from a message that comes from parameter 'message' of public method 'Api.Send'", """
        public class Api(HttpClient http) { public Task Send(HttpRequestMessage message) => http.[|SendAsync|](message); }
        """);

    [Fact]
    public Task PropertyOfAParameter() => Says("the address comes from property 'RequestOptions.Url' of parameter 'options' of public method 'Api.Send'", """
        public record RequestOptions { public required string Url { get; init; } }
        public class Api(HttpClient http) { public Task Send(RequestOptions options) => http.[|GetAsync|](options.Url); }
        """);

    [Fact]
    public Task OfTwoWrappers_TheInnerIsQuiet() => Says("the address comes from parameter 'address' of public method 'Api.Get'", """
        public class Api(HttpClient http)
        {
            public Task Get(string address) => [|Send|](address);
            private Task Send(string url) => http.GetAsync(url);
        }
        """);

    [Fact]
    public Task OriginOfTheWrapper_IsToldInside_WithoutACaller() => _test.WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("endpoint", "https://erp.contoso.com/{}").Reports("""
        public class Api(HttpClient http) { public Task Get(string path) => http.[|GetAsync|]("https://erp.contoso.com/" + path); }
        """);

    [Fact]
    public Task CallerInATestProject_IsNone() => Says("the address comes from parameter 'url' of public method 'Api.Get'", """
        # project Orders
        -- Api.cs
        public class Api(HttpClient http) { public Task Get(string url) => http.[|GetAsync|](url); }
        # project Orders.Tests -> Orders (IsTestProject=true)
        -- ApiTests.cs
        class ApiTests(Api api) { Task M() => api.Get("https://erp.contoso.com"); }
        """);

    [Fact]
    public Task InterfaceWithoutAnImplementation_IsQuiet() => _test.IsQuiet("""
        interface IApi { Task Get(string url); }
        class Orders(IApi api) { Task M() => api.Get("https://erp.contoso.com/orders"); }
        """);

    private static Task Says(string reason, string code) => _test.WithProperty("unknownReason", reason).Reports(code);

    [Fact]
    public Task FieldThatACalledMethodSets_DoesNotSilenceTheCallOfAnother() => EndpointTest.Test.WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("endpoint", "https://erp.contoso.com/a").Reports("""
        class Job(HttpClient http)
        {
            string? key;
            public void Init(string k) { key = k; }
            public Task Run() => http.[|GetAsync|]("https://erp.contoso.com/" + key);
        }

        class User(Job job) { Task M() { job.Init("a"); return job.Run(); } }
        """);

    [Fact]
    public Task AddressThatACalledMethodSets_LeavesTheCallUnknownRatherThanSilent() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).IgnoringRules(RuleIds.DirectWiring).Reports("""
        class Client(HttpClient http)
        {
            public void Connect(string url) { http.BaseAddress = new Uri(url); }
            public Task Load() => http.[|GetAsync|]("x");
        }

        class User(Client client) { Task M() { client.Connect("https://erp.contoso.com/"); return client.Load(); } }
        """);
}
