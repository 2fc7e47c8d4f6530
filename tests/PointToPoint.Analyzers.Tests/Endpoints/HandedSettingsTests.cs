using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Objects of the code's own that hold the address of a call, and are handed over by callers who don't know it either.</summary>
public sealed class HandedSettingsTests
{
    private const string Webhooks = """
        public class Webhook { public string Url { get; set; } = ""; public static Webhook Parse(string url) => new() { Url = url }; }
        public interface IStore { Webhook Load(int id); }

        """;

    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Fact]
    public Task AddressOfAnObjectThatNoCallerKnows_IsToldOnceAtTheSend() => _test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "the address comes from property 'Webhook.Url' of parameter 'hook' of public method 'Api.Send'")
        .Reports(Webhooks + """
            public class Api(HttpClient http) { public Task Send(Webhook hook) => http.[|GetAsync|](hook.Url); }
            public class A(Api api, IStore store) { public Task M() => api.Send(store.Load(1)); }
            public class B(Api api, IStore store) { public Task M() => api.Send(store.Load(2)); }
            """);

    [Fact]
    public Task AddressThatSomeCallersKnow_IsToldAtThem_AndTheRestAtTheSend() => _test.Reports(Webhooks + """
        public class Api(HttpClient http) { public Task Send(Webhook hook) => http.{|#0:GetAsync|}(hook.Url); }
        public class A(Api api, IStore store) { public Task M() => api.Send(store.Load(1)); }
        public class B(Api api, IStore store) { public Task M() => Through(store.Load(2)); Task Through(Webhook hook) => api.Send(hook); }
        public class C(Api api) { public Task M() => api.{|#1:Send|}(new Webhook { Url = "https://erp.contoso.com/orders" }); }
        """,
        new DiagnosticResult(RuleIds.UnknownTarget).WithLocation(0),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://erp.contoso.com/orders"));

    [Fact]
    public Task AddressThatAllCallersKnow_IsToldAtThemAlone() => _test.WithDefaultRule(RuleIds.DirectHttpCall).Reports(Webhooks + """
        public class Api(HttpClient http) { public Task Send(Webhook hook) => http.GetAsync(hook.Url); }
        public class A(Api api) { public Task M() => Through(new Webhook { Url = "https://crm.contoso.com/people" }); Task Through(Webhook hook) => api.Send(hook); }
        """.Replace("=> Through(", "=> [|Through|](", StringComparison.Ordinal));

    [Fact]
    public Task AddressThatIsATextItself_IsToldAtEachCaller() => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports(Webhooks + """
        public class Api(HttpClient http) { public Task Send(string url) => http.GetAsync(url); }
        public class A(Api api, IStore store) { public Task M() => api.[|Send|](store.Load(1).Url); }
        public class B(Api api, IStore store) { public Task M() => api.[|Send|](store.Load(2).Url); }
        """);

    [Fact]
    public Task PathOfAnObject_IsToldAtTheCallers() => _test.WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("endpoint", "https://erp.contoso.com/{}").Reports("""
        public class Query { public string Path { get; set; } = ""; public static Query Parse(string path) => new() { Path = path }; }
        public interface IStore { Query Load(int id); }
        public class Api(HttpClient http) { public Task Send(Query query) => http.GetAsync("https://erp.contoso.com/" + query.Path); }
        public class A(Api api, IStore store) { public Task M() => api.[|Send|](store.Load(1)); }
        """);
}
