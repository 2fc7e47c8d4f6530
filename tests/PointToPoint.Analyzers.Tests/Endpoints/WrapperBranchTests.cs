using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Branches of a wrapper that the caller's arguments decide: only what comes about for this caller is told.</summary>
public sealed class WrapperBranchTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("Task Do(string p, string? root = null) => http.GetAsync((root ?? Main) + p);")]
    [InlineData("Task Do(string p, string? root = null) { root ??= Main; return http.GetAsync(root + p); }")]
    [InlineData("Task Do(string p, string? root = null) { if (root == null) root = Main; return http.GetAsync(root + p); }")]
    [InlineData("Task Do(string p, string? root = null) { if (root is null) { root = Main; } return http.GetAsync(root + p); }")]
    [InlineData("Task Do(string p, string? root = null) { if (root is not null) return http.GetAsync(root + p); return http.GetAsync(Main + p); }")]
    public Task RootThatIsLeftOut_IsTheDefault(string method) => Says($$"""
        class Api(HttpClient http) { const string Main = "https://erp.contoso.com/"; public {{method}} }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Do|}("orders");
            Task B() => api.{|#1:Do|}("people", "https://crm.contoso.com/");
        }
        """,
        "https://erp.contoso.com/orders",
        "https://crm.contoso.com/people");

    [Theory]
    [InlineData("Task Do(string p, bool v2 = false) { var root = \"https://v1.contoso.com/\"; if (v2) root = \"https://v2.contoso.com/\"; return http.GetAsync(root + p); }")]
    [InlineData("Task Do(string p, bool v2 = false) => v2 ? http.GetAsync(\"https://v2.contoso.com/\" + p) : http.GetAsync(\"https://v1.contoso.com/\" + p);")]
    [InlineData("Task Do(string p, bool v2 = false) { if (v2) { return http.GetAsync(\"https://v2.contoso.com/\" + p); } return http.GetAsync(\"https://v1.contoso.com/\" + p); }")]
    [InlineData("Task Do(string p, bool v2 = false) { switch (v2) { case true: return http.GetAsync(\"https://v2.contoso.com/\" + p); default: return http.GetAsync(\"https://v1.contoso.com/\" + p); } }")]
    [InlineData("async Task Do(string p, bool v2 = false) { foreach (var _ in new[] { 1, 2 }) { if (!v2) { await http.GetAsync(\"https://v1.contoso.com/\" + p); } else { await http.GetAsync(\"https://v2.contoso.com/\" + p); } } }")]
    public Task FlagOfTheCaller_ChoosesTheHost(string method) => Says($$"""
        class Api(HttpClient http) { public {{method}} }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Do|}("orders");
            Task B() => api.{|#1:Do|}("orders", true);
            Task C(bool v2) => api.{|#2:Do|}("orders", v2);
        }
        """,
        "https://v1.contoso.com/orders",
        "https://v2.contoso.com/orders",
        method.Contains("(!v2)", StringComparison.Ordinal) || method.Contains("var root", StringComparison.Ordinal) ? "https://v1.contoso.com/orders | https://v2.contoso.com/orders" : "https://v2.contoso.com/orders | https://v1.contoso.com/orders");

    [Theory]
    [InlineData("Task Do(string verb, string p) { if (verb == \"GET\") return http.GetAsync(Root + p); if (verb == \"DELETE\") return http.DeleteAsync(Root + p); return http.PostAsync(Root + p, null); }", "\"DELETE\"", "\"PUT\"")]
    [InlineData("Task Do(string verb, string p) { if (verb.Equals(\"delete\", StringComparison.OrdinalIgnoreCase)) return http.DeleteAsync(Root + p); else return http.PostAsync(Root + p, null); }", "\"DELETE\"", "\"PUT\"")]
    [InlineData("Task Do(string verb, string p) => verb.ToUpperInvariant() switch { \"GET\" or \"HEAD\" => http.GetAsync(Root + p), \"DELETE\" => http.DeleteAsync(Root + p), _ => http.PostAsync(Root + p, null) };", "\"delete\"", "\"PUT\"")]
    [InlineData("async Task Do(HttpMethod m, string p) { if (m == HttpMethod.Get) await http.GetAsync(Root + p); else if (m == HttpMethod.Delete) await http.DeleteAsync(Root + p); else if (m == HttpMethod.Post) await http.PostAsync(Root + p, null); else throw new NotSupportedException(); }", "HttpMethod.Delete", "HttpMethod.Post")]
    [InlineData("Task Do(Verb v, string p) { switch (v) { case Verb.Get: return http.GetAsync(Root + p); case Verb.Delete: return http.DeleteAsync(Root + p); default: return http.PostAsync(Root + p, null); } }", "Verb.Delete", "Verb.Post")]
    [InlineData("Task Do(Verb v, string p) => http.SendAsync(new HttpRequestMessage(Map(v), Root + p)); static HttpMethod Map(Verb v) => v switch { Verb.Get => HttpMethod.Get, Verb.Delete => HttpMethod.Delete, Verb.Post => HttpMethod.Post, _ => throw new ArgumentException() };", "Verb.Delete", "Verb.Post")]
    [InlineData("Task Do(Verb v, string p) => http.SendAsync(new HttpRequestMessage(Map(v), Root + p)); static HttpMethod Map(Verb v) { switch (v) { case Verb.Get: return HttpMethod.Get; case Verb.Delete: return HttpMethod.Delete; default: return HttpMethod.Post; } }", "Verb.Delete", "Verb.Post")]
    public Task VerbOfTheCaller_ChoosesTheCall(string method, string one, string other) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        enum Verb { Get, Delete, Post }
        class Api(HttpClient http) { const string Root = "https://erp.contoso.com/"; public {{method}} }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Do|}({{one}}, "orders");
            Task B() => api.{|#1:Do|}({{other}}, "orders");
        }
        """,
        Site(0, "https://erp.contoso.com/orders").WithProperty("verb", "DELETE"),
        Site(1, "https://erp.contoso.com/orders").WithProperty("verb", "POST"));

    [Fact]
    public Task BodyThatIsLeftOut_ChoosesTheCall() => _test.Reports("""
        class Api(HttpClient http)
        {
            public Task Do(string p, object? body = null) => body is null ? http.GetAsync("https://erp.contoso.com/" + p) : http.PutAsync("https://erp.contoso.com/" + p, null);
        }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Do|}("orders");
            Task B() => api.{|#1:Do|}("orders", new { Id = 1 });
            Task C(object body) => api.{|#2:Do|}("orders", body);
        }
        """,
        Site(0, "https://erp.contoso.com/orders").WithProperty("verb", "GET"),
        Site(1, "https://erp.contoso.com/orders").WithProperty("verb", "PUT"),
        Site(2, "https://erp.contoso.com/orders").WithProperty("verb", "GET | PUT"));

    [Theory]
    [InlineData("string root = \"\"; switch (r) { case Region.Eu: root = \"https://eu.contoso.com/\"; break; case Region.Us: root = \"https://us.contoso.com/\"; break; } return http.GetAsync(root + p);")]
    [InlineData("string root = \"https://eu.contoso.com/\"; switch (r) { case Region.Us: root = \"https://us.contoso.com/\"; break; } return http.GetAsync(root + p);")]
    [InlineData("switch (r) { case Region.Us: return http.GetAsync(\"https://us.contoso.com/\" + p); case Region.Eu: return http.GetAsync(\"https://eu.contoso.com/\" + p); } return http.GetAsync(\"https://other.contoso.com/\" + p);")]
    [InlineData("return http.GetAsync(Root() + p); string Root() { switch (r) { case Region.Us: return \"https://us.contoso.com/\"; case Region.Eu: return \"https://eu.contoso.com/\"; } return \"https://other.contoso.com/\"; }")]
    [InlineData("var m = new HttpRequestMessage(); switch (r) { case Region.Us: m.RequestUri = new Uri(\"https://us.contoso.com/\" + p); break; case Region.Eu: m.RequestUri = new Uri(\"https://eu.contoso.com/\" + p); break; } return http.SendAsync(m);")]
    public Task SwitchWithoutADefault_IsDecidedByItsCases(string body) => Says($$"""
        enum Region { Eu, Us }
        class Api(HttpClient http) { public Task Do(Region r, string p) { {{body}} } }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Do|}(Region.Eu, "orders");
            Task B() => api.{|#1:Do|}(Region.Us, "orders");
        }
        """,
        "https://eu.contoso.com/orders",
        "https://us.contoso.com/orders");

    [Theory]
    [InlineData("switch (v) { case Verb.Post: m.Method = HttpMethod.Post; break; case Verb.Delete: m.Method = HttpMethod.Delete; break; default: m.Method = HttpMethod.Get; break; }")]
    [InlineData("if (v == Verb.Post) m.Method = HttpMethod.Post; else if (v == Verb.Delete) m.Method = HttpMethod.Delete; else m.Method = HttpMethod.Get;")]
    [InlineData("if (v == Verb.Post) { m.Method = HttpMethod.Post; } if (v == Verb.Delete) { m.Method = HttpMethod.Delete; }")]
    [InlineData("m.Method = HttpMethod.Get; switch (v) { case Verb.Post: m.Method = HttpMethod.Post; break; case Verb.Delete: m.Method = HttpMethod.Delete; break; }")]
    [InlineData("var k = HttpMethod.Get; switch (v) { case Verb.Post: k = HttpMethod.Post; break; case Verb.Delete: k = HttpMethod.Delete; break; } m.Method = k;")]
    [InlineData("m.Method = Map(); HttpMethod Map() { switch (v) { case Verb.Post: return HttpMethod.Post; case Verb.Delete: return HttpMethod.Delete; } return HttpMethod.Get; }")]
    public Task VerbOfAMessage_IsWhatIsSetForTheCaller(string body) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        enum Verb { Get, Delete, Post }
        class Request { public Verb Verb { get; set; } public string Url { get; set; } = ""; public object? Data { get; set; } }
        class Api(HttpClient http)
        {
            public async Task<string> Do(Request r)
            {
                var v = r.Verb;
                HttpRequestMessage m = new();
                m.RequestUri = new Uri(r.Url);
                if (r.Data != null) { m.Content = new StringContent(""); }
                {{body}}
                var answer = await http.SendAsync(m);
                return await answer.Content.ReadAsStringAsync();
            }
        }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Do|}(new Request { Verb = Verb.Delete, Url = "https://erp.contoso.com/orders" });
            Task B() => api.{|#1:Do|}(new Request { Verb = Verb.Post, Url = "https://erp.contoso.com/orders", Data = new() });
            Task C() => api.{|#2:Do|}(new Request { Verb = Verb.Get, Url = "https://erp.contoso.com/orders" });
        }
        """,
        Site(0, "https://erp.contoso.com/orders").WithProperty("verb", "DELETE"),
        Site(1, "https://erp.contoso.com/orders").WithProperty("verb", "POST"),
        Site(2, "https://erp.contoso.com/orders").WithProperty("verb", "GET"));

    [Fact]
    public Task WhatARequestLeavesOut_IsWhatItsClassStartsWith() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        enum Verb { Get, Post, Put }
        class Request { public Verb Verb { get; set; } = Verb.Put; public Verb Other { get; set; } public bool IsNew { get; set; } public string Url { get; set; } = ""; public object? Data { get; set; } }
        class Api(HttpClient http)
        {
            public Task A(Request r) { var m = new HttpRequestMessage { RequestUri = new Uri(r.Url) }; switch (r.Verb) { case Verb.Post: m.Method = HttpMethod.Post; break; case Verb.Put: m.Method = HttpMethod.Put; break; } return http.SendAsync(m); }
            public Task B(Request r) { switch (r.Other) { case Verb.Post: return http.PostAsync(r.Url, null); case Verb.Put: return http.PutAsync(r.Url, null); default: return http.GetAsync(r.Url); } }
            public Task C(Request r) => r.IsNew ? http.PostAsync(r.Url, null) : http.PutAsync(r.Url, null);
            public Task D(Request r) => r.Data is null ? http.DeleteAsync(r.Url) : http.PostAsync(r.Url, null);
        }
        class Orders(Api api)
        {
            Task A() => api.{|#0:A|}(new Request { Url = "https://erp.contoso.com/orders" });
            Task B() => api.{|#1:B|}(new Request { Url = "https://erp.contoso.com/orders" });
            Task C() => api.{|#2:C|}(new Request { Url = "https://erp.contoso.com/orders" });
            Task D() => api.{|#3:D|}(new Request { Url = "https://erp.contoso.com/orders" });
            Task E(Verb verb) { var r = new Request { Url = "https://erp.contoso.com/orders" }; if (verb == Verb.Post) { r.Other = verb; } return api.{|#4:B|}(r); }
        }
        """,
        Site(0, "https://erp.contoso.com/orders").WithProperty("verb", "PUT"),
        Site(1, "https://erp.contoso.com/orders").WithProperty("verb", "GET"),
        Site(2, "https://erp.contoso.com/orders").WithProperty("verb", "PUT"),
        Site(3, "https://erp.contoso.com/orders").WithProperty("verb", "DELETE"),
        Site(4, "https://erp.contoso.com/orders").WithProperty("verb", "POST | PUT | GET"));

    [Fact]
    public Task VerbOfAMessageWithABody_IsAnothers() => Says("""
        class Api(HttpClient http)
        {
            public Task Do(string p, object? body = null)
            {
                var m = new HttpRequestMessage(HttpMethod.Get, "https://erp.contoso.com/" + p);
                if (body != null) { m.Method = HttpMethod.Post; m.RequestUri = new Uri("https://crm.contoso.com/" + p); }
                return http.SendAsync(m);
            }
        }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Do|}("orders");
            Task B() => api.{|#1:Do|}("orders", new { Id = 1 });
        }
        """,
        "https://erp.contoso.com/orders",
        "https://crm.contoso.com/orders");

    [Theory]
    [InlineData("HttpClient Client(Kind r) { if (r == Kind.Erp) return Erp; return Crm; }")]
    [InlineData("HttpClient Client(Kind r) { switch (r) { case Kind.Erp: return Erp; case Kind.Crm: return Crm; } throw new NotSupportedException(); }")]
    [InlineData("HttpClient Client(Kind r) => r switch { Kind.Erp => Erp, Kind.Crm => Crm, _ => throw new NotSupportedException() };")]
    [InlineData("HttpClient Client(Kind r) => r == Kind.Erp ? new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/\") } : new HttpClient { BaseAddress = new Uri(\"https://crm.contoso.com/\") };")]
    [InlineData("HttpClient Client(Kind r) { var c = new HttpClient(); if (r == Kind.Erp) c.BaseAddress = new Uri(\"https://erp.contoso.com/\"); else c.BaseAddress = new Uri(\"https://crm.contoso.com/\"); return c; }")]
    [InlineData("HttpClient Client(Kind r) { var c = new HttpClient(); switch (r) { case Kind.Erp: c.BaseAddress = new Uri(\"https://erp.contoso.com/\"); break; case Kind.Crm: c.BaseAddress = new Uri(\"https://crm.contoso.com/\"); break; } return c; }")]
    [InlineData("HttpClient Client(Kind r) { HttpClient c; if (r == Kind.Erp) { c = Erp; } else { c = Crm; } return c; }")]
    [InlineData("HttpClient Client(Kind r) { var c = Crm; if (r == Kind.Erp) { c = Erp; } return c; }")]
    [InlineData("HttpClient Client(Kind r) => Find(r); Func<Kind, HttpClient> Find => r => r switch { Kind.Erp => Erp, _ => Crm };")]
    [InlineData("HttpClient Client(Kind r) => Find(r); Func<Kind, HttpClient> Find => r => { if (r == Kind.Erp) { return Erp; } return Crm; };")]
    public Task ClientThatAMethodMakes_IsTheOneForItsArgument(string method) => Says($$"""
        enum Kind { Erp, Crm }
        class Orders
        {
            static readonly HttpClient Erp = new() { BaseAddress = new Uri("https://erp.contoso.com/") };
            static readonly HttpClient Crm = new() { BaseAddress = new Uri("https://crm.contoso.com/") };
            {{method}}
            Task Do(Kind r, string p) { var client = Client(r); return client.GetAsync(p); }
            Task A() => Client(Kind.Crm).{|#0:GetAsync|}("orders");
            Task B() { var client = Client(Kind.Erp); return client.{|#1:GetAsync|}("orders"); }
            Task C() => {|#2:Do|}(Kind.Crm, "people");
            Task D() => {|#3:Do|}(Kind.Erp, "people");
        }
        """,
        "https://crm.contoso.com/orders",
        "https://erp.contoso.com/orders",
        "https://crm.contoso.com/people",
        "https://erp.contoso.com/people");

    [Fact]
    public Task VerbThatNobodyKnows_LeavesAllCalls() => _test.WithProperty("verb", "GET | DELETE").Reports("""
        class Api(HttpClient http)
        {
            public Task Do(string verb, string p) { if (verb == "GET") return http.GetAsync("https://erp.contoso.com/" + p); return http.DeleteAsync("https://erp.contoso.com/" + p); }
        }
        class Orders(Api api) { public Task M(string verb) => api.[|Do|](verb, "orders"); }
        """);

    [Fact]
    public Task ListThatOthersFill_IsNotEmpty() => _test.WithProperty("verb", "POST").WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using System.Collections.Concurrent;
        class Batch { public ConcurrentQueue<string> Items { get; set; } = new(); }
        class Api(HttpClient http)
        {
            public async Task<bool> Send(List<string> items, string url) { if (items.Count == 0) { return true; } await http.PostAsync(url, null); return false; }
        }
        class Orders(Api api)
        {
            public async Task M(string text) { var batch = new Batch(); Fill(batch, text); await api.[|Send|](batch.Items.ToList(), "https://erp.contoso.com/orders"); }
            void Fill(Batch batch, string text) => batch.Items.Enqueue(text);
        }
        """);

    private static Task Says(string code, params string[] endpoints) => _test.Reports(code, [.. endpoints.Select((endpoint, location) => Site(location, endpoint))]);

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);
}
