using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Methods of a base class whose host, path or verb a derived class says: told where they are called on that class.</summary>
public sealed class DerivedClassTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("abstract class Base(HttpClient http, string root) { public Task Get(int id) => http.GetAsync($\"{root}/items/{id}\"); }")]
    [InlineData("class Base(HttpClient http, string root) { public Task Get(int id) => http.GetAsync($\"{root}/items/{id}\"); }")]
    [InlineData("abstract class Base(HttpClient http, string root) { public Task Get(int id) => Load(id); protected Task Load(int id) => http.GetAsync($\"{root}/items/{id}\"); }")]
    public Task RootForTheBaseConstructor(string type) => Says($$"""
        {{type}}
        class Erp(HttpClient http) : Base(http, "https://erp.contoso.com");
        class Crm(HttpClient http) : Base(http, "https://crm.contoso.com");
        class Orders(Erp erp, Crm crm)
        {
            Task A() => erp.{|#0:Get|}(1);
            Task B(int id) => crm.{|#1:Get|}(id);
        }
        """,
        "https://erp.contoso.com/items/1",
        "https://crm.contoso.com/items/{}");

    [Fact]
    public Task PathThatIsAbstract_InMethodsWithoutAPath() => _test.Reports("""
        abstract class Base(HttpClient http)
        {
            protected abstract string Resource { get; }
            protected Task Delete(int id) => http.DeleteAsync($"https://erp.contoso.com/{Resource}/{id}");
            protected Task List() => http.GetAsync($"https://erp.contoso.com/{Resource}");
        }
        class Orders(HttpClient http) : Base(http) { protected override string Resource => "orders"; public Task A(int id) => {|#0:Delete|}(id); public Task B() => {|#1:List|}(); }
        class People(HttpClient http) : Base(http) { protected override string Resource => "people"; public Task A(int id) => {|#2:Delete|}(id); }
        """,
        Site(0, "https://erp.contoso.com/orders/{}").WithProperty("verb", "DELETE"),
        Site(1, "https://erp.contoso.com/orders").WithProperty("verb", "GET"),
        Site(2, "https://erp.contoso.com/people/{}").WithProperty("verb", "DELETE"));

    [Fact]
    public Task VerbAndPathOfTheClass() => _test.Reports("""
        abstract class Handler<T>
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/") };
            protected abstract HttpMethod Verb { get; }
            protected abstract string PathFor(T request);
            public Task Handle(T request) => http.SendAsync(new HttpRequestMessage(Verb, PathFor(request)));
        }
        class Put : Handler<int> { protected override HttpMethod Verb => HttpMethod.Put; protected override string PathFor(int request) => $"put/{request}"; }
        class Delete : Handler<string> { protected override HttpMethod Verb { get; } = HttpMethod.Delete; protected override string PathFor(string request) { return "delete/" + request; } }
        class C(Put put, Delete delete)
        {
            Task A(int id) => put.{|#0:Handle|}(id);
            Task B(string id) => delete.{|#1:Handle|}(id);
        }
        """,
        Site(0, "https://erp.contoso.com/put/{}").WithProperty("verb", "PUT"),
        Site(1, "https://erp.contoso.com/delete/{}").WithProperty("verb", "DELETE"));

    [Fact]
    public Task ClassThatTheCallerDoesNotKnow_IsAnyOfThem_AndToldInTheBaseClass() => _test.WithProperty("endpoint", "https://erp.contoso.com/ping | https://crm.contoso.com/ping").Reports("""
        abstract class Base(HttpClient http) { protected abstract string Root { get; } public Task Ping() => http.[|GetAsync|](Root + "/ping"); }
        class Erp(HttpClient http) : Base(http) { protected override string Root => "https://erp.contoso.com"; }
        class Crm(HttpClient http) : Base(http) { protected override string Root => "https://crm.contoso.com"; }
        class C(Base api) { Task M() => api.Ping(); }
        """);

    [Fact]
    public Task CallThatIsTheSameForAllClasses_IsToldInTheBaseClass() => _test.WithProperty("endpoint", "https://erp.contoso.com/ping").Reports("""
        abstract class Base(HttpClient http) { protected abstract string Name { get; } public Task Ping() => http.[|GetAsync|]("https://erp.contoso.com/ping"); }
        class A(HttpClient http) : Base(http) { protected override string Name => "a"; }
        class B(HttpClient http) : Base(http) { protected override string Name => "b"; }
        class C(A a) { Task M() => a.Ping(); }
        """);

    private static Task Says(string code, params string[] endpoints) => _test.Reports(code, [.. endpoints.Select((endpoint, location) => Site(location, endpoint))]);

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);
}
