using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Methods that send where their caller says: the caller's call is the site, and what is inside is quiet.</summary>
public sealed class WrapperTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("long", "$\"{account}/orders\"")]
    [InlineData("Guid?", "account + \"/orders\"")]
    [InlineData("DateTime", "string.Format(\"{0:yyyy}/orders\", account)")]
    public Task NumberThatAPathStartsWith_IsAValueInIt(string type, string path) => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://erp.contoso.com/{}/orders").Reports($$"""
        class Client
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            Task<string> Get(string path) => http.GetStringAsync(path);
            public Task<string> Orders({{type}} account) => [|Get|]({{path}});
        }
        class Caller(Client client) { Task<string> M({{type}} account) => client.Orders(account); }
        """);

    [Fact]
    public Task ClientThatIsHandedOver_IsToldWhereThePathIs() => EndpointTest.Test.WithProperty("endpoint", "https://test.contoso.com/v2/cancel | https://pay.contoso.com/v2/cancel").Reports("""
        class PayApi
        {
            readonly Dictionary<bool, string> _roots = new() { [true] = "https://test.contoso.com/v2/", [false] = "https://pay.contoso.com/v2/" };
            readonly string _root;
            public PayApi(bool isTest = false) => _root = _roots[isTest];
            public async Task SendAsync(string path, HttpMethod method)
            {
                using var http = new HttpClient();
                await http.SendAsync(new HttpRequestMessage(method, new Uri(_root + path)));
            }
            public Task Cancel(string id) => Cancelling.Cancel(this, id);
        }
        static class Cancelling { public static Task Cancel(PayApi api, string id) => api.[|SendAsync|]("cancel", HttpMethod.Post); }
        class Shop
        {
            Task Real(string id) => new PayApi().Cancel(id);
            Task Test(string id) => new PayApi(true).Cancel(id);
        }
        """);

    [Fact]
    public Task ClientThatCallersChoose_IsToldAtThem() => EndpointTest.Test.Reports("""
        class PayApi(string root)
        {
            public Task SendAsync(string path) => new HttpClient().GetAsync(root + path);
            public Task SendAsync(string path, HttpMethod method) => new HttpClient().SendAsync(new HttpRequestMessage(method, root + path));
        }
        static class Cancelling
        {
            public static Task Cancel(PayApi api) => api.SendAsync("/cancel");
            public static Task Verb(PayApi api, HttpMethod method) => api.SendAsync("/verb", method);
            public static Task At(PayApi api, string path) => api.SendAsync($"/{path}/x");
        }
        class A { Task M() => Cancelling.{|#0:Cancel|}(new PayApi("https://a.contoso.com")); }
        class B { Task M() => Cancelling.{|#1:Verb|}(new PayApi("https://b.contoso.com"), HttpMethod.Post); }
        class C { Task M() => Cancelling.{|#2:At|}(new PayApi("https://c.contoso.com"), "h"); }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://a.contoso.com/cancel"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://b.contoso.com/verb").WithProperty("verb", "POST"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(2).WithProperty("endpoint", "https://c.contoso.com/h/x"));

    [Fact]
    public Task PathOfTheCaller_IsToldAtTheCaller() => _test
        .WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}")
        .WithProperty("client", "System.Net.Http.HttpClient")
        .WithProperty("member", "M:System.Net.Http.HttpClient.GetStringAsync(System.String)")
        .WithProperty("verb", "GET")
        .WithProperty("via", "M:ErpApi.GetAsync``1(System.String)")
        .WithProperty("origin", null)
        .WithProperty("provenance", "via ErpApi.GetAsync ← field ErpApi.http ← new HttpClient ← BaseAddress ← literal")
        .WithMessage("'TestProject' calls 'erp.contoso.com' directly: GET https://erp.contoso.com/api/orders/{} (via ErpApi.GetAsync ← field ErpApi.http ← … ← literal); route it through the gateway as 'erp-contoso-com'")
        .Reports("""
            -- ErpApi.cs
            public class ErpApi
            {
                readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/api/") };
                public async Task<T> GetAsync<T>(string path) => System.Text.Json.JsonSerializer.Deserialize<T>(await http.GetStringAsync(path))!;
            }
            -- Orders.cs
            record Order;
            class Orders(ErpApi erp) { Task<Order> M(int id) => erp.[|GetAsync|]<Order>($"orders/{id}"); }
            """);

    [Fact]
    public Task EveryCaller_IsASite() => _test.Reports("""
        class Api(HttpClient http) { public Task Get(string url) => http.GetAsync(url); }
        class Orders(Api api)
        {
            Task A() => api.[|Get|]("https://erp.contoso.com/orders");
            Task B() => api.[|Get|]("https://crm.contoso.com/customers");
        }
        """);

    [Fact]
    public Task CallerInTheOwnClass_IsTheSite() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports("""
        class Orders(HttpClient http)
        {
            public Task Load(int id) => [|Get|]($"https://erp.contoso.com/orders/{id}");
            private Task Get(string url) => http.GetAsync(url);
        }
        """);

    [Theory]
    [InlineData("http.GetAsync(\"https://erp.contoso.com/\" + path)")]
    [InlineData("http.GetAsync($\"https://erp.contoso.com/{path}\")")]
    [InlineData("http.GetAsync(new Uri(new Uri(\"https://erp.contoso.com\"), path))")]
    [InlineData("http.GetAsync(Url(path))")]
    public Task OriginOfTheWrapper_AndPathOfTheCaller_AreJoined(string call) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        class Api(HttpClient http)
        {
            public Task Get(string path) => {{call}};
            static string Url(string path) => $"https://erp.contoso.com/{path}";
        }
        class Orders(Api api) { Task M() => api.[|Get|]("orders"); }
        """);

    [Fact]
    public Task OptionalAndNamedArguments_AreThoseOfTheCall() => _test.Reports("""
        class Api(HttpClient http)
        {
            public Task Get(int tries = 3, string url = "https://erp.contoso.com/default") => http.GetAsync(url);
        }
        class Orders(Api api)
        {
            Task A() => api.[|Get|](url: "https://erp.contoso.com/orders", tries: 1);
            Task B() => api.[|Get|]();
        }
        """);

    [Fact]
    public Task ExtensionMethod_IsAWrapper() => _test
        .WithProperty("endpoint", "https://erp.contoso.com/orders")
        .WithProperty("via", "M:HttpClientExtensions.GetOrThrow(System.Net.Http.HttpClient,System.String)")
        .WithProperty("member", "M:System.Net.Http.HttpClient.GetStringAsync(System.String)")
        .Reports("""
            static class HttpClientExtensions
            {
                public static Task<string> GetOrThrow(this HttpClient http, string path) => http.GetStringAsync(path);
            }
            class Orders
            {
                readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
                Task M() => http.[|GetOrThrow|]("orders");
            }
            """);

    [Fact]
    public Task ClientOfTheCaller_IsEnough() => _test.WithProperty("endpoint", "https://erp.contoso.com/health").Reports("""
        static class Health { public static Task Check(HttpClient http) => http.GetAsync("health"); }
        class Orders
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            Task M() => Health.[|Check|](http);
        }
        """);

    [Fact]
    public Task FactoryNameOfTheCaller_IsEnough() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations { static void Add(IServiceCollection services) => services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com")); }
        class Api(IHttpClientFactory factory) { public Task Get(string client, string path) => factory.CreateClient(client).GetAsync(path); }
        class Orders(Api api) { Task M() => api.[|Get|]("erp", "orders"); }
        """);

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

    [Fact]
    public Task WrapperThatDecidesByItself_IsToldInside() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("via", null).Reports("""
        class Orders(HttpClient http)
        {
            public Task Load() => Send("all");
            private Task Send(string what) { Console.WriteLine(what); return http.[|GetAsync|]("https://erp.contoso.com/orders"); }
        }
        """);

    [Theory]
    [InlineData("int id", "7")]
    [InlineData("string id", "\"7\"")]
    [InlineData("Guid id", "default")]
    public Task ParameterThatIsOnlyAValueInAPath_IsToldInside(string parameter, string argument) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports($$"""
        class Api(HttpClient http) { public Task Get({{parameter}}) => http.[|GetAsync|]($"https://erp.contoso.com/orders/{id}"); }
        class Orders(Api api) { Task M() => api.Get({{argument}}); }
        """);

    [Theory]
    [InlineData("ipAddress")]
    [InlineData("email_address")]
    [InlineData("clientIpAddress")]
    [InlineData("resourceIdentifier")]
    [InlineData("resourceId")]
    [InlineData("routeID")]
    [InlineData("endpoint_key")]
    [InlineData("urlCode")]
    public Task ParameterWhoseNameEndsInAValue_IsToldInside(string name) => _test.Reports($$"""
        class Api(HttpClient http)
        {
            public Task Policy(string {{name}}) => http.[|GetAsync|](string.Format("https://erp.contoso.com/resource/{0}/policy", {{name}}));
            public Task Get(string {{name}}) => http.[|GetAsync|]("https://erp.contoso.com/resource/" + {{name}});
        }
        class Orders(Api api) { Task A() => api.Policy("A7"); Task B() => api.Get("A7"); }
        """);

    [Theory]
    [InlineData("resourceUrl")]
    [InlineData("path")]
    [InlineData("resourcePath")]
    [InlineData("resourceGrid")]
    [InlineData("resource")]
    public Task ParameterThatIsNamedLikeAPartOfAPath_IsToldAtTheCaller(string name) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/policy").Reports($$"""
        class Api(HttpClient http) { public Task Policy(string {{name}}) => http.GetAsync(string.Format("https://erp.contoso.com/{0}/policy", {{name}})); }
        class Orders(Api api) { Task M() => api.[|Policy|]("orders"); }
        """);

    [Fact]
    public Task AddressThatTheCallerCannotName_IsUnknownAtTheCaller() => _test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "the address comes from the result of 'Console.ReadLine'").Reports("""
            class Api(HttpClient http) { public Task Get(string url) => http.GetAsync(url); }
            class Orders(Api api) { Task M() => api.[|Get|](Console.ReadLine()!); }
            """);

    [Fact]
    public Task TypeArgumentOfTheCaller_SaysThePath() => _test.WithProperty("endpoint", "https://erp.contoso.com/Order").Reports("""
        class Api(HttpClient http) { public Task Get<T>() => http.GetAsync("https://erp.contoso.com/" + typeof(T).Name); }
        class Order;
        class Orders(Api api) { Task M() => api.[|Get|]<Order>(); }
        """);

    [Fact]
    public Task MethodOfTheSameNameInAnotherClass_IsNoWrapper() => _test.Reports("""
        class Api(HttpClient http) { public Task Get(string url) => http.GetAsync(url); }
        class Cache { public string? Get(string url) => null; }
        class Orders(Api api, Cache cache)
        {
            Task M() { cache.Get("https://crm.contoso.com"); return api.[|Get|]("https://erp.contoso.com"); }
        }
        """);

    [Fact]
    public Task LoopbackOfTheCaller_IsQuiet() => _test.IsQuiet("""
        class Api(HttpClient http) { public Task Get(string url) => http.GetAsync(url); }
        class Orders(Api api) { Task M() => api.Get("http://localhost:5000/orders"); }
        """);

    [Fact]
    public Task PathOfTheCaller_IsToldThere() => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/orders/open").Reports("""
        class C(HttpClient http)
        {
            Task Get(string p) => http.GetStringAsync(new Uri(new Uri("https://erp.contoso.com/"), p));
            Task Do(string p) => Get("orders/" + p);
            public Task A() => [|Do|]("open");
        }
        """);

    [Theory]
    [InlineData("order.Channel")]
    [InlineData("Channel.Web")]
    public Task OneOfAFewNames_IsAValueInAPath(string channel) => EndpointTest.Test.WithProperty("endpoint", "https://erp.contoso.com/channels/{}/orders").Reports($$"""
        enum Channel { Shop, Web }
        class Api(HttpClient http) { public Task Orders(string phone, Channel channel) => http.[|PostAsync|]($"https://erp.contoso.com/channels/{channel.ToString().ToLower()}/orders", new StringContent(phone)); }
        class Order { public Channel Channel { get; set; } }
        class C(Api api) { Task M(Order order) => api.Orders("1", {{channel}}); }
        """);

    [Theory]
    [InlineData("settings/{name}")]
    [InlineData("api/v1/templates/{templateName}")]
    [InlineData("https://erp.contoso.com/files/{file_name}")]
    public Task NameBehindAWordOfThePath_IsAValueInIt(string path) => _test.Reports($$"""
        class Api
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/") };
            public Task Get(string name, string templateName, string file_name) => http.[|GetAsync|]($"{{path}}");
        }
        class C(Api api) { Task M() => api.Get("LastRun", "Letters", "a.pdf"); }
        """);

    [Fact]
    public Task PrivateMethodThatIsHandedTheSameClientByAll_IsToldInside() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports("""
        class Orders
        {
            readonly HttpClient erp = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public Task Close(Guid id) => Mark(erp, id);
            public Task Open(Guid id) { using var client = new HttpClient { BaseAddress = new Uri("https://erp.contoso.com") }; return Mark(client, id); }
            static Task Mark(HttpClient client, Guid id) => client.[|GetAsync|]($"orders/{id}");
        }
        """);

    [Fact]
    public Task PrivateMethodThatIsHandedDifferentClients_IsToldAtItsCallers() => _test.Reports("""
        class Orders
        {
            readonly HttpClient erp = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            readonly HttpClient crm = new() { BaseAddress = new Uri("https://crm.contoso.com") };
            public Task Close(Guid id) => [|Mark|](erp, id);
            public Task Open(Guid id) => [|Mark|](crm, id);
            static Task Mark(HttpClient client, Guid id) => client.GetAsync($"orders/{id}");
        }
        """);

    [Fact]
    public Task PrivateMethodWhosePathAndClientAreHanded_IsToldAtItsCallers() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class Orders
        {
            readonly HttpClient erp = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public Task Close() => [|Get|](erp, "orders");
            static Task Get(HttpClient client, string path) => client.GetAsync(path);
        }
        """);

    [Theory]
    [InlineData("HttpMethod method", "HttpMethod.Get", "client.SendAsync(new HttpRequestMessage(method, \"orders\"))")]
    [InlineData("string verb", "\"GET\"", "client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), \"orders\"))")]
    [InlineData("bool all", "true", "client.GetAsync(all ? \"orders\" : \"order\")")]
    [InlineData("DayOfWeek day", "DayOfWeek.Friday", "client.GetAsync(day == DayOfWeek.Friday ? \"orders\" : \"order\")")]
    public Task PrivateMethodWhoseCallersChooseMore_IsToldAtItsCallers(string parameter, string given, string call) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").WithProperty("verb", "GET").Reports($$"""
        class Orders
        {
            readonly HttpClient erp = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public Task Close() => [|Mark|](erp, {{given}});
            static Task Mark(HttpClient client, {{parameter}}) => {{call}};
        }
        """);

    [Theory]
    [InlineData("client = new HttpClient { BaseAddress = new Uri(\"https://crm.contoso.com\") };")]
    [InlineData("Swap(ref client);")]
    public Task PrivateMethodThatChangesItsClient_SendsWithTheOther(string change) => _test.WithProperty("endpoint", "https://crm.contoso.com/orders").Reports($$"""
        class Orders
        {
            readonly HttpClient erp = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            public Task Close() => Mark(erp);
            static Task Mark(HttpClient client) { {{change}} return client.[|GetAsync|]("orders"); }
            static void Swap(ref HttpClient other) => other = new HttpClient { BaseAddress = new Uri("https://crm.contoso.com") };
        }
        """);

    [Fact]
    public Task ClientsOfOtherPaths_AreDifferentClients() => _test.Reports("""
        class Orders
        {
            readonly HttpClient a = new() { BaseAddress = new Uri("https://erp.contoso.com/api") };
            readonly HttpClient b = new() { BaseAddress = new Uri("https://erp.contoso.com/api/") };
            public Task Close() => [|Mark|](a);
            public Task Open() => [|Mark|](b);
            static Task Mark(HttpClient client) => client.GetAsync("orders");
        }
        """);

    [Fact]
    public Task PrivateMethodsThatHandTheirClientToEachOther_EndTheSearch() => _test.Reports($$"""
        class Orders
        {
            public Task Go() => [|M0|](new HttpClient { BaseAddress = new Uri("https://erp.contoso.com") }, 1);
            {{string.Join("\n", Enumerable.Range(0, 5).Select(i => $"Task M{i}(HttpClient client, int n) {{ client.GetAsync(\"m{i}\"); {string.Concat(Enumerable.Range(0, 5).Where(j => j != i).Select(j => $"M{j}(client, n); "))} return Task.CompletedTask; }}"))}}
        }
        """);

    // Whoever calls Of says which system it is.
    [Fact]
    public Task PrivateMethodWhoseCallersCallerSaysTheAddress_IsToldThere() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports("""
        static class Orders
        {
            public static Task Of(string url, Guid id) { var client = new HttpClient { BaseAddress = new Uri(url) }; return Mark(client, id); }
            static Task Mark(HttpClient client, Guid id) => client.GetAsync($"orders/{id}");
        }
        class C { Task M(Guid id) => Orders.[|Of|]("https://erp.contoso.com", id); }
        """);

    [Fact]
    public Task ChoiceOfATextAndWhatOnlyRunTimeKnows_IsAValue() => _test.WithProperty("endpoint", "https://erp.contoso.com/places/{}").Reports("""
        class Api(HttpClient http) { public Task Find(string of) => http.[|GetAsync|]("https://erp.contoso.com/places/" + of); }
        class C(Api api) { Task M(string? ip) => api.Find(ip ?? "unknown"); Task N(bool known, Guid id) => api.Find(known ? id.ToString() : "none"); }
        """);

    [Fact]
    public Task ValueBehindAHostThatIsOnlySometimesKnown_IsToldInside() => _test.WithProperty("endpoint", "http://erp:8080/roles/{}").Reports("""
        class Instance { public string Host { get; set; } = Environment.MachineName; }
        interface IDiscovery { Task<Instance?> Find(string name); }
        class Api(HttpClient http, IDiscovery discovery)
        {
            async Task<string> Url() => await discovery.Find("erp") is { } found ? $"http://{found.Host}" : "http://erp:8080";
            public async Task Get(Guid id) => await http.[|GetAsync|]($"{await Url()}/roles/{id}");
        }
        class C(Api api) { Task M(Guid id) => api.Get(id); }
        """);

    [Fact]
    public Task AddressWhoseNameOnlyEndsLikeAnotherSort_IsAPartOfThePath() => _test.WithProperty("endpoint", "https://erp.contoso.com/members/list").Reports("""
        class Api(HttpClient http) { public Task Get(string membershipAddress) => http.GetAsync("https://erp.contoso.com/" + membershipAddress); }
        class C(Api api) { Task M() => api.[|Get|]("members/list"); }
        """);

    [Theory]
    [InlineData("api/{name}", "api/LastRun")]
    [InlineData("v2/{name}", "v2/LastRun")]
    [InlineData("erp/{serviceName}", "erp/LastRun")]
    [InlineData("erp/{entity_name}", "erp/LastRun")]
    [InlineData("erp/x{name}", "erp/xLastRun")]
    [InlineData("https://erp.contoso.com/{name}", "LastRun")]
    public Task NameOfAKindOfThing_IsAPartOfThePath(string path, string endpoint) => _test.WithProperty("endpoint", "https://erp.contoso.com/" + endpoint).Reports($$"""
        class Api
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/") };
            public Task Get(string name, string serviceName, string entity_name) => http.GetAsync($"{{path}}");
        }
        class C(Api api) { Task M() => api.[|Get|]("LastRun", "LastRun", "LastRun"); }
        """);

    [Fact]
    public Task ChoicesInAQuery_LeaveThePathToTheCaller() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        class Api(HttpClient http)
        {
            public Task Get(string address, {{string.Join(", ", Enumerable.Range(0, 8).Select(i => $"int? p{i}"))}}) =>
                http.GetAsync(address + {{string.Join(" + ", Enumerable.Range(0, 8).Select(i => $"(p{i} != null ? $\"&p{i}={{p{i}}}\" : \"\")"))}});
        }
        class C(Api api) { Task M({{string.Join(", ", Enumerable.Range(0, 8).Select(i => $"int? p{i}"))}}) => api.[|Get|]("https://erp.contoso.com/orders?a=1", {{string.Join(", ", Enumerable.Range(0, 8).Select(i => $"p{i}"))}}); }
        """);
}
