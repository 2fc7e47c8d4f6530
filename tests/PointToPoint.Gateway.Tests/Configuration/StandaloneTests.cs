using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PointToPoint.Gateway.Tests.Infrastructure;

namespace PointToPoint.Gateway.Tests.Configuration;

public sealed class StandaloneTests
{
    [Fact]
    public async Task GatewayWithoutDependencyInjection_IsConfiguredByASection()
    {
        await using var erp = await LoopbackServer.StartAsync();
        var configuration = Configuration(("IntegrationGateway:Systems:Erp:Destination", erp.Address.AbsoluteUri));

        using var gateway = IntegrationGatewayFactory.Create(configuration.GetSection("IntegrationGateway"));

        Assert.Equal("ok", await gateway.CreateClient("erp").GetStringAsync("/x", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ConfigurationOfItsOwn_IsTakenAsTheSection()
    {
        using var gateway = IntegrationGatewayFactory.Create(Configuration(("Systems:erp:Destination", "https://erp.contoso.com/"), ("Logging:Level", "x")));

        Assert.Equal("https://erp.contoso.com/", gateway.GetEndpoint("erp").AbsoluteUri);
    }

    [Fact]
    public void WholeConfigurationOfAnApplication_IsRefusedWithTheRemedy()
    {
        var configuration = Configuration(("IntegrationGateway:Systems:erp:Destination", "https://erp.contoso.com/"), ("AllowedHosts", "*"));

        var failure = Assert.Throws<OptionsValidationException>(() => IntegrationGatewayFactory.Create(configuration));

        Assert.Equal(
            "The configuration given to the gateway has no 'Systems'. Pass the gateway's section, such as configuration.GetSection(\"IntegrationGateway\").",
            failure.Message);
    }

    [Fact]
    public void SectionAndCode_AddUp()
    {
        var services = new ServiceCollection();
        services.AddIntegrationGateway(Configuration(("Systems:ERP:Destination", "https://erp.contoso.com/"), ("Systems:erp:AllowedPaths:0", "/api")));
        services.AddIntegrationGateway(options =>
        {
            options.Systems["erp"].AllowedPaths.Add("/public");
            options.Add("crm", new Uri("https://crm.contoso.com/"));
        });
        using var provider = services.BuildServiceProvider();
        var gateway = provider.GetRequiredService<IIntegrationGateway>();

        Assert.Equal("https://crm.contoso.com/x", gateway.GetEndpoint("crm", "x").AbsoluteUri);
        Assert.Equal("https://erp.contoso.com/public", gateway.GetEndpoint("erp", "public").AbsoluteUri);
        Assert.Throws<GatewayRoutingException>(() => gateway.GetEndpoint("erp", "admin"));
    }

    [Fact]
    public void ListInALaterSource_ReplacesItemsByTheirIndex()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Systems:erp:Destination"] = "https://erp.contoso.com/", ["Systems:erp:AllowedPaths:0"] = "/api" })
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Systems:erp:AllowedPaths:0"] = "/v2" })
            .Build();
        using var gateway = IntegrationGatewayFactory.Create(configuration);

        Assert.Equal("https://erp.contoso.com/v2", gateway.GetEndpoint("erp", "v2").AbsoluteUri);
        Assert.Throws<GatewayRoutingException>(() => gateway.GetEndpoint("erp", "api"));
    }

    [Fact]
    public void NullArguments_AreRefused()
    {
        using var gateway = Gateways.For("erp", "https://erp.contoso.com/");

        Assert.Throws<ArgumentNullException>("section", () => IntegrationGatewayFactory.Create((IConfiguration)null!));
        Assert.Throws<ArgumentNullException>("configure", () => IntegrationGatewayFactory.Create((Action<IntegrationGatewayOptions>)null!));
        Assert.Throws<ArgumentNullException>("system", () => gateway.CreateClient(null!));
        Assert.Throws<ArgumentNullException>("basePath", () => gateway.CreateClient("erp", null!));
        Assert.Throws<ArgumentNullException>("system", () => new ServiceCollection().AddHttpClient("x").UseIntegrationGateway(null!));
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();
}
