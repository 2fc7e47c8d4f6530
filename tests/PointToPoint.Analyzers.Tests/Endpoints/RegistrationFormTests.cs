namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Every form in which a typed client is registered gives its calls their address.</summary>
public sealed class RegistrationFormTests
{
    [Theory]
    [InlineData("services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"));")]
    [InlineData("services.AddHttpClient<ErpClient>((sp, c) => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"));")]
    [InlineData("services.AddHttpClient<ErpClient>(\"x\", c => { c.Timeout = TimeSpan.FromSeconds(3); c.BaseAddress = new(\"https://erp.contoso.com/api/\"); });")]
    [InlineData("services.AddHttpClient<ErpClient>(\"x\", (sp, c) => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"));")]
    [InlineData("services.AddHttpClient<IErpClient, ErpClient>(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"));")]
    [InlineData("services.AddHttpClient<IErpClient, ErpClient>(\"x\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"));")]
    [InlineData("services.AddHttpClient<IErpClient, ErpClient>((sp, c) => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"));")]
    [InlineData("services.AddHttpClient<IErpClient, ErpClient>(c => { c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"); return new ErpClient(c); });")]
    [InlineData("services.AddHttpClient<IErpClient, ErpClient>(\"x\", (c, sp) => { c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"); return new ErpClient(c); });")]
    [InlineData("services.AddHttpClient(\"x\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\")).AddTypedClient<ErpClient>();")]
    [InlineData("services.AddHttpClient(\"x\", c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\")).AddTypedClient<IErpClient, ErpClient>();")]
    [InlineData("services.AddHttpClient(\"x\").ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\")).AddTypedClient(c => new ErpClient(c));")]
    [InlineData("services.AddHttpClient<ErpClient>().ConfigureHttpClient((sp, c) => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\")).SetHandlerLifetime(TimeSpan.FromMinutes(1));")]
    [InlineData("var builder = services.AddHttpClient<ErpClient>(); builder.ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"));")]
    [InlineData("services.AddHttpClient<ErpClient>(c => { c.BaseAddress = new Uri(\"https://old.contoso.com/\"); c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"); });")]
    [InlineData("services.AddHttpClient<ErpClient>(c => c.BaseAddress = new Uri(\"https://old.contoso.com/\")).ConfigureHttpClient(c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"));")]
    [InlineData("services.AddHttpClient<ErpClient>(Configure); static void Configure(HttpClient c) => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\");")]
    [InlineData("Action<HttpClient> configure = c => c.BaseAddress = new Uri(\"https://erp.contoso.com/api/\"); services.AddHttpClient<ErpClient>(configure);")]
    public Task TypedClient(string registration) => EndpointTest.Test.IgnoringRules(RuleIds.DirectWiring).WithProperty("endpoint", "https://erp.contoso.com/api/orders").Reports($$"""
        using Microsoft.Extensions.DependencyInjection;
        interface IErpClient;
        class ErpClient(HttpClient http) : IErpClient { public Task Load() => http.[|GetAsync|]("orders"); }
        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                {{registration}}
            }
        }
        """);
}
