using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Senders of messages and of request objects: verb and path are what the caller gives them.</summary>
public sealed class WrapperMessageTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Fact]
    public Task VerbAndPathOfTheCaller() => _test
        .WithProperty("endpoint", "https://erp.contoso.com/orders/{}")
        .WithProperty("verb", "DELETE")
        .WithProperty("member", "M:System.Net.Http.HttpClient.SendAsync(System.Net.Http.HttpRequestMessage)")
        .WithProperty("via", "M:Api.Send(System.Net.Http.HttpMethod,System.String)")
        .Reports("""
            class Api
            {
                readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
                public Task Send(HttpMethod verb, string path) => http.SendAsync(new HttpRequestMessage(verb, path));
            }
            class Orders(Api api) { Task M(int id) => api.[|Send|](HttpMethod.Delete, $"orders/{id}"); }
            """);

    [Fact]
    public Task VerbAsText_IsTheCallers() => _test.WithProperty("verb", "PUT").Reports("""
        class Api(HttpClient http) { public Task Send(string verb, string url) => http.SendAsync(new HttpRequestMessage(new HttpMethod(verb), url)); }
        class Orders(Api api) { Task M() => api.[|Send|]("put", "https://erp.contoso.com/orders"); }
        """);

    [Theory]
    [InlineData("api.[|Send|](new HttpRequestMessage(HttpMethod.Post, \"https://erp.contoso.com/orders\"))")]
    [InlineData("api.[|Send|](new(HttpMethod.Post, \"https://erp.contoso.com/orders\"))")]
    [InlineData("api.[|Send|](new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri(\"https://erp.contoso.com/orders\") })")]
    public Task MessageOfTheCaller(string call) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "POST").Reports($$"""
        class Api(HttpClient http) { public Task Send(HttpRequestMessage message) => http.SendAsync(message); }
        class Orders(Api api) { Task M() => {{call}}; }
        """);

    [Fact]
    public Task MessageThatTheCallerCompletes() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "PATCH").Reports("""
        class Api(HttpClient http) { public Task Send(HttpRequestMessage message) { message.Headers.Add("X-Id", "1"); return http.SendAsync(message); } }
        class Orders(Api api)
        {
            async Task M()
            {
                using var message = new HttpRequestMessage();
                message.Method = HttpMethod.Patch;
                message.RequestUri = new Uri("https://erp.contoso.com/orders");
                await api.[|Send|](message);
            }
        }
        """);

    [Fact]
    public Task MessageWithARelativeAddress_GoesToTheWrappersClient() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Api
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public Task Send(HttpRequestMessage message) => http.SendAsync(message);
        }
        class Orders(Api api) { Task M() => api.[|Send|](new HttpRequestMessage(HttpMethod.Get, "orders")); }
        """);

    [Fact]
    public Task RequestObject_HoldsVerbAndPath() => _test.Reports("""
        -- Requests.cs
        abstract class Request
        {
            public abstract HttpMethod Verb { get; }
            public abstract string Path { get; }
        }
        class OrderRequest(int id) : Request
        {
            public override HttpMethod Verb => HttpMethod.Get;
            public override string Path => $"orders/{id}";
        }
        class CancelRequest(int id) : Request
        {
            public override HttpMethod Verb => HttpMethod.Delete;
            public override string Path => $"orders/{id}/lines";
        }
        -- Sender.cs
        class Sender
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public Task Send(Request request) => http.SendAsync(new HttpRequestMessage(request.Verb, request.Path));
        }
        -- Orders.cs
        class Orders(Sender sender)
        {
            Task A(int id) => sender.{|#0:Send|}(new OrderRequest(id));
            Task B(int id) { var request = new CancelRequest(id); return sender.{|#1:Send|}(request); }
        }
        """,
        Site(0, "GET", "https://erp.contoso.com/orders/{}"),
        Site(1, "DELETE", "https://erp.contoso.com/orders/{}/lines"));

    [Fact]
    public Task GenericRequest_ThroughAnInterface() => _test.Reports("""
        interface IRequest<T> { string Path { get; } HttpMethod Verb => HttpMethod.Get; }
        interface ISender { Task<T> Send<T>(IRequest<T> request); }
        class Sender(HttpClient http) : ISender
        {
            public async Task<T> Send<T>(IRequest<T> request)
            {
                var message = new HttpRequestMessage(HttpMethod.Get, new Uri("https://erp.contoso.com/" + request.Path));
                await http.SendAsync(message);
                return default!;
            }
        }
        record OrderRequest(int Id) : IRequest<string> { public string Path => "orders/" + Id; }
        record CustomerRequest : IRequest<int> { public string Path { get; } = "customers"; }
        class Orders(ISender sender)
        {
            Task A(int id) => sender.{|#0:Send|}(new OrderRequest(id));
            Task B() => sender.{|#1:Send|}(new CustomerRequest());
        }
        """,
        Site(0, "GET", "https://erp.contoso.com/orders/{}"),
        Site(1, "GET", "https://erp.contoso.com/customers"));

    [Theory]
    [InlineData("api.[|Send|](new RequestOptions { Url = \"https://erp.contoso.com/orders\", Verb = HttpMethod.Put })")]
    [InlineData("api.[|Send|](new() { Verb = HttpMethod.Put, Url = \"https://erp.contoso.com/orders\" })")]
    [InlineData("api.[|Send|](Make(\"https://erp.contoso.com/orders\"))")]
    [InlineData("api.[|Send|](new RequestOptions { Verb = HttpMethod.Put }.WithUrl(\"https://erp.contoso.com/orders\"))")]
    public Task OptionsObject_HoldsVerbAndAddress(string call) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "PUT").Reports($$"""
        record RequestOptions
        {
            public string Url { get; init; } = "";
            public HttpMethod Verb { get; init; } = HttpMethod.Get;
            public RequestOptions WithUrl(string url) => new RequestOptions { Url = url, Verb = Verb };
        }
        class Api(HttpClient http) { public Task Send(RequestOptions options) => http.SendAsync(new HttpRequestMessage(options.Verb, options.Url)); }
        class Orders(Api api)
        {
            Task M() => {{call}};
            static RequestOptions Make(string url) => new() { Url = url, Verb = HttpMethod.Put };
        }
        """);

    [Fact]
    public Task OptionsObjectThatIsCompletedLater() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class RequestOptions { public string Url { get; set; } = ""; }
        class Api(HttpClient http) { public Task Send(RequestOptions options) => http.GetAsync(options.Url); }
        class Orders(Api api)
        {
            Task M()
            {
                var options = new RequestOptions();
                options.Url = "https://erp.contoso.com/orders";
                return api.[|Send|](options);
            }
        }
        """);

    [Fact]
    public Task SwitchOverTheVerb_KeepsTheCallersAddress() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        enum Verb { Get, Delete }
        class Api(HttpClient http)
        {
            public Task Send(Verb verb, string url) => verb switch
            {
                Verb.Get => http.GetAsync(url),
                _ => http.DeleteAsync(url),
            };
        }
        class Orders(Api api) { Task M() => api.[|Send|](Verb.Get, "https://erp.contoso.com/orders"); }
        """);

    [Theory]
    [InlineData("message.Method == HttpMethod.Post", "message.Method == HttpMethod.Put")]
    [InlineData("HttpMethod.Post == message.Method", "message.Method != HttpMethod.Get")]
    [InlineData("message.Method.Method == \"POST\"", "message.Method.Method == \"PUT\"")]
    public Task VerbThatAWrapperAsksItsMessageFor_IsTheCallers(string first, string second) => _test.Reports(
        $$"""
        class Api(HttpClient http)
        {
            protected async Task Send(HttpRequestMessage message)
            {
                if (message.Method != HttpMethod.Post && message.Method != HttpMethod.Put) { throw new ArgumentException(); }
                await Retry.Run(async () =>
                {
                    if ({{first}}) { return await http.PostAsync(message.RequestUri, null); }
                    else if ({{second}}) { return await http.PutAsync(message.RequestUri, null); }
                    return null;
                });
            }
        }
        class Retry { public static Task<T> Run<T>(Func<Task<T>> run) => run(); }
        class Orders(HttpClient http) : Api(http)
        {
            Task A() { var message = new HttpRequestMessage(HttpMethod.Put, "https://erp.contoso.com/orders"); return {|#0:Send|}(message); }
            Task B() => {|#1:Send|}(new HttpRequestMessage(HttpMethod.Post, "https://erp.contoso.com/lines"));
            Task C(HttpMethod verb) => {|#2:Send|}(new HttpRequestMessage(verb, "https://erp.contoso.com/lines"));
            Task D(bool b) => {|#3:Send|}(new HttpRequestMessage(b ? HttpMethod.Put : HttpMethod.Get, "https://erp.contoso.com/lines"));
        }
        """,
        Site(0, "PUT", "https://erp.contoso.com/orders"),
        Site(1, "POST", "https://erp.contoso.com/lines"),
        Site(2, "POST | PUT", "https://erp.contoso.com/lines"),
        Site(3, "PUT", "https://erp.contoso.com/lines"));

    private static DiagnosticResult Site(int location, string verb, string endpoint) =>
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("verb", verb).WithProperty("endpoint", endpoint);
}
