using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Request objects that a constructor or a fluent method fills: each call goes where its own object says, whatever the others hold.</summary>
public sealed class RequestObjectTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("record Request(string Path);")]
    [InlineData("class Request(string path) { public string Path { get; } = path; }")]
    [InlineData("class Request { public Request(string path) { Path = path; } public string Path { get; } }")]
    [InlineData("class Request { readonly string path; public Request(string path) => this.path = path; public string Path => path; }")]
    [InlineData("class Request { public readonly string Path; public Request(string path) { Path = path.TrimStart('/'); } }")]
    [InlineData("record struct Request(string Path);")]
    public Task PathFromTheConstructor_IsTheCallers(string request) => Says($$"""
        {{request}}
        class Api(HttpClient http) { public Task Send(Request request) => http.GetAsync("https://erp.contoso.com/" + request.Path); }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Send|}(new Request("orders"));
            Task B(int id) { var request = new Request($"items/{id}"); return api.{|#1:Send|}(request); }
        }
        """,
        "https://erp.contoso.com/orders",
        "https://erp.contoso.com/items/{}");

    [Fact]
    public Task AddressFromTheConstructor_IsTheCallers() => Says("""
        record Request(string Url);
        class Api(HttpClient http) { public Task Send(Request request) => http.GetAsync(request.Url); }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Send|}(new Request("https://erp.contoso.com/orders"));
            Task B() => api.{|#1:Send|}(new("https://crm.contoso.com/people"));
        }
        """,
        "https://erp.contoso.com/orders",
        "https://crm.contoso.com/people");

    [Fact]
    public Task HostThatAGetterMakesAnAddressOf_IsTheCallers() => Says("""
        record Request(string Host) { public string Url => $"https://{Host}.contoso.com/orders"; }
        class Api(HttpClient http) { public Task Send(Request request) => http.GetAsync(request.Url); }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Send|}(new Request("erp"));
            Task B() => api.{|#1:Send|}(new Request("crm"));
        }
        """,
        "https://erp.contoso.com/orders",
        "https://crm.contoso.com/orders");

    [Theory]
    [InlineData("abstract class Request(string path) { public string Path { get; } = path; } class GetOrder(int id) : Request($\"orders/{id}\"); class GetPeople : Request { public GetPeople() : base(\"people\") { } }")]
    [InlineData("abstract record Request(string Path); record GetOrder(int Id) : Request($\"orders/{Id}\"); record GetPeople() : Request(\"people\");")]
    [InlineData("abstract class Request { public string Path { get; protected set; } = \"\"; } class GetOrder : Request { public GetOrder(int id) { Path = $\"orders/{id}\"; } } class GetPeople : Request { public GetPeople() => Path = \"people\"; }")]
    public Task PathForTheBaseConstructor_IsThatOfTheClass(string requests) => Says($$"""
        {{requests}}
        class Api(HttpClient http) { public Task Send(Request request) => http.GetAsync("https://erp.contoso.com/" + request.Path); }
        class Orders(Api api)
        {
            Task A(int id) => api.{|#0:Send|}(new GetOrder(id));
            Task B() => api.{|#1:Send|}(new GetPeople());
        }
        """,
        "https://erp.contoso.com/orders/{}",
        "https://erp.contoso.com/people");

    [Theory]
    [InlineData("public string Host { get; private set; } = \"\"; public Request WithHost(string host) { Host = host; return this; }")]
    [InlineData("string? host; public string? Host => host; public Request WithHost(string host) { this.host = host; return this; }")]
    public Task HostFromAFluentMethod_IsThatOfTheObject(string members) => Says($$"""
        class Request(string path) { public string Path { get; } = path; {{members}} }
        class Api(HttpClient http) { public Task Send(Request request) => http.GetAsync($"{request.Host}/{request.Path}"); }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Send|}(new Request("a").WithHost("https://a.contoso.com"));
            Task B() { var request = new Request("b").WithHost("https://b.contoso.com"); return api.{|#1:Send|}(request); }
            Task C() { var request = new Request("c"); request.WithHost("https://c.contoso.com"); return api.{|#2:Send|}(request); }
        }
        """,
        "https://a.contoso.com/a",
        "https://b.contoso.com/b",
        "https://c.contoso.com/c");

    [Fact]
    public Task VerbFromTheConstructor_IsThatOfTheObject() => _test.Reports("""
        class Request(string path, HttpMethod? verb = null) { public string Path { get; } = path; public HttpMethod Verb { get; } = verb ?? HttpMethod.Get; }
        class Api(HttpClient http) { public Task Send(Request request) => http.SendAsync(new HttpRequestMessage(request.Verb, "https://erp.contoso.com/" + request.Path)); }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Send|}(new Request("orders"));
            Task B() => api.{|#1:Send|}(new Request("items", HttpMethod.Put));
        }
        """,
        Site(0, "https://erp.contoso.com/orders").WithProperty("verb", "GET"),
        Site(1, "https://erp.contoso.com/items").WithProperty("verb", "PUT"));

    [Fact]
    public Task ObjectInAnObject_IsTheCallers() => Says("""
        record Target(string Root);
        record Request(Target Target, string Path);
        class Api(HttpClient http) { public Task Send(Request request) => http.GetAsync($"{request.Target.Root}/{request.Path}"); }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Send|}(new Request(new Target("https://erp.contoso.com"), "orders"));
            Task B() => api.{|#1:Send|}(new Request(new("https://crm.contoso.com"), "people"));
        }
        """,
        "https://erp.contoso.com/orders",
        "https://crm.contoso.com/people");

    [Fact]
    public Task ValueInAPath_IsToldInTheBody() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports("""
        record GetOrder(int Id);
        class Api(HttpClient http) { public Task Send(GetOrder request) => http.[|GetAsync|]($"https://erp.contoso.com/orders/{request.Id}"); }
        class Orders(Api api) { Task A() => api.Send(new GetOrder(5)); }
        """);

    [Fact]
    public Task AddressThatGrowsCallByCall_IsThatOfTheObject() => Says("""
        class Request(string root, string path)
        {
            private Uri? _changed;
            public Uri Full { get => _changed != null ? _changed : new Uri(root + path); set => _changed = value; }
            public void Add(string key, string value) { if (string.IsNullOrEmpty(value)) return; _changed = Full.With(key, value); }
        }
        static class Queries
        {
            public static Uri With(this Uri uri, string key, string value)
            {
                if (string.IsNullOrEmpty(value)) return uri;
                var builder = new UriBuilder(uri);
                builder.Query = string.IsNullOrEmpty(builder.Query) ? $"?{key}={value}" : $"{builder.Query}&{key}={value}";
                return builder.Uri;
            }
        }
        class Api(HttpClient http) { public Task Send(Request request) => http.SendAsync(new HttpRequestMessage(HttpMethod.Get, request.Full)); }
        class Orders(Api api, string a, string b)
        {
            Task A()
            {
                var request = new Request("https://erp.contoso.com/", "orders");
                request.Add("a", a); request.Add("b", b); request.Add("c", a); request.Add("d", b); request.Add("e", a); request.Add("f", b); request.Add("g", a);
                return api.{|#0:Send|}(request);
            }
            Task B()
            {
                var request = new Request("https://crm.contoso.com/", "people");
                request.Full = request.Full.With("a", a); request.Full = request.Full.With("b", b); request.Full = request.Full.With("c", a);
                return api.{|#1:Send|}(request);
            }
            Task C() => api.{|#2:Send|}(new Request("https://hr.contoso.com/", "staff"));
        }
        """,
        "https://erp.contoso.com/orders",
        "https://crm.contoso.com/people",
        "https://hr.contoso.com/staff");

    [Fact]
    public Task FlagThatARequestDoesntSet_IsFalse() => Says("""
        class Request(string root, string path)
        {
            public bool IsJoined { get; set; }
            public Uri Full => new(root + (!root.EndsWith("/") && !IsJoined ? "/" : "") + path);
        }
        class Api(HttpClient http) { public Task Send(Request request) => http.SendAsync(new HttpRequestMessage(HttpMethod.Get, request.Full)); }
        class Orders(Api api)
        {
            Task A() => api.{|#0:Send|}(new Request("https://erp.contoso.com/v3", "orders"));
            Task B() { var request = new Request("https://erp.contoso.com/v", "3/people") { IsJoined = true }; return api.{|#1:Send|}(request); }
        }
        """,
        "https://erp.contoso.com/v3/orders",
        "https://erp.contoso.com/v3/people");

    [Fact]
    public Task CopyThatIsSentAgain_HasTheVerbAndTheAddressOfTheFirst() => _test.WithProperty("verb", "PUT").WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        static class Copies
        {
            public static async Task<HttpRequestMessage> Copy(this HttpRequestMessage message)
            {
                var copy = new HttpRequestMessage(message.Method, message.RequestUri) { Version = message.Version };
                await Task.Yield();
                return copy;
            }
        }
        class Orders(HttpClient http)
        {
            async Task A()
            {
                var message = new HttpRequestMessage(HttpMethod.Put, "https://erp.contoso.com/orders");
                await http.[|SendAsync|](await message.Copy());
            }
        }
        """);

    [Fact]
    public Task ObjectThatNobodyIsSeenToPass_MayBeAnyThatIsCreated() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders | https://crm.contoso.com/people").Reports("""
        interface IHandler<T> { Task Handle(T message); }
        record Send(string Url);
        class Sender(HttpClient http) : IHandler<Send> { public Task Handle(Send message) => http.[|GetAsync|](message.Url); }
        class Orders
        {
            object A() => new Send("https://erp.contoso.com/orders");
            object B() => new Send("https://crm.contoso.com/people");
        }
        """);

    [Theory]
    [InlineData("Task M() { var a = new Target(\"one\"); var b = a with { Host = \"two\" }; return http.[|GetAsync|](b.Url); }")]
    [InlineData("Task M() { var a = new Target(\"one\") with { Host = \"two\" }; return http.[|GetAsync|](a.Made()); }")]
    [InlineData("static readonly Target One = new(\"one\"); static readonly Target Two = One with { Host = \"two\" }; Task M() => http.[|GetAsync|](Two.Url);")]
    [InlineData("Task M() => [|Get|](new Target(\"one\") with { Host = \"two\" }); Task Get(Target target) => http.GetAsync(target.Url);")]
    public Task ChangedCopyWithAGetter_IsTheChangedOne(string members) => _test.WithProperty("endpoint", "https://two.contoso.com/orders").Reports($$"""
        record Target(string Host) { public string Url => $"https://{Host}.contoso.com/orders"; public string Made() => $"https://{Host}.contoso.com/orders"; }
        class C(HttpClient http) { static readonly Target Other = new("three"); {{members}} }
        """);

    [Theory]
    [InlineData("readonly Target a = new(); readonly Target b = new(); public void Init() { a.Url = \"https://a.contoso.com\"; b.Url = \"https://b.contoso.com\"; }")]
    [InlineData("readonly Target a; readonly Target b; public C() { a = new(); a.Url = \"https://a.contoso.com\"; b = new Target(); b.Url = \"https://b.contoso.com\"; }")]
    public Task ObjectsInFields_HoldWhatIsSetOnEach(string members) => Says($$"""
        class Target { public string Url { get; set; } = ""; }
        class C
        {
            readonly HttpClient http = new();
            {{members}}
            Task A() => http.{|#0:GetAsync|}(a.Url);
            Task B() => http.{|#1:GetAsync|}(b.Url);
        }
        """,
        "https://a.contoso.com",
        "https://b.contoso.com");

    [Theory]
    [InlineData("new Uri(new Uri(\"https://erp.contoso.com\"), request.Url)")]
    [InlineData("new Uri(new Uri(\"https://erp.contoso.com/\"), request.Resource)")]
    [InlineData("new Uri(new Uri(\"https://erp.contoso.com/v1\"), \"/\" + request.Url)")]
    public Task RelativeAddressOfAnObject_IsTheCallers(string address) => Says($$"""
        using System.Text;
        interface IRequest { string Url { get; } string Resource { get; } }
        class OrderRequest : IRequest
        {
            private string _url;
            public string Url { get { return _url; } }
            public string Resource => _url;
            public OrderRequest(int id) { var url = new StringBuilder("orders?id="); if (id > 0) { url.Append(id); } url.Append($"&all={id}"); _url = url.ToString(); }
        }
        class LineRequest(int id) : IRequest { public string Url => $"lines/{id}"; public string Resource => $"lines/{id}"; }
        class Api(HttpClient http)
        {
            public async Task<T?> Get<T>(IRequest request)
            {
                var response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, {{address}}));
                return default;
            }
        }
        class Orders(Api api)
        {
            Task A(int id) => api.{|#0:Get|}<string>(new OrderRequest(id));
            Task B(int id) => api.{|#1:Get|}<string>(new LineRequest(id));
        }
        """,
        "https://erp.contoso.com/orders",
        "https://erp.contoso.com/lines/{}");

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public Task RequestClasses_HoweverMany_AreToldApartByTheirCallers(int count) => Says($$"""
        interface IRequest { string Url { get; } object? Data { get; } }
        {{string.Concat(Enumerable.Range(0, count).Select(i => $"class Request{i}(int id) : IRequest {{ public string Url => $\"r{i}/{{id}}\"; public object? Data => null; }}\n"))}}
        class Api
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/") };
            public Task Post(IRequest request) => Send(HttpMethod.Post, request.Data, request.Url);
            Task Send(HttpMethod verb, object? data, string url) => http.SendAsync(new HttpRequestMessage(verb, url) { Content = data == null ? null : new StringContent("") });
        }
        class Orders(Api api)
        {
            Task A(int id) => api.{|#0:Post|}(new Request0(id));
            Task B(int id) => api.{|#1:Post|}(new Request{{count - 1}}(id));
        }
        """,
        "https://erp.contoso.com/r0/{}",
        $"https://erp.contoso.com/r{count - 1}/{{}}");

    [Fact]
    public Task MemberOfDataThatNoCallerKnows_IsToldWhereItIsSent() => Says("""
        interface IVideo { string Url { get; } }
        class Video : IVideo { public string Url { get; private set; } = null!; }
        class Downloader(HttpClient http)
        {
            public Task<string> Load(IVideo video) => http.{|#0:GetStringAsync|}(UrlOf(video));
            static Uri UrlOf(IVideo video) => new(new Uri("https://storage.contoso.com"), video.Url);
        }
        class Jobs(Downloader downloader, Func<IVideo> next)
        {
            Task A() => downloader.Load(next());
            Task B(IVideo video) => downloader.Load(video);
        }
        """,
        "https://storage.contoso.com/{}");

    private static Task Says(string code, params string[] endpoints) => _test.Reports(code, [.. endpoints.Select((endpoint, location) => Site(location, endpoint))]);

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);
}
