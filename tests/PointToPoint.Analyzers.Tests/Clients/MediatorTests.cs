using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>YARP forwards to a destination, which is a direct connection; Dapr's sidecar is a gateway.</summary>
public sealed class MediatorTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall);

    private static readonly AnalyzerTest _yarp = _test.WithReferences(ReferenceSet.AspNetCore.With(typeof(Yarp.ReverseProxy.Forwarder.IHttpForwarder).Assembly));

    private static readonly AnalyzerTest _dapr = _test.WithReferences(ReferenceSet.AspNetCore.With(typeof(Dapr.Client.DaprClient).Assembly));

    private static readonly AnalyzerTest _shown = _dapr.WithEditorConfig("""
        root = true
        [*.cs]
        p2p_report_gateway = true
        """);

    [Fact]
    public Task MapForwarder_IsWiredToItsDestination() => _yarp.WithProperty("endpoint", "http://catalog-api").WithProperty("to", "catalog-api").WithDefaultRule(RuleIds.DirectWiring).Reports("""
        using Microsoft.AspNetCore.Builder;
        static class Setup
        {
            static void Map(WebApplication app) => app.[|MapForwarder|]("/product-images/{id}", "http://catalog-api", "/api/catalog/items/{id}/pic");
        }
        """);

    [Fact]
    public Task Forwarder_CallsItsDestination() => _yarp.WithProperty("endpoint", "https://erp.contoso.com/api/").Reports("""
        using Microsoft.AspNetCore.Http;
        using Yarp.ReverseProxy.Forwarder;
        class C(IHttpForwarder forwarder, HttpMessageInvoker invoker)
        {
            async Task M(HttpContext context) => await forwarder.[|SendAsync|](context, "https://erp.contoso.com/api/", invoker);
        }
        """);

    [Fact]
    public Task Destination_IsWiredWhereItIsSet() => _yarp.WithDefaultRule(RuleIds.DirectWiring).WithProperty("to", "Erp").Reports("""
        using Microsoft.Extensions.Configuration;
        using Yarp.ReverseProxy.Configuration;
        class C(IConfiguration configuration)
        {
            object M() => new ClusterConfig
            {
                ClusterId = "erp",
                Destinations = new Dictionary<string, DestinationConfig> { ["a"] = new() { [|Address|] = configuration["Services:Erp:BaseUrl"]! } },
            };
        }
        """);

    [Fact]
    public Task DestinationOfAHelper_IsWiredWhereItIsCalled() => _yarp.WithDefaultRule(RuleIds.DirectWiring).WithProperty("to", "Erp").Reports("""
        using Microsoft.Extensions.Configuration;
        using Yarp.ReverseProxy.Configuration;
        class C(IConfiguration configuration)
        {
            object M() => new[] { [|Create|]("erp", configuration["Services:Erp:BaseUrl"]!) };
            static ClusterConfig Create(string id, string url) => new()
            {
                ClusterId = id,
                Destinations = new Dictionary<string, DestinationConfig> { ["a"] = new DestinationConfig { Address = url } },
            };
        }
        """);

    [Fact]
    public Task DestinationThatAHelperSetsOnAnObject_IsWiredWhereItIsCalled() => _yarp.WithDefaultRule(RuleIds.DirectWiring).WithProperty("to", "erp").Reports("""
        using Yarp.ReverseProxy.Configuration;
        class C
        {
            object M() => [|Outer|]("http://erp:8080");
            object Outer(string host) => Create(host + "/api");
            static DestinationConfig Create(string url) { var made = new DestinationConfig { Address = url }; return made; }
        }
        """);

    [Fact]
    public Task DestinationThatTheHelperDecides_IsWiredInside() => _yarp.WithDefaultRule(RuleIds.DirectWiring).WithProperty("to", "erp").Reports("""
        using Yarp.ReverseProxy.Configuration;
        class C
        {
            object M() => Create("a");
            static DestinationConfig Create(string health) => new() { [|Address|] = "http://erp:8080", Health = health };
        }
        """);

    [Fact]
    public Task DestinationThatNoCallerKnows_IsQuiet() => _yarp.IsQuiet("""
        using Yarp.ReverseProxy.Configuration;
        class C
        {
            public object M(string given) => Create(given);
            static DestinationConfig Create(string url) => new() { Address = url };
        }
        """);

    [Fact]
    public Task RoutesAndErrors_AreQuiet() => _yarp.IsQuiet("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;
        using Yarp.ReverseProxy.Configuration;
        using Yarp.ReverseProxy.Forwarder;
        static class Own { public static void MapForwarder(this object app, string pattern, string destinationPrefix) { } }
        class Fake : IHttpForwarder
        {
            public ValueTask<ForwarderError> SendAsync(HttpContext context, string destinationPrefix, HttpMessageInvoker httpClient, ForwarderRequestConfig requestConfig, HttpTransformer transformer) => default;
        }
        class C
        {
            void M(IServiceCollection services, object other)
            {
                services.AddReverseProxy().LoadFromMemory([new RouteConfig { RouteId = "a" }], []);
                Own.MapForwarder(other, "/a", "http://catalog-api");
            }
        }
        """);

    [Theory]
    [InlineData("dapr.[|InvokeMethodAsync|](\"orders\", \"open/1\")", "POST", "/open/1")]
    [InlineData("dapr.[|InvokeMethodAsync|]<string>(HttpMethod.Get, \"orders\", $\"open/{id}\")", "GET", "/open/{}")]
    [InlineData("dapr.[|InvokeMethodGrpcAsync|](\"orders\", \"Open\")", "POST", "/Open")]
    [InlineData("DaprClient.CreateInvokeHttpClient(\"orders\").[|GetAsync|](\"/open/1\")", "GET", "/open/1")]
    [InlineData("dapr.CreateInvokableHttpClient(\"orders\").[|DeleteAsync|](\"open\")", "DELETE", "/open")]
    public Task Dapr_CallsThroughItsSidecar(string call, string verb, string path) => _shown
        .WithProperty("verdict", "gateway").WithProperty("to", "orders").WithProperty("verb", verb).WithProperty("endpoint", path)
        .Reports($$"""
            using Dapr.Client;
            class C(DaprClient dapr) { Task M(int id) => {{call}}; }
            """);

    [Fact]
    public Task DaprBehindAnInvokerOfTheOwn_IsToldWhereTheApplicationIsNamed() => _shown
        .WithProperty("verdict", "gateway").WithProperty("to", "orders").WithProperty("verb", "GET").WithProperty("endpoint", "/open/{}")
        .Reports("""
            using Dapr.Client;
            interface IInvoker { Task<T> InvokeAsync<T>(string service, string path, HttpMethod method); }
            class Invoker(DaprClient dapr) : IInvoker { public Task<T> InvokeAsync<T>(string service, string path, HttpMethod method) => dapr.InvokeMethodAsync<T>(method, service, path); }
            class C(IInvoker invoker) { Task M(int id) => invoker.[|InvokeAsync|]<string>("orders", $"open/{id}", HttpMethod.Get); }
            """);

    [Fact]
    public Task Dapr_IsQuiet() => _dapr.IsQuiet("""
        using Dapr.Client;
        class Own { public Task InvokeMethodAsync(string appId, string methodName) => Task.CompletedTask; }
        class C(DaprClient dapr, Own own)
        {
            async Task M()
            {
                await dapr.InvokeMethodAsync("orders", "open");
                await dapr.InvokeMethodAsync(dapr.CreateInvokeMethodRequest("orders", "open"));
                await DaprClient.CreateInvokeHttpClient("orders").GetAsync("/open");
                await dapr.PublishEventAsync("pubsub", "orders", 1);
                await dapr.SaveStateAsync("store", "key", 1);
                await dapr.GetSecretAsync("store", "key");
                await dapr.InvokeBindingAsync("mail", "create", 1);
                await own.InvokeMethodAsync("https://erp.contoso.com", "orders");
            }
        }
        """);

    [Theory]
    [InlineData("dapr.[|InvokeMethodAsync|](dapr.CreateInvokeMethodRequest(\"orders\", \"open/1\"))", "POST")]
    [InlineData("dapr.[|InvokeMethodAsync|](dapr.CreateInvokeMethodRequest(HttpMethod.Get, \"orders\", \"open/1\"))", "GET")]
    [InlineData("dapr.[|InvokeMethodWithResponseAsync|](dapr.CreateInvokeMethodRequest(HttpMethod.Put, \"orders\", \"open/1\"))", "PUT")]
    public Task DaprRequest_SaysWhoIsCalled(string call, string verb) => _shown
        .WithProperty("verdict", "gateway").WithProperty("to", "orders").WithProperty("verb", verb).WithProperty("endpoint", "/open/1")
        .Reports($$"""
            using Dapr.Client;
            class C(DaprClient dapr) { Task M() => {{call}}; }
            """);

    [Fact]
    public Task DaprRequest_InAVariable_SaysWhoIsCalled() => _shown.WithProperty("to", "orders").WithProperty("verb", "GET").Reports("""
        using Dapr.Client;
        class C(DaprClient dapr)
        {
            async Task M()
            {
                var request = dapr.CreateInvokeMethodRequest(HttpMethod.Get, "orders", "open/1");
                request.Headers.Add("x", "y");
                await dapr.[|InvokeMethodAsync|](request);
            }
        }
        """);

    [Theory]
    [InlineData("services.AddHttpClient(\"orders\", c => c.BaseAddress = new Uri(\"http://orders\")).AddHttpMessageHandler<InvocationHandler>()")]
    [InlineData("services.AddHttpClient(\"orders\", c => c.BaseAddress = new Uri(\"http://orders\")).AddHttpMessageHandler(() => new InvocationHandler())")]
    [InlineData("services.AddHttpClient(\"orders\").ConfigureHttpClient(c => c.BaseAddress = new Uri(\"http://orders\")).AddHttpMessageHandler(_ => new InvocationHandler())")]
    public Task ClientWithTheSidecarsHandler_CallsThroughIt(string registration) => _dapr.IsQuiet($$"""
        using Dapr.Client;
        using Microsoft.Extensions.DependencyInjection;
        static class Setup { static void Register(IServiceCollection services) => {{registration}}; }
        class C(IHttpClientFactory factory) { Task M() => factory.CreateClient("orders").GetAsync("open"); }
        """);
}
