using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>A call that may send with several verbs names all of them, in the order of the code.</summary>
public sealed class WrapperVerbTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://erp.contoso.com/orders");

    [Theory]
    [InlineData("new Request(\"orders\", Verbs.Post)", "POST")]
    [InlineData("new Request(\"orders\", Verbs.Get)", "GET")]
    [InlineData("new Request(\"orders\", Verbs.Get) { Verb = Verbs.Post }", "POST")]
    [InlineData("new Request(\"orders\", Verbs.Get) with { Verb = Verbs.Post }", "POST")]
    [InlineData("new Request(\"orders\", verb)", "POST | GET")]
    public Task MemberOfARecordOfTheCaller_ChoosesTheVerb(string request, string verb) => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("verb", verb).Reports($$"""
        enum Verbs { Get, Post }
        record Request(string Path, Verbs Verb);
        class Api(HttpClient http)
        {
            public Task Send(Request request)
            {
                var message = new HttpRequestMessage { RequestUri = new Uri("https://erp.contoso.com/" + request.Path) };
                message.Method = request.Verb switch { Verbs.Post => HttpMethod.Post, _ => HttpMethod.Get };
                return http.SendAsync(message);
            }
        }
        class Orders(Api api) { public Task Go(Verbs verb) => api.[|Send|]({{request}}); }
        """);

    [Theory]
    [InlineData("async Task Do(string path) { await http.GetAsync(path); await http.PostAsync(path, null); }", "GET | POST")]
    [InlineData("async Task Do(string path) { await http.PutAsync(path, null); await http.GetAsync(path); await http.PutAsync(path, null); }", "PUT | GET")]
    [InlineData("Task Do(string path) => isNew ? http.PostAsync(path, null) : http.PutAsync(path, null);", "POST | PUT")]
    [InlineData("Task Do(string path) => http.SendAsync(new HttpRequestMessage(isNew ? HttpMethod.Post : HttpMethod.Put, path));", "POST | PUT")]
    [InlineData("Task Do(string path) { var verb = HttpMethod.Put; if (isNew) { verb = HttpMethod.Post; } return http.SendAsync(new HttpRequestMessage(verb, path)); }", "PUT | POST")]
    [InlineData("Task Do(string path) { var m = isNew ? new HttpRequestMessage(HttpMethod.Post, path) : new HttpRequestMessage(HttpMethod.Put, path); return http.SendAsync(m); }", "POST | PUT")]
    [InlineData("async Task Do(string path) { await http.DeleteAsync(path); await http.SendAsync(new HttpRequestMessage(isNew ? HttpMethod.Post : HttpMethod.Put, path)); }", "DELETE | POST | PUT")]
    public Task VerbsOfAWrapper(string method, string verbs) => _test
        .WithProperty("verb", verbs)
        .WithMessage($"'TestProject' calls 'erp.contoso.com' directly: {verbs} https://erp.contoso.com/orders (via Api.Do ← field Api.http ← … ← literal); route it through the gateway as 'erp-contoso-com'")
        .Reports($$"""
            class Api
            {
                readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
                public bool isNew;
                public {{method}}
            }
            class Orders(Api api) { Task M() => api.[|Do|]("orders"); }
            """);

    [Fact]
    public Task ImplementationsThatDisagree() => _test.WithProperty("verb", "GET | POST").Reports("""
        interface IApi { Task Do(string path); }
        class Reader(HttpClient http) : IApi { public Task Do(string path) => http.GetAsync("https://erp.contoso.com/" + path); }
        class Writer(HttpClient http) : IApi { public Task Do(string path) => http.PostAsync("https://erp.contoso.com/" + path, null); }
        class Orders(IApi api) { Task M() => api.[|Do|]("orders"); }
        """);

    [Fact]
    public Task VerbThatNobodyKnows_IsTheMethod() => _test.WithProperty("verb", "SendAsync").Reports("""
        class Orders(HttpClient http)
        {
            Task M(bool isNew, string verb) => http.[|SendAsync|](new HttpRequestMessage(isNew ? HttpMethod.Post : new HttpMethod(verb), "https://erp.contoso.com/orders"));
        }
        """);
}
