using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>What the container gives to properties and to parameters of actions is what it gives to constructors.</summary>
public sealed class InjectedPropertyTests
{
    private static readonly AnalyzerTest _test = EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithAdditionalFile("appsettings.json", """{ "Erp": { "Url": "https://erp.contoso.com/" } }""");

    [Theory]
    [InlineData("[Inject] public HttpClient Http { get; set; } = default!;", "Http.[|GetAsync|](\"orders\")")]
    [InlineData("[Inject] private HttpClient Http { get; set; } = null!;", "Http.[|GetAsync|](\"orders\")")]
    [InlineData("[Inject] IHttpClientFactory Factory { get; set; } = default!;", "Factory.CreateClient(\"erp\").[|GetAsync|](\"orders\")")]
    [InlineData("[Inject] IOptions<ErpOptions> Options { get; set; } = default!;", "new HttpClient().[|GetAsync|](Options.Value.Url + \"orders\")")]
    [InlineData("[Inject] IConfiguration Configuration { get; set; } = default!;", "new HttpClient().[|GetAsync|](Configuration[\"Erp:Url\"] + \"orders\")")]
    [InlineData("[Inject] IAddresses Addresses { get; set; } = default!;", "new HttpClient().[|GetAsync|](Addresses.Erp + \"orders\")")]
    public Task InjectedProperty_IsWhatTheContainerGives(string property, string call) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Inject.cs
        namespace Microsoft.AspNetCore.Components { public sealed class InjectAttribute : Attribute; public abstract class ComponentBase; }
        -- Program.cs
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddScoped(_ => new HttpClient { BaseAddress = new Uri("https://erp.contoso.com/") });
        builder.Services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
        builder.Services.Configure<ErpOptions>(builder.Configuration.GetSection("Erp"));
        builder.Services.AddSingleton<IAddresses>(new Addresses { Erp = "https://erp.contoso.com/" });
        public class ErpOptions { public string Url { get; set; } = ""; }
        public interface IAddresses { string Erp { get; } }
        public class Addresses : IAddresses { public required string Erp { get; init; } }
        -- Orders.cs
        using Microsoft.AspNetCore.Components;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Options;
        public class Orders : ComponentBase
        {
            {{property}}
            Task Load() => {{call}};
        }
        """);

    [Theory]
    [InlineData("[FromServices] HttpClient http", "http.[|GetAsync|](\"orders\")")]
    [InlineData("[FromServices] IHttpClientFactory factory", "factory.CreateClient(\"erp\").[|GetAsync|](\"orders\")")]
    [InlineData("[FromServices] Addresses addresses", "new HttpClient().[|GetAsync|](addresses.Erp + \"orders\")")]
    public Task ParameterFromServices_IsWhatTheContainerGives(string parameter, string call) => _test.WithProperty("endpoint", "https://erp.contoso.com/orders").Reports($$"""
        -- Program.cs
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddScoped(_ => new HttpClient { BaseAddress = new Uri("https://erp.contoso.com/") });
        builder.Services.AddHttpClient("erp", c => c.BaseAddress = new Uri("https://erp.contoso.com/"));
        builder.Services.AddSingleton(new Addresses("https://erp.contoso.com/"));
        public record Addresses(string Erp);
        -- OrdersController.cs
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController : ControllerBase { public Task Load({{parameter}}) => {{call}}; }
        """);
}
