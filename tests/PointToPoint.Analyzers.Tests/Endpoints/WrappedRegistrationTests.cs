using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Registrations whose address is set by methods of the code's own: calls get it, and the outermost call that fixes it is the one wiring.</summary>
public sealed class WrappedRegistrationTests
{
    private const string Usings = """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        """;

    [Theory]
    [InlineData("services.AddHttpClient<ErpClient>().{|#0:Boo|}(\"https://erp.contoso.com/\")", "static IHttpClientBuilder Boo(this IHttpClientBuilder b, string url) => b.ConfigureHttpClient(c => c.BaseAddress = new Uri(url));")]
    [InlineData("services.AddHttpClient<ErpClient>().{|#0:Boo|}(\"https://erp.contoso.com/\")", "static IHttpClientBuilder Boo(this IHttpClientBuilder b, string url) => b.ConfigureHttpClient((sp, c) => { c.Timeout = TimeSpan.FromSeconds(3); c.BaseAddress = new Uri(url); });")]
    [InlineData("services.AddHttpClient<ErpClient>().{|#0:Boo|}(\"erp\")", "static IHttpClientBuilder Boo(this IHttpClientBuilder b, string host) => b.SetHandlerLifetime(TimeSpan.FromMinutes(1)).Foo($\"https://{host}.contoso.com/\"); static IHttpClientBuilder Foo(this IHttpClientBuilder b, string url) { b.ConfigureHttpClient(c => c.BaseAddress = new Uri(url)); return b; }")]
    [InlineData("services.AddHttpClient<ErpClient>().SetHandlerLifetime(TimeSpan.FromMinutes(1)).{|#0:Boo|}(\"https://erp.contoso.com/\").AddTypedClient<Other>()", "static IHttpClientBuilder Boo(this IHttpClientBuilder b, string url) { var uri = new Uri(url); var kept = b; kept.ConfigureHttpClient(c => c.BaseAddress = uri); return kept; } class Other;")]
    [InlineData("Setup.{|#0:Boo|}(services.AddHttpClient<ErpClient>(), \"https://erp.contoso.com/\")", "static void Boo(IHttpClientBuilder b, string url) => b.ConfigureHttpClient(c => c.BaseAddress = new Uri(url));")]
    [InlineData("{ var b = services.AddHttpClient<ErpClient>(); b.{|#0:Boo|}(\"https://erp.contoso.com/\"); }", "static void Boo(this IHttpClientBuilder b, string url) => b.ConfigureHttpClient(c => c.BaseAddress = new Uri(url));")]
    [InlineData("services.AddHttpClient<ErpClient>().{|#0:Boo|}(new Uri(\"https://erp.contoso.com/\"))", "static T Boo<T>(this T b, Uri url) where T : IHttpClientBuilder { b.ConfigureHttpClient(c => c.BaseAddress = url); return b; }")]
    [InlineData("services.AddHttpClient<ErpClient>().With(b => b.{|#0:ConfigureHttpClient|}(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/\")))", "static IHttpClientBuilder With(this IHttpClientBuilder b, Action<IHttpClientBuilder> configure) { configure(b); return b; }")]
    [InlineData("services.AddErp().{|#0:ConfigureHttpClient|}(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/\"))", "static IHttpClientBuilder AddErp(this IServiceCollection services) => services.AddHttpClient<ErpClient>();")]
    [InlineData("services.AddErp().{|#0:Boo|}(\"https://erp.contoso.com/\")", "static IHttpClientBuilder AddErp(this IServiceCollection services) { var b = services.AddHttpClient<ErpClient>(); return b; } static void Boo(this IHttpClientBuilder b, string url) => b.ConfigureHttpClient(c => c.BaseAddress = new Uri(url));")]
    [InlineData("services.AddErp(c => c.{|#0:BaseAddress|} = new Uri(\"https://erp.contoso.com/\"))", "static void AddErp(this IServiceCollection services, Action<HttpClient> configure) => services.AddHttpClient<ErpClient>(configure);")]
    [InlineData("services.AddErp(c => c.{|#0:BaseAddress|} = new Uri(\"https://erp.contoso.com/\"))", "static void AddErp(this IServiceCollection services, Action<HttpClient> configure) => services.AddHttpClient<ErpClient>(c => { c.Timeout = TimeSpan.FromSeconds(3); configure?.Invoke(c); });")]
    public Task MethodThatConfiguresTheBuilder(string registration, string methods) => Resolves(registration, methods);

