using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

public sealed class BaseAddressTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("readonly HttpClient http = new() { BaseAddress = new Uri(\"https://erp.contoso.com/api/\") };")]
    [InlineData("readonly HttpClient http = new(); C() { http.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"); }")]
    [InlineData("readonly HttpClient http; C(HttpClient client) { http = client; http.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"); }")]
    [InlineData("readonly HttpClient http; C(HttpClient client) { client.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"); http = client; }")]
    [InlineData("HttpClient http { get; } = new() { BaseAddress = new(\"https://erp.contoso.com/api/\") };")]
    [InlineData("static readonly HttpClient http = Create(); static HttpClient Create() => new() { BaseAddress = new(\"https://erp.contoso.com/api/\") };")]
    [InlineData("static readonly HttpClient http = Create(); static HttpClient Create() { var c = new HttpClient(); c.BaseAddress = new(\"https://erp.contoso.com/api/\"); return c; }")]
    public Task SetInTheType(string members) => _test.WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}").Reports($$"""
        class C
        {
            {{members}}
            Task M(int id) => http.[|GetAsync|]($"orders/{id}");
        }
        """);

    [Fact]
    public Task SetOnALocal() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class C
        {
            async Task M()
            {
                using var http = new HttpClient();
                http.BaseAddress = new Uri("https://erp.contoso.com");
                await http.[|GetAsync|]("orders");
            }
        }
        """);

    [Theory]
    [InlineData("https://erp.contoso.com/api", "orders", "https://erp.contoso.com/orders")]
    [InlineData("https://erp.contoso.com/api/", "orders", "https://erp.contoso.com/api/orders")]
    [InlineData("https://erp.contoso.com/api/", "/orders", "https://erp.contoso.com/orders")]
    [InlineData("https://erp.contoso.com/api/", "../orders", "https://erp.contoso.com/orders")]
    [InlineData("https://erp.contoso.com/api/", "?page=1", "https://erp.contoso.com/api/")]
    [InlineData("https://erp.contoso.com/api/", "", "https://erp.contoso.com/api/")]
    [InlineData("https://erp.contoso.com/api/", "https://crm.contoso.com/x", "https://crm.contoso.com/x")]
    public Task BaseAndRelative_AreJoinedAsUriDoes(string root, string relative, string endpoint) => _test.WithProperty("endpoint", endpoint).Reports($$"""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("{{root}}") };
            Task M() => http.[|GetAsync|]("{{relative}}");
        }
        """);

    [Fact]
    public Task TypedClient_IsFoundInItsRegistration() => _test
        .WithProperty("endpoint", "https://erp.contoso.com/api/orders")
        .WithProperty("provenance", "typed client ErpClient ← AddHttpClient<ErpClient> ← literal")
        .Reports("""
            -- Program.cs
            using Microsoft.Extensions.DependencyInjection;
            static class Registrations
            {
                static void Add(IServiceCollection services) =>
                    services.{|#0:AddHttpClient|}<ErpClient>(client => client.BaseAddress = new Uri("https://erp.contoso.com/api/"));
            }
            -- ErpClient.cs
            class ErpClient(HttpClient http) { public Task Load() => http.{|P2P1001:GetAsync|}("orders"); }
            """);

    [Theory]
    [InlineData("services.AddHttpClient<ErpClient>(c => { c.Timeout = default; c.BaseAddress = new Uri(\"https://erp.contoso.com\"); });")]
    [InlineData("services.AddHttpClient<ErpClient>((sp, c) => c.BaseAddress = new Uri(\"https://erp.contoso.com\"));")]
    [InlineData("services.AddHttpClient<IErpClient, ErpClient>(c => c.BaseAddress = new Uri(\"https://erp.contoso.com\"));")]
    [InlineData("services.AddHttpClient<ErpClient>(\"erp\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com\"));")]
    [InlineData("services.AddHttpClient<ErpClient>().ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com\"));")]
    [InlineData("services.AddHttpClient(\"erp\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com\")).AddTypedClient<ErpClient>();")]
    [InlineData("services.AddHttpClient<ErpClient>(\"erp\"); services.AddHttpClient(\"erp\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com\"));")]
    public Task TypedClient_InEveryOverload(string registration) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations { static void Add(IServiceCollection services) { {{registration}} } }
        -- ErpClient.cs
        interface IErpClient;
        class ErpClient(HttpClient http) : IErpClient { public Task Load() => http.[|GetAsync|]("orders"); }
        """);

    [Theory]
    [InlineData("\"erp\"", "\"erp\"")]
    [InlineData("Names.Erp", "\"erp\"")]
    [InlineData("\"erp\"", "Names.Erp")]
    [InlineData("nameof(C)", "nameof(C)")]
    public Task NamedClient(string registered, string used) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Names { public const string Erp = "erp"; }
        static class Registrations
        {
            static void Add(IServiceCollection services) => services.AddHttpClient({{registered}}, c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        -- C.cs
        class C(IHttpClientFactory factory) { public Task Load() => factory.CreateClient({{used}}).[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task NameWithAlternatives_AndNameOfTheCaller() => _test.Reports(
        """
        using Microsoft.Extensions.DependencyInjection;
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient("eu", http => http.BaseAddress = new Uri("https://eu.contoso.com"));
                services.AddHttpClient("us", http => http.BaseAddress = new Uri("https://us.contoso.com"));
            }
        }
        class C(IHttpClientFactory factory)
        {
            Task A(bool isEu) => factory.CreateClient(isEu ? "eu" : "us").{|#0:GetAsync|}("a");
            Task B(string region) { var name = region switch { "EU" => "eu", _ => "us" }; var http = factory.CreateClient(name); return http.{|#1:GetAsync|}("b"); }
            async Task D() { foreach (var name in new[] { "eu", "us" }) { var http = factory.CreateClient(name); await http.{|#2:GetAsync|}("d"); } }
            Task Token(string client) { var http = factory.CreateClient(client); return http.PostAsync("connect/token", null); }
            Task E() => {|#3:Token|}("eu");
            Task F(bool isEu) => {|#4:Token|}(isEu ? "eu" : "us");
        }
        """,
        Site(0, "https://eu.contoso.com/a | https://us.contoso.com/a"),
        Site(1, "https://eu.contoso.com/b | https://us.contoso.com/b"),
        Site(2, "https://eu.contoso.com/d | https://us.contoso.com/d"),
        Site(3, "https://eu.contoso.com/connect/token"),
        Site(4, "https://eu.contoso.com/connect/token | https://us.contoso.com/connect/token"));

    [Theory]
    [InlineData("new Uri(text)")]
    [InlineData("new Uri(text, UriKind.Absolute)")]
    [InlineData("new Uri(text + \"/orders\")")]
    [InlineData("new Uri(uriKind: UriKind.Absolute, uriString: text)")]
    public Task AddressOfItsOwnThatNobodyKnows_IsNotThatOfTheClient(string address) => _test.WithDefaultRule(RuleIds.UnknownTarget).Reports($$"""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            static string Next() => System.Console.ReadLine()!;
            Task M() { var text = Next(); return http.[|GetAsync|]({{address}}); }
        }
        """);

    [Fact]
    public Task SchemeThatNobodyKnows_HidesNoHost() => _test.WithProperty("to", "crm.contoso.com").Reports("""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            static string Next() => System.Console.ReadLine()!;
            Task M() => http.[|GetAsync|](new Uri(Next() + "://crm.contoso.com/orders"));
        }
        """);

    [Theory]
    [InlineData("new Uri(text, UriKind.Relative)")]
    [InlineData("new Uri(text, UriKind.RelativeOrAbsolute)")]
    [InlineData("text")]
    public Task PathThatNobodyKnows_IsOneOfTheClient(string address) => _test.WithProperty("endpoint", "https://erp.contoso.com/{}").Reports($$"""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com") };
            static string Next() => System.Console.ReadLine()!;
            Task M() { var text = Next(); return http.[|GetAsync|]({{address}}); }
        }
        """);

    private static DiagnosticResult Site(int location, string endpoint) => new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(location).WithProperty("endpoint", endpoint);

    [Fact]
    public Task UnknownCallInTheChain_HidesNothingInFrontOfIt() => _test.AllowErrors("CS1061").WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com")).AddOfMissingPackage(2.0).AddOther();
        }
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task NamedClientInAField() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) => services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        class C
        {
            readonly HttpClient http;
            public C(IHttpClientFactory factory) { http = factory.CreateClient("erp"); }
            public Task Load() => http.[|GetAsync|]("orders");
        }
        """);

    [Fact]
    public Task UnregisteredName_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "no registration of client \"erp\" was found").Reports("""
        class C(IHttpClientFactory factory) { public Task Load() => factory.CreateClient("erp").[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task ManifestKnowsTheClientByName() => _test.WithManifest("""
        { "systems": { "ERP": { "owner": "finance", "endpoints": ["client:erp"] } } }
        """).WithProperty("to", "ERP").WithProperty("endpoint", "{}/orders").Reports("""
        class C(IHttpClientFactory factory) { public Task Load() => factory.CreateClient("erp").[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task UnregisteredTypedClient_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "no registration of 'ErpClient' was found that sets a base address").Reports("""
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task RegistrationThroughTheGateway_IsQuiet() => _test.IsQuiet("""
        -- Gateway.cs
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class GatewayExtensions { public static IHttpClientBuilder UseIntegrationGateway(this IHttpClientBuilder builder, string system) => builder; }
        }
        -- Program.cs
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services) =>
                services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri(c.BaseAddress!, "api/")).UseIntegrationGateway("erp");
        }
        -- ErpClient.cs
        class ErpClient(HttpClient http) { public Task Load() => http.GetAsync("orders"); }
        """);

    [Fact]
    public Task TypedClientWithTwoRegistrations_KeepsBoth() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders | https://erp2.contoso.com/orders").Reports("""
        using Microsoft.Extensions.DependencyInjection;
        static class Registrations
        {
            static void Add(IServiceCollection services, bool flag)
            {
                if (flag) { services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri("https://erp.contoso.com")); }
                else { services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri("https://erp2.contoso.com")); }
            }
        }
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        """);

    [Fact]
    public Task SubclassWithItsOwnBase() => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports("""
        class ErpClient : HttpClient
        {
            public ErpClient() { BaseAddress = new Uri("https://erp.contoso.com"); }
            Task M() => [|GetAsync|]("orders");
        }
        """);

    [Fact]
    public Task PagesOwnAddress_IsACallToOneself() => EndpointTest.Test.IsQuiet("""
        using Microsoft.Extensions.DependencyInjection;
        namespace Microsoft.AspNetCore.Components.WebAssembly.Hosting { interface IWebAssemblyHostEnvironment { string BaseAddress { get; } } }
        class Orders(HttpClient http) { Task M() => http.GetAsync("api/orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services, Microsoft.AspNetCore.Components.WebAssembly.Hosting.IWebAssemblyHostEnvironment host) =>
                services.AddScoped(sp => new HttpClient { BaseAddress = new Uri(host.BaseAddress) });
        }
        """);

    [Theory]
    [InlineData("Environment.GetEnvironmentVariable(\"WEBSITE_HOSTNAME\")")]
    [InlineData("configuration[\"WEBSITE_HOSTNAME\"]")]
    public Task HostThatAppServiceTellsAnApplicationOfItself_IsACallToOneself(string host) => EndpointTest.Test.IsQuiet($$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class Orders(HttpClient http) { Task M() => http.GetAsync("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services, IConfiguration configuration) =>
                services.AddHttpClient<Orders>(client => client.BaseAddress = new Uri("https://" + {{host}} + "/api/"));
        }
        """);

    [Fact]
    public Task AddressThatIsNone_IsNoWiring() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).Reports("""
        using Microsoft.Extensions.DependencyInjection;
        class Orders(HttpClient http) { Task M() => http.[|GetAsync|]("api/orders"); }
        static class Setup { static void Add(IServiceCollection services) => services.AddHttpClient<Orders>(client => client.BaseAddress = new Uri("TODO")); }
        """);

    [Theory]
    [InlineData("OrdersPath", "https://erp.contoso.com/api/{}")]
    [InlineData("OrdersEndpoint", "https://erp.contoso.com/api/{}")]
    [InlineData("OrdersUrl", "config:Erp:OrdersUrl")]
    [InlineData("OrdersURLPattern", "config:Erp:OrdersURLPattern")]
    [InlineData("OrdersUriTemplate", "config:Erp:OrdersUriTemplate")]
    public Task SettingWithoutAValue_IsAPathBehindTheBaseAddress_UnlessItIsCalledAnAddress(string setting, string endpoint) => EndpointTest.Test
        .IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", endpoint).Reports($$"""
            using Microsoft.Extensions.Configuration;
            class C(IConfiguration configuration)
            {
                HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/api/") };
                Task M() => http.[|GetAsync|](configuration["Erp:{{setting}}"]);
            }
            """);

    [Fact]
    public Task SettingWithoutAValue_IsAnAddress_WhereThereIsNoBaseAddress() => EndpointTest.Test.WithProperty("endpoint", "config:Erp:OrdersEndpoint").Reports("""
        using Microsoft.Extensions.Configuration;
        class C(IConfiguration configuration)
        {
            HttpClient http = new();
            Task M() => http.[|GetAsync|](configuration["Erp:OrdersEndpoint"]);
        }
        """);

    [Theory]
    [InlineData("GetAsync(new Uri(http.BaseAddress!, \"orders\"));", "/api/orders")]
    [InlineData("GetAsync(new Uri(http.BaseAddress!, $\"orders/{id}\"));", "/api/orders/{}")]
    [InlineData("GetAsync(new Uri(http.BaseAddress ?? throw new InvalidOperationException(), \"orders\"));", "/api/orders")]
    [InlineData("GetAsync(new Uri(http.BaseAddress + \"v1/x\").ToString().TrimEnd('/') + \"/orders\");", "/api/v1/x/orders")]
    [InlineData("GetAsync(new Uri(new Uri(http.BaseAddress + \"v1/x\"), \"orders\"));", "/api/v1/orders")]
    [InlineData("GetAsync(http.BaseAddress!.AbsoluteUri.TrimEnd('/') + \"/orders\");", "/api/orders")]
    [InlineData("GetAsync(http.BaseAddress + \"orders\");", "/api/orders")]
    [InlineData("GetAsync($\"{http.BaseAddress}orders?page={id}\");", "/api/orders")]
    [InlineData("GetAsync(new UriBuilder(http.BaseAddress!) { Query = \"page=1\" }.Uri);", "/api/")]
    [InlineData("SendAsync(new HttpRequestMessage(HttpMethod.Put, new Uri(http.BaseAddress!, \"orders\")));", "/api/orders")]
    [InlineData("GetAsync(new Uri(http.BaseAddress!, \"/orders\"));", "/orders")]
    [InlineData("GetAsync(new UriBuilder(http.BaseAddress!) { Path = \"orders\" }.Uri);", "/orders")]
    [InlineData("GetAsync(http.BaseAddress!.GetLeftPart(UriPartial.Authority) + \"/orders\");", "/orders")]
    [InlineData("GetAsync($\"{http.BaseAddress!.Scheme}://{http.BaseAddress.Host}:{http.BaseAddress.Port}/orders\");", "/orders")]
    [InlineData("GetAsync($\"https://{http.BaseAddress!.Authority}/orders\");", "/orders")]
    [InlineData("GetAsync(Of(\"orders\")); Uri Of(string p) { Uri.TryCreate(http.BaseAddress, p, out var uri); return uri!; }", "/api/orders")]
    [InlineData("GetAsync(Of(\"orders\")); Uri Of(string p) { var uri = new UriBuilder(http.BaseAddress!); uri.Path += p; return uri.Uri; }", "/api/orders")]
    public Task BaseThatIsReadBack_IsTheClients(string call, string path) => _test.WithProperty("endpoint", "https://erp.contoso.com" + path).Reports($$"""
        class C
        {
            readonly HttpClient http = new() { BaseAddress = new Uri("https://erp.contoso.com/api/") };
            async Task M(int id) { await http.{{call.Insert(call.IndexOf('('), "|]").Insert(0, "[|")}} }
        }
        """);
}
