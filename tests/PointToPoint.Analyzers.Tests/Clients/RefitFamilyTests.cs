using PointToPoint.Analyzers.Clients;
using PointToPoint.Testing;

using Refit;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Interfaces that Refit implements: attributes say verb and path, a registration or <c>RestService.For</c> says where.</summary>
public sealed class RefitFamilyTests
{
    private const string Api = """
        using Microsoft.Extensions.DependencyInjection;
        using Refit;
        public interface IErpApi
        {
            [Get("/orders/{id}?full={full}")] Task<string> Find(int id, bool full);
        }

        """;

    private static readonly AnalyzerTest _test = CouplingTest.New()
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(RestService).Assembly).With(typeof(Refit.HttpClientFactoryExtensions).Assembly));

    private static readonly AnalyzerTest _calls = _test.WithDefaultRule(RuleIds.DirectHttpCall).IgnoringRules(RuleIds.DirectWiring);

    [Theory]
    [InlineData("Type[] apis = [typeof(IErpApi), typeof(IOther)];", "apis")]
    [InlineData("var apis = new List<Type> { typeof(IErpApi) };", "apis")]
    [InlineData("", "new[] { typeof(IErpApi), typeof(IOther) }")]
    public Task InterfacesThatALoopGoesThrough_AreRegistered(string list, string apis) => _calls.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports(Api + $$"""
        interface IOther { [Get("/other")] Task<string> Other(); }
        class Uses(IErpApi api) { Task M() => api.[|Find|](1, true); }
        static class Startup
        {
            static void Add(IServiceCollection services)
            {
                {{list}}
                foreach (var api in {{apis}})
                {
                    services.AddRefitClient(api).ConfigureHttpClient(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
                }
            }
        }
        """);

    [Theory]
    [InlineData("Get(\"/orders\")", "GET", "/orders")]
    [InlineData("Post(\"/orders/{id}\")", "POST", "/orders/{}")]
    [InlineData("Put(\"/orders/{id}/lines/{line}\")", "PUT", "/orders/{}/lines/{}")]
    [InlineData("Delete(\"/files/{**rest}\")", "DELETE", "/files/{}")]
    [InlineData("Patch(\"/orders?q={id}\")", "PATCH", "/orders")]
    [InlineData("Head(Paths.Orders)", "HEAD", "/constant")]
    [InlineData("OptionsAttribute(\"/orders\")", "OPTIONS", "/orders")]
    [InlineData("Get(\"\")", "GET", "")]
    public Task Attribute_SaysVerbAndPath(string attribute, string verb, string path) => _calls
        .WithProperty("verb", verb).WithProperty("endpoint", "https://erp.contoso.com/api" + path).WithProperty("client", "Contoso.IErpApi").WithProperty("member", "M:Contoso.IErpApi.Call(System.String,System.Int32,System.String)")
        .Reports($$"""
            using Refit;
            namespace Contoso;
            static class Paths { public const string Orders = "/constant"; }
            interface IErpApi { [{{attribute}}] Task<string> Call(string id, int line, string rest); }
            class C
            {
                private readonly IErpApi _api = RestService.For<IErpApi>("https://erp.contoso.com/api");
                Task M() => _api.[|Call|]("1", 2, "a/b");
            }
            """);

    [Theory]
    [InlineData("services.AddRefitClient<IErpApi>().ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api\"));")]
    [InlineData("services.AddRefitClient<IErpApi>(new RefitSettings()).ConfigureHttpClient((sp, c) => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"));")]
    [InlineData("services.AddRefitClient<IErpApi>(sp => new RefitSettings()).SetHandlerLifetime(TimeSpan.FromMinutes(1)).ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api\"));")]
    [InlineData("services.AddRefitClient<IErpApi>(new RefitSettings(), \"erp\").ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api\"));")]
    [InlineData("services.AddRefitClient(typeof(IErpApi)).ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api\"));")]
    [InlineData("services.AddRefitClient(typeof(IErpApi), new RefitSettings()).ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api\"));")]
    [InlineData("services.AddHttpClient(\"x\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api\")).AddRefitClient<IErpApi>();")]
    [InlineData("services.AddHttpClient(\"x\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api\")).AddTypedClient(RestService.For<IErpApi>);")]
    [InlineData("services.AddHttpClient(\"x\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api\")).AddTypedClient(c => RestService.For<IErpApi>(c));")]
    [InlineData("services.AddHttpClient(\"x\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api\")).AddTypedClient<IErpApi>(c => RestService.For<IErpApi>(c, new RefitSettings()));")]
    [InlineData("services.AddSingleton<IErpApi>(sp => RestService.For<IErpApi>(\"https://erp.contoso.com/api\"));")]
    [InlineData("services.AddTransient(sp => RestService.For<IErpApi>(new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/api\") }));")]
    [InlineData("services.AddSingleton(RestService.For<IErpApi>(\"https://erp.contoso.com/api\", new RefitSettings()));")]
    public Task Registration_SaysWhere(string registration) => _calls
        .WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}").WithProperty("to", "erp.contoso.com")
        .Reports(Api + $$"""
            class Orders(IErpApi api) { Task<string> Load(int id) => api.[|Find|](id, true); }
            static class Setup { static void Add(IServiceCollection services) { {{registration}} } }
            """);

    [Theory]
    [InlineData("var api = RestService.For<IErpApi>(\"https://erp.contoso.com/api\");")]
    [InlineData("var http = new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/api\") }; var api = RestService.For<IErpApi>(http, new RefitSettings());")]
    [InlineData("var http = new HttpClient(); http.BaseAddress = new Uri(\"https://erp.contoso.com/api\"); var api = RestService.For<IErpApi>(http);")]
    [InlineData("var api = (IErpApi)RestService.For(typeof(IErpApi), \"https://erp.contoso.com/api\");")]
    [InlineData("var api = RestService.For<IErpApi>(client: new HttpClient { BaseAddress = new Uri(\"https://erp.contoso.com/api\") });")]
    [InlineData("var api = Made(\"https://erp.contoso.com/api\"); static IErpApi Made(string url) => RestService.For<IErpApi>(url);")]
    public Task ClientThatIsMade_SaysWhere(string body) => _calls.WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}")
        .Reports(Api + $$"""class Orders { async Task M() { {{body}} await api.[|Find|](1, false); } }""");

    [Fact]
    public Task ClientThatTheContainerIsAskedFor_IsTheRegisteredOne() => _calls.WithProperty("endpoint", "https://erp.contoso.com/orders/{}").Reports(Api + """
        class Job(IServiceProvider provider)
        {
            Task<string> Run() => provider.GetRequiredService<IErpApi>().[|Find|](1, true);
            static void Add(IServiceCollection services) => services.AddRefitClient<IErpApi>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """);

    [Fact]
    public Task InheritedMethod_IsACallOfTheInterfaceThatIsRegistered() => _calls
        .WithProperty("endpoint", "https://erp.contoso.com/orders/{}").WithProperty("client", "IFullApi").WithProperty("member", "M:IErpApi.Find(System.Int32,System.Boolean)")
        .Reports(Api + """
            public interface IFullApi : IErpApi;
            class Orders(IFullApi api) { Task<string> Load() => api.[|Find|](1, true); }
            static class Setup { static void Add(IServiceCollection services) => services.AddRefitClient<IFullApi>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://erp.contoso.com")); }
            """);

    [Fact]
    public Task HttpClientOfAnAdapter_HasTheAddressThatItsConstructorSets() => _calls
        .WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}").WithProperty("provenance", "field ErpAdapter._api ← RestService.For<IErpApi> ← typed client ErpAdapter ← BaseAddress ← literal")
        .Reports(Api + """
            class ErpAdapter : IErpApi
            {
                private readonly IErpApi _api;
                public ErpAdapter(HttpClient http)
                {
                    http.BaseAddress = new Uri("https://erp.contoso.com/api");
                    _api = RestService.For<IErpApi>(http);
                }

                public Task<string> Find(int id, bool full) => _api.[|Find|](id, full);
            }

            class Orders(IErpApi api) { Task<string> Load() => api.Find(1, true); }
            static class Setup { static void Add(IServiceCollection services) => services.AddHttpClient<IErpApi, ErpAdapter>(); }
            """);

    [Fact]
    public Task ClientThatNobodyRegistersHere_IsUnknown() => _test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "no registration of 'IErpApi' was found that sets a base address")
        .Reports(Api + "class Orders(IErpApi api) { Task<string> Load() => api.[|Find|](1, true); }");

    [Fact]
    public Task KeyedClient_IsUnknownRatherThanAnyOther() => _test.WithDefaultRule(RuleIds.UnknownTarget).IgnoringRules(RuleIds.DirectWiring)
        .WithProperty("unknownReason", "which 'IErpApi' the key stands for isn't known")
        .Reports(Api + """
            class Orders([FromKeyedServices("a")] IErpApi api) { Task<string> Load() => api.[|Find|](1, true); }
            static class Setup { static void Add(IServiceCollection services) => services.AddRefitClient<IErpApi>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://erp.contoso.com")); }
            """);

    [Theory]
    [InlineData("services.AddKeyedRefitClient<IErpApi>({0}).ConfigureHttpClient(c => c.BaseAddress = new Uri({1}));")]
    [InlineData("services.AddKeyedRefitClient<IErpApi>({0}, new RefitSettings(), \"named\" + {0}).ConfigureHttpClient(c => c.BaseAddress = new Uri({1}));")]
    [InlineData("services.AddKeyedRefitClient(typeof(IErpApi), {0}).ConfigureHttpClient(c => c.BaseAddress = new Uri({1}));")]
    [InlineData("services.AddKeyedSingleton<IErpApi>({0}, (sp, key) => RestService.For<IErpApi>({1}));")]
    [InlineData("Add(services, {0}, {1}); static void Add(IServiceCollection services, string key, string url) => services.AddKeyedRefitClient<IErpApi>(key).ConfigureHttpClient(c => c.BaseAddress = new Uri(url));")]
    [InlineData("Add(services, {0}, {1}); static void Add(IServiceCollection services, string key, string url) => services.AddKeyedSingleton(key, (sp, _) => RestService.For<IErpApi>(url));")]
    public async Task KeyedClient_IsTheOneOfItsKey(string registration)
    {
        foreach (var user in new[] { "class Orders([FromKeyedServices(\"a\")] IErpApi api) { Task<string> Load() => api.[|Find|](1, true); }", "class Job(IServiceProvider provider) { Task<string> Run() => provider.GetRequiredKeyedService<IErpApi>(\"a\").[|Find|](1, true); }" })
        {
            await _calls.WithProperty("endpoint", "https://a.contoso.com/orders/{}").Reports(Api + user + $$"""

                static class Setup
                {
                    static void A(IServiceCollection services) { {{registration.Replace("{0}", "\"a\"", StringComparison.Ordinal).Replace("{1}", "\"https://a.contoso.com\"", StringComparison.Ordinal)}} }
                    static void B(IServiceCollection services) { {{registration.Replace("{0}", "\"b\"", StringComparison.Ordinal).Replace("{1}", "\"https://b.contoso.com\"", StringComparison.Ordinal)}} }
                    static void C(IServiceCollection services) => services.AddRefitClient<IErpApi>().ConfigureHttpClient(c => c.BaseAddress = new Uri("https://c.contoso.com"));
                }
                """);
        }
    }

    [Theory]
    [InlineData("static IErpApi Made(string url) => RestService.For<IErpApi>(url);", "Made")]
    [InlineData("static IErpApi Made(string host) { var url = $\"https://{host}/api\"; return (IErpApi)RestService.For(typeof(IErpApi), url, new RefitSettings()); }", "Made", "erp.contoso.com")]
    [InlineData("static IErpApi Made(string url) => Twice<IErpApi>(url); static T Twice<T>(string url) => RestService.For<T>(url);", "Made")]
    [InlineData("static T Made<T>(string url) => RestService.For<T>(url);", "Made|<IErpApi>")]
    public Task AddressThatTheCallerGives_IsAWiringThere(string methods, string call, string given = "https://erp.contoso.com/api") => _test.Reports(
        Api + $$"""
            class Orders
            {
                Task<string> Load()
                {
                    var api = {|#0:{{call.Replace("|", "|}", StringComparison.Ordinal) + (call.Contains('|') ? "" : "|}")}}("{{given}}");
                    return api.{|#1:Find|}(1, true);
                }
                {{methods}}
            }
            """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/api").WithProperty("client", "IErpApi"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}"));

    [Fact]
    public Task AddressOfARegistrationMethod_ReachesTheInjectedClient() => _test.Reports(
        Api + """
            class Orders(IErpApi api) { Task<string> Load() => api.{|#1:Find|}(1, true); }
            static class Setup
            {
                static void AddApi<T>(this IServiceCollection services, string url) where T : class => services.AddSingleton(RestService.For<T>(url));
                static void Add(IServiceCollection services) => services.{|#0:AddApi|}<IErpApi>("https://erp.contoso.com/api");
            }
            """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/api"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://erp.contoso.com/api/orders/{}"));

    [Fact]
    public Task Address_IsAWiringWhereTheClientIsMade() => _test.WithDefaultRule(RuleIds.DirectWiring)
        .WithProperty("endpoint", "https://erp.contoso.com/api").WithProperty("client", "IErpApi").WithProperty("provenance", "RestService.For<IErpApi> ← literal")
        .Reports(Api + """class Orders { IErpApi Api { get; } = RestService.[|For|]<IErpApi>("https://erp.contoso.com/api"); }""");

    [Fact]
    public Task HttpClient_IsAWiringWhereItsAddressIsSet() => _test.WithDefaultRule(RuleIds.DirectWiring)
        .Reports(Api + """class Orders { IErpApi Api { get; } = RestService.For<IErpApi>(new HttpClient { [|BaseAddress|] = new Uri("https://erp.contoso.com/api") }); }""");

    [Fact]
    public Task ConfiguredClient_IsAWiringWhereItIsConfigured() => _test.WithDefaultRule(RuleIds.DirectWiring)
        .WithProperty("provenance", "AddRefitClient<IErpApi> ← literal")
        .Reports(Api + """
            static class Setup { static void Add(IServiceCollection services) => services.AddRefitClient<IErpApi>().[|ConfigureHttpClient|](c => c.BaseAddress = new Uri("https://erp.contoso.com")); }
            """);

    [Fact]
    public Task InterfaceThatIsOnlyMentioned_IsNoCall() => _test.IsQuiet(Api + """
        class Orders(IErpApi api)
        {
            object[] Mentions => [nameof(IErpApi.Find), typeof(IErpApi), nameof(api.Find), api];
            static void Add(IServiceCollection services) => services.AddRefitClient<IErpApi>();
        }
        """);

    [Fact]
    public Task ClassThatImplementsTheInterface_IsNoCall() => _test.IsQuiet(Api + """
        class FakeApi : IErpApi { public Task<string> Find(int id, bool full) => Task.FromResult(""); }
        class Orders(FakeApi fake)
        {
            Task<string> OfTheClass() => fake.Find(1, true);
            Task<string> OfTheInterface() { IErpApi api = new FakeApi(); return api.Find(1, true); }
        }
        """);

    [Fact]
    public Task AttributeOfTheSameName_InAnotherNamespace_IsNoCall() => _test.IsQuiet("""
        namespace Contoso
        {
            class GetAttribute(string path) : Attribute { public string Path => path; }
            interface IErpApi { [Get("/orders")] Task Load(); [Obsolete] void Old(); }
            class Orders(IErpApi api) { Task Load() => api.Load(); }
            static class RestService { public static T For<T>(string url) => default!; }
            class Made { IErpApi Api = RestService.For<IErpApi>("https://erp.contoso.com"); }
        }
        """);

    [Fact]
    public Task MissingAttribute_IsNoCallToACompiler() => CouplingTest.New().IsQuiet("""
        interface IErpApi { [{|CS0246:{|CS0246:Get|}|}("/orders")] Task Load(); }
        class Orders(IErpApi api) { Task Load() => api.Load(); }
        """);

    [Fact]
    public void Verbs_AreThoseOfTheRealAttributes() => Assert.Equal(
        typeof(HttpMethodAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(HttpMethodAttribute)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        AttributedInterfaces.Verbs.Select(verb => verb + "Attribute").Order(StringComparer.Ordinal));

    [Fact]
    public Task OwnClassBehindTheInterface_IsNoCallOfItsWrappersEither() => _test.IsQuiet("""
        using Refit;
        public interface IErpApi { [Get("/orders/{id}")] Task<string> Find(string id); }
        public class InMemory : IErpApi { public Task<string> Find(string id) => Task.FromResult(id); }
        public class Orders(IErpApi api)
        {
            public Task<string> Load(string id) => api.Find(id);
            public Task<string> Named() => Run(api.Find);
            private static Task<string> Run(Func<string, Task<string>> find) => find("1");
        }
        public class C { public Task<string> M(Orders orders) => orders.Load("1"); }
        """);
}