    [Theory]
    [InlineData("services.AddHttpClient<ErpClient>(c => {|#0:Set|}(c, \"https://erp.contoso.com/\"))", "static void Set(HttpClient c, string url) => c.BaseAddress = new Uri(url);")]
    [InlineData("services.AddHttpClient<ErpClient>(c => c.{|#0:Point|}(\"https://erp.contoso.com/\"))", "static HttpClient Point(this HttpClient c, string url) { c.BaseAddress = new Uri(url); return c; }")]
    [InlineData("services.AddHttpClient<ErpClient>(c => { c.Timeout = TimeSpan.FromSeconds(3); c.{|#0:Point|}(\"https://erp.contoso.com/\"); })", "static void Point(this HttpClient c, string url) => c.Set(new Uri(url)); static void Set(this HttpClient c, Uri url) { if (c != null) { var kept = c; kept.BaseAddress = url; } }")]
    [InlineData("services.AddHttpClient<ErpClient>(c => c.Slow().{|#0:Point|}(\"https://erp.contoso.com/\"))", "static HttpClient Slow(this HttpClient c) { c.Timeout = TimeSpan.FromSeconds(90); return c; } static HttpClient Point(this HttpClient c, string url) { c.BaseAddress = new Uri(url); return c; }")]
    [InlineData("services.AddHttpClient(nameof(ErpClient)).ConfigureHttpClient((sp, c) => new Cfg(\"https://erp.contoso.com/\").Set(c)).AddTypedClient<ErpClient>()", "class Cfg(string url) { public void Set(HttpClient c) => c.{|#0:BaseAddress|} = new Uri(url); }")]
    [InlineData("{ void Set(HttpClient c, string url) => c.BaseAddress = new Uri(url); services.AddHttpClient<ErpClient>(c => {|#0:Set|}(c, \"https://erp.contoso.com/\")); }", "")]
    public Task LambdaThatCallsAMethod(string registration, string methods) => Resolves(registration, methods);

    [Theory]
    [InlineData("services.AddHttpClient<ErpClient>({|#0:For|}(\"https://erp.contoso.com/\"))", "static Action<HttpClient> For(string url) => c => c.BaseAddress = new Uri(url);")]
    [InlineData("services.AddHttpClient<ErpClient>().ConfigureHttpClient({|#0:For|}(\"erp\"))", "static Action<IServiceProvider, HttpClient> For(string host) { var uri = new Uri($\"https://{host}.contoso.com/\"); return (sp, c) => { c.BaseAddress = uri; }; }")]
    [InlineData("{ var configure = {|#0:For|}(\"https://erp.contoso.com/\"); services.AddHttpClient<ErpClient>(configure); }", "static Action<HttpClient> For(string url) => Twice(url); static Action<HttpClient> Twice(string url) { Action<HttpClient> made = c => Set(c, url); return made; } static void Set(HttpClient c, string url) => c.BaseAddress = new Uri(url);")]
    public Task MethodThatReturnsTheLambda(string registration, string methods) => Resolves(registration, methods);

