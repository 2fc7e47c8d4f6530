using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Generic registration helpers whose type arguments say which options hold the address: each call of one is a wiring.</summary>
public sealed class GenericRegistrationTests
{
    private const string Usings = """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        """;

    private const string BaseClass = """
        abstract class ApiOptions { public string BaseUrl { get; set; } = ""; }
        class ErpOptions : ApiOptions;
        class CrmOptions : ApiOptions;
        """;

    private const string Interface = """
        interface ApiOptions { string BaseUrl { get; } }
        class ErpOptions : ApiOptions { public string BaseUrl { get; set; } = ""; }
        class CrmOptions : ApiOptions { public string BaseUrl { get; set; } = ""; }
        """;

    [Theory]
    [InlineData(BaseClass, "=> services.AddHttpClient<TClient>((sp, c) => c.BaseAddress = new Uri(sp.GetRequiredService<IOptions<TOptions>>().Value.BaseUrl));", "Services:Erp", "Services:Crm")]
    [InlineData(Interface, "=> services.AddHttpClient<TClient>((sp, c) => { var options = sp.GetRequiredService<IOptions<TOptions>>().Value; c.BaseAddress = new Uri(options.BaseUrl); });", "Services:Erp", "Services:Crm")]
    [InlineData(Interface, "{ var options = configuration.GetSection(section).Get<TOptions>()!; services.AddSingleton(options); services.AddHttpClient<TClient>(c => c.BaseAddress = new Uri(options.BaseUrl)); }", "Erp", "Crm")]
    [InlineData(BaseClass, "{ var options = configuration.GetSection(typeof(TOptions).Name).Get<TOptions>()!; services.AddHttpClient<TClient>(c => c.BaseAddress = new Uri(options.BaseUrl)); }", "ErpOptions", "CrmOptions")]
    public Task OptionsOfTheTypeArgument(string options, string body, string erp, string crm)
    {
        var constraint = options == Interface ? "class, ApiOptions" : "ApiOptions";
        return EndpointTest.Test.Reports(
            Usings + options + $$"""

            class ErpClient(HttpClient http) { public Task Load() => http.{|#2:GetAsync|}("orders"); }
            class CrmClient(HttpClient http) { public Task Load() => http.{|#3:GetAsync|}("customers"); }
            static class Setup
            {
                static void Add(IServiceCollection services, IConfiguration configuration)
                {
                    services.Configure<ErpOptions>(configuration.GetSection("Services:Erp"));
                    services.Configure<CrmOptions>(configuration.GetSection("Services:Crm"));
                    services.{|#0:AddApi|}<ErpClient, ErpOptions>(configuration, "Erp");
                    services.{|#1:AddApi|}<CrmClient, CrmOptions>(configuration, "Crm");
                }
                static void AddApi<TClient, TOptions>(this IServiceCollection services, IConfiguration configuration, string section) where TClient : class where TOptions : {{constraint}}
                {{body}}
            }
            """,
            Site(RuleIds.DirectWiring, 0, $"config:{erp}:BaseUrl"),
            Site(RuleIds.DirectWiring, 1, $"config:{crm}:BaseUrl"),
            Site(RuleIds.DirectHttpCall, 2, $"config:{erp}:BaseUrl/orders"),
            Site(RuleIds.DirectHttpCall, 3, $"config:{crm}:BaseUrl/customers"));
    }

    [Fact]
    public Task HelperThatNobodyCalls_BindsNothingThatIsKnown() => EndpointTest.Test.WithDefaultRule(RuleIds.UnknownTarget)
        .WithProperty("unknownReason", "the base address comes from 'BaseUrl' of options whose class is the type argument 'TOptions'").Reports(Usings + BaseClass + """

        class ErpClient(HttpClient http) { public Task Load() => http.[|GetAsync|]("orders"); }
        public static class Setup
        {
            internal static void AddErp<TOptions>(IServiceCollection services) where TOptions : ApiOptions =>
                services.AddHttpClient<ErpClient>((sp, c) => c.BaseAddress = new Uri(sp.GetRequiredService<IOptions<TOptions>>().Value.BaseUrl));
        }
        """);

    private static DiagnosticResult Site(string rule, int location, string endpoint) => new DiagnosticResult(rule).WithLocation(location).WithProperty("endpoint", endpoint);
}
