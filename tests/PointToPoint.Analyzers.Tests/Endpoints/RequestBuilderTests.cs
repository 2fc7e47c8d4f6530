using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Requests that are put together by a chain of calls: the end of the chain is told, with what its links have set.</summary>
public sealed class RequestBuilderTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    private const string Builder = """
        class Req(HttpClient http)
        {
            string _path = "https://erp.contoso.com/";
            HttpMethod _verb = HttpMethod.Get;
            public Req To(string path) { _path = path; return this; }
            public Req Below(string name) { _path += "/" + name; return this; }
            public Req Using(HttpMethod verb) { _verb = verb; return this; }
            public Task Send() => http.SendAsync(new HttpRequestMessage(_verb, _path));
        }

        """;

    [Theory]
    [InlineData("new Req(http).To(\"https://erp.contoso.com/orders\").Using(HttpMethod.Post).[|Send|]()", "https://erp.contoso.com/orders", "POST")]
    [InlineData("new Req(http).Using(HttpMethod.Post).To(\"https://crm.contoso.com\").To(\"https://erp.contoso.com/orders\").[|Send|]()", "https://erp.contoso.com/orders", "POST")]
    [InlineData("new Req(http).To(\"https://erp.contoso.com\").Below(\"orders\").Below(\"open\").[|Send|]()", "https://erp.contoso.com/orders/open", "GET")]
    [InlineData("new Req(http).[|Send|]()", "https://erp.contoso.com/", "GET")]
    public Task WhatTheLinksSet_IsSent(string chain, string endpoint, string verb) => _test.WithProperty("endpoint", endpoint).WithProperty("verb", verb).WithProperty("via", "M:Req.Send").Reports($$"""
        {{Builder}}
        class C(HttpClient http) { Task M() => {{chain}}; }
        """);

    [Fact]
    public Task EachChain_HasItsOwn() => _test
        .Reports(
            $$"""
            {{Builder}}
            class C(HttpClient http)
            {
                Task M() => new Req(http).To("https://erp.contoso.com/orders").Using(HttpMethod.Put).{|#0:Send|}();
                Task N() { var req = new Req(http).To("https://crm.contoso.com/customers"); return req.{|#1:Send|}(); }
            }
            """,
            Told(0, "https://erp.contoso.com/orders", "PUT"),
            Told(1, "https://crm.contoso.com/customers", "GET"));

    [Fact]
    public Task MessageThatTheLinksComplete() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "POST").Reports("""
        class Req(HttpClient http)
        {
            readonly HttpRequestMessage _message = new();
            public Req To(string url) { _message.RequestUri = new Uri(url); return this; }
            public Req Using(HttpMethod verb) { _message.Method = verb; return this; }
            public Task Send() => http.SendAsync(_message);
        }
        class C(HttpClient http) { Task M() => new Req(http).To("https://erp.contoso.com/orders").Using(HttpMethod.Post).[|Send|](); }
        """);

    [Fact]
    public Task PathThatTheMakerIsGiven() => _test
        .Reports(
            """
            class Api(HttpClient http) { public Req Request(string path) => new(http, path); }
            class Req(HttpClient http, string path)
            {
                string _query = "";
                public Req WithQuery(string query) { _query = query; return this; }
                public Task GetAsync() => http.GetAsync("https://erp.contoso.com" + path + "?" + _query);
            }
            class C(Api api)
            {
                Task M() => api.Request("/orders").WithQuery("open=1").{|#0:GetAsync|}();
                Task N() => api.Request("/items").{|#1:GetAsync|}();
            }
            """,
            Told(0, "https://erp.contoso.com/orders", "GET"),
            Told(1, "https://erp.contoso.com/items", "GET"));

    [Fact]
    public Task BuilderInAField_MayBeFilledElsewhere_AndIsToldInItself() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("via", null).Reports("""
        class Req(HttpClient http)
        {
            string _path = "";
            public Req To(string path) { _path = path; return this; }
            public Task Send() => http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Post, _path));
        }
        class C
        {
            readonly Req _req = new(new HttpClient());
            void Fill() => _req.To("https://erp.contoso.com/orders");
            Task M() => _req.Send();
        }
        """);

    private static DiagnosticResult Told(int location, string endpoint, string verb) =>
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint).WithProperty("verb", verb);

    private const string Steps = """
        class Req(HttpClient http)
        {
            string _path = "https://erp.contoso.com/";
            HttpMethod _verb = HttpMethod.Get;
            public Req To(string path) { _path = path; return this; }
            public Req Using(HttpMethod verb) { _verb = verb; return this; }
            public Req Posting { get { _verb = HttpMethod.Post; return this; } }
            public Req Orders() => To("https://erp.contoso.com/orders");
            public Req OrdersByThis() { this.To("https://erp.contoso.com/orders"); return this; }
            public Req OrdersByName() { To("https://erp.contoso.com/orders"); return this; }
            END
        }

        """;

    [Theory]
    [InlineData("var b = new Req(http); b = b.To(\"https://erp.contoso.com/orders\"); b = b.Using(HttpMethod.Post); return b.[|Send|]();")]
    [InlineData("var b = new Req(http); b.To(\"https://erp.contoso.com/orders\"); b.Using(HttpMethod.Post); return b.[|Send|]();")]
    [InlineData("var b = new Req(http); b.To(\"https://crm.contoso.com\").Using(HttpMethod.Post).To(\"https://erp.contoso.com/orders\"); return b.[|Send|]();")]
    [InlineData("var b = new Req(http).To(\"https://erp.contoso.com/orders\"); b.Using(HttpMethod.Post); return b.[|Send|]();")]
    [InlineData("var b = new Req(http); b = b.To(\"https://erp.contoso.com/orders\"); b.Using(HttpMethod.Post); return b.[|Send|]();")]
    [InlineData("return new Req(http).Orders().Using(HttpMethod.Post).[|Send|]();")]
    [InlineData("return new Req(http).OrdersByThis().Using(HttpMethod.Post).[|Send|]();")]
    [InlineData("return new Req(http).OrdersByName().Using(HttpMethod.Post).[|Send|]();")]
    [InlineData("return new Req(http).To(\"https://erp.contoso.com/orders\").Posting.[|Send|]();")]
    [InlineData("return Start.Using(HttpMethod.Post).[|Send|]();")]
    [InlineData("var b = new Req(http); b = b.To(\"https://erp.contoso.com/orders\"); b = b.Using(HttpMethod.Post); return http.[|SendAsync|](b.Build());")]
    [InlineData("var b = new Req(http); b.To(\"https://erp.contoso.com/orders\"); b.Using(HttpMethod.Post); return http.[|SendAsync|](b.Build());")]
    [InlineData("return http.[|SendAsync|](new Req(http).Orders().Posting.Build());")]
    public Task ChainInSeveralStatements_IsSent(string body) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "POST").Reports($$"""
        {{Steps.Replace("END", body.Contains("Build") ? "public HttpRequestMessage Build() => new(_verb, _path);" : "public Task Send() => http.SendAsync(new HttpRequestMessage(_verb, _path));")}}
        class C(HttpClient http)
        {
            Req Start => new Req(http).To("https://erp.contoso.com/orders");
            Task M() { {{body}} }
        }
        """);

    [Fact]
    public Task VariableThatGetsAnotherObject_LosesWhatWasSetOnTheFirst() => _test.WithProperty("endpoint", "https://erp.contoso.com/").Reports($$"""
        {{Steps.Replace("END", "public HttpRequestMessage Build() => new(_verb, _path);")}}
        class C(HttpClient http) { Task M() { var b = new Req(http); b.To("https://crm.contoso.com"); b = new Req(http); return http.[|SendAsync|](b.Build()); } }
        """);

    [Fact]
    public Task LinkThatMayRun_LeavesAlternatives() => _test.WithProperty("endpoint", "https://crm.contoso.com | https://erp.contoso.com/").Reports($$"""
        {{Steps.Replace("END", "public HttpRequestMessage Build() => new(_verb, _path);")}}
        class C(HttpClient http) { Task M(bool old) { var b = new Req(http); if (old) { b.To("https://crm.contoso.com"); } return http.[|SendAsync|](b.Build()); } }
        """);
}
