using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Clients;

/// <summary>Norway's tokens for machines: who registers its clients is bound to it, and what those clients call is somebody else's.</summary>
public sealed class MaskinportenTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New().WithReferences(CatalogPackages.Referencing("Altinn.ApiClients.Maskinporten")).WithProperty("to", "Maskinporten");

    [Fact]
    public Task Registrations_AreItsWirings() => _test.WithDefaultRule(RuleIds.DirectWiring).Reports("""
        using Altinn.ApiClients.Maskinporten.Extensions;
        using Altinn.ApiClients.Maskinporten.Services;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class C
        {
            void M(IServiceCollection services, IConfiguration configuration)
            {
                services.[|RegisterMaskinportenClientDefinition|]<SettingsJwkClientDefinition>("orders", configuration.GetSection("Maskinporten"));
                services.[|AddMaskinportenHttpClient|]<SettingsJwkClientDefinition>("orders", configuration.GetSection("Maskinporten"));
                services.AddHttpClient("stock").[|AddMaskinportenHttpMessageHandler|]<SettingsJwkClientDefinition>("stock");
            }
        }
        """);

    [Fact]
    public Task Tokens_AreAskedOfIt() => _test.WithDefaultRule(RuleIds.DirectSdkCall).Reports("""
        using Altinn.ApiClients.Maskinporten.Interfaces;
        using Altinn.ApiClients.Maskinporten.Models;
        using Altinn.ApiClients.Maskinporten.Services;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class C(IMaskinportenService maskinporten, IClientDefinition definition, ITokenCacheProvider cache)
        {
            async Task M()
            {
                var kept = await cache.TryGetToken("key");
                await definition.GetClientSecrets();
                var token = await maskinporten.[|GetToken|](definition);
                await maskinporten.[|ExchangeToAltinnToken|](token, "prod");
            }
        }
        """);

    [Fact]
    public Task ClientWithItsTokens_CallsWhereItsAddressIs() => CouplingTest.New().WithReferences(CatalogPackages.Referencing("Altinn.ApiClients.Maskinporten")).WithDefaultRule(RuleIds.DirectHttpCall).WithProperty("to", "erp.contoso.com").Reports("""
        using Altinn.ApiClients.Maskinporten.Extensions;
        using Altinn.ApiClients.Maskinporten.Services;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class Orders(HttpClient http) { public Task<string> Read() => http.[|GetStringAsync|]("orders"); }
        class C
        {
            void M(IServiceCollection services, IConfiguration configuration) => services.{|#0:AddHttpClient|}<Orders>(client => client.BaseAddress = new Uri("https://erp.contoso.com/"))
                .{|#1:AddMaskinportenHttpMessageHandler|}<SettingsJwkClientDefinition, Orders>();
        }
        """,
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(0).WithProperty("to", "erp.contoso.com"),
        new DiagnosticResult(RuleIds.DirectWiring).WithLocation(1).WithProperty("to", "Maskinporten"));
}