    [Theory]
    [InlineData("services.AddHttpClient<ErpClient>().Boo(configuration)", "static IHttpClientBuilder Boo(this IHttpClientBuilder b, IConfiguration configuration) => b.{|#0:ConfigureHttpClient|}(c => c.BaseAddress = new Uri(configuration[\"Erp:Url\"]!));")]
    [InlineData("services.AddHttpClient<ErpClient>().Boo(configuration.GetSection(\"Erp\"))", "static IHttpClientBuilder Boo(this IHttpClientBuilder b, IConfiguration section) => b.{|#0:ConfigureHttpClient|}(c => c.BaseAddress = new Uri(section[\"Url\"]!));")]
    [InlineData("services.AddHttpClient<ErpClient>().{|#0:Boo|}(configuration, \"Erp\")", "static IHttpClientBuilder Boo(this IHttpClientBuilder b, IConfiguration configuration, string name) => b.ConfigureHttpClient(c => c.Point(configuration.GetValue<string>(name + \":Url\")!)); static void Point(this HttpClient c, string url) => c.BaseAddress = new Uri(url);")]
    [InlineData("services.AddHttpClient<ErpClient>((sp, c) => c.{|#0:Point|}(sp.GetRequiredService<IOptions<ErpOptions>>().Value.Url))", "static void Point(this HttpClient c, string url) => c.BaseAddress = new Uri(url);")]
    [InlineData("services.AddHttpClient<ErpClient>().Boo()", "static IHttpClientBuilder Boo(this IHttpClientBuilder b) => b.{|#0:ConfigureHttpClient|}((sp, c) => c.BaseAddress = new Uri(sp.GetRequiredService<IOptions<ErpOptions>>().Value.Url));")]
    [InlineData("services.AddHttpClient<ErpClient>(Cfg.{|#0:From|}<ErpOptions>(options => options.Url))", "static class Cfg { public static Action<IServiceProvider, HttpClient> From<T>(Func<T, string> url) where T : class => (sp, c) => c.BaseAddress = new Uri(url(sp.GetRequiredService<IOptions<T>>().Value)); }")]
    public Task AddressFromConfiguration(string registration, string methods) => EndpointTest.Test.WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com" } }""").Reports(
        Usings + $$"""
            class ErpOptions { public string Url { get; set; } = ""; }
            class ErpClient(HttpClient http) { public Task Load() => http.{|#1:GetAsync|}("orders"); }
            static class Setup
            {
                static void Add(IServiceCollection services, IConfiguration configuration)
                {
                    services.Configure<ErpOptions>(configuration.GetSection("Erp"));
                    {{registration}};
                }

                {{methods}}
            }
            """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://erp.contoso.com/orders"));

    [Fact]
    public Task MethodsOnTheWay_AreInTheProvenance() => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring)
        .WithProperty("provenance", "typed client ErpClient ← AddHttpClient<ErpClient> ← Setup.Boo() ← Setup.Point() ← literal").Reports(Usings + """
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>().Boo("https://erp.contoso.com");
            static IHttpClientBuilder Boo(this IHttpClientBuilder b, string url) => b.ConfigureHttpClient(c => c.Point(url));
            static void Point(this HttpClient c, string url) => c.BaseAddress = new Uri(url);
        }
        """);

    [Fact]
    public Task LaterAddress_OverwritesTheOneBefore_AndOneThatMayBeLeftOutDoesNot() => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring)
        .WithProperty("endpoint", "https://erp.contoso.com/orders | https://test.contoso.com/orders").Reports(Usings + """
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services, bool flag)
            {
                var builder = services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri("https://old.contoso.com")).Boo("https://erp.contoso.com");
                if (flag) { builder.Boo("https://test.contoso.com"); }
            }
            static IHttpClientBuilder Boo(this IHttpClientBuilder b, string url) => b.ConfigureHttpClient(c => c.BaseAddress = new Uri(url));
        }
        """);

    [Fact]
    public Task TwoClientsOfOneMethod_EachHaveTheirOwn() => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).Reports(Usings + """
        class ErpClient(HttpClient http) { public Task Load() => http.{|#0:GetAsync|}("orders"); }
        class C(IHttpClientFactory factory) { public Task Load() => factory.CreateClient("crm").{|#1:GetAsync|}("customers"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient<ErpClient>().Boo("https://erp.contoso.com");
                services.AddHttpClient("crm").Boo("https://crm.contoso.com");
            }
            static IHttpClientBuilder Boo(this IHttpClientBuilder b, string url) => b.ConfigureHttpClient(c => c.BaseAddress = new Uri(url));
        }
        """,
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/orders"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://crm.contoso.com/customers"));

    [Fact]
    public Task GatewayInAMethod_IsQuiet() => EndpointTest.Test.IsQuiet(Usings + """
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class GatewayExtensions { public static IHttpClientBuilder UseIntegrationGateway(this IHttpClientBuilder builder, string system) => builder; }
        }
        class ErpClient(HttpClient http) { public Task Load() => http.GetAsync("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>().Routed("erp");
            static IHttpClientBuilder Routed(this IHttpClientBuilder b, string system) => b.UseIntegrationGateway(system);
        }
        """);

    [Theory]
    [InlineData("services.ConfigureHttpClientDefaults(all => all.Boo(\"https://erp.contoso.com\")); services.AddHttpClient<ErpClient>()", "")]
    [InlineData("services.ConfigureHttpClientDefaults(All); services.AddHttpClient<ErpClient>()", "static void All(IHttpClientBuilder all) { all.SetHandlerLifetime(TimeSpan.FromMinutes(1)); all.Boo(\"https://erp.contoso.com\"); }")]
    public Task WhatIsSetForAll(string registration, string methods) => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://erp.contoso.com/orders").Reports(Usings + $$"""
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services) { {{registration}}; }
            static IHttpClientBuilder Boo(this IHttpClientBuilder b, string url) => b.ConfigureHttpClient(c => c.BaseAddress = new Uri(url));
            {{methods}}
        }
        """);

    [Theory]
    [InlineData("static void Point(this HttpClient c, string url) => c.Timeout = TimeSpan.FromSeconds(url.Length);")]
    [InlineData("static void Point(this HttpClient c, string url) => new HttpClient().BaseAddress = new Uri(url);")]
    [InlineData("static void Point(this HttpClient c, string url) { if (url.Length == 0) { c.Point(url); } }")]
    public Task MethodThatSetsNothingOnTheClient_IsUnknown(string method) => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "AddHttpClient<ErpClient> sets no base address").Reports(Usings + $$"""
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddHttpClient<ErpClient>(c => c.Point("https://erp.contoso.com"));
            {{method}}
        }
        """);

    [Fact]
    public Task AddressThatOnlyRunTimeKnows_LeavesTheCallUnknown_NotGone() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget).Reports(Usings + """
        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        static class Setup
        {
            public static void Add(IServiceCollection services, Func<string> ask) => services.AddHttpClient<ErpClient>(For(ask()));
            static Action<HttpClient> For(string url) => c => c.BaseAddress = new Uri(url);
        }
        """);

    private static Task Resolves(string registration, string methods) => EndpointTest.Test.Reports(
        Usings + $$"""
            class ErpClient(HttpClient http) { public Task Load() => http.{|#1:GetAsync|}("orders"); }
            static class Setup
            {
                static void Add(IServiceCollection services)
                {
                    {{registration}};
                }

                {{methods}}
            }
            """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("endpoint", "https://erp.contoso.com/"),
        new DiagnosticResult(RuleIds.DirectHttpCall).WithLocation(1).WithProperty("endpoint", "https://erp.contoso.com/orders"));
}
