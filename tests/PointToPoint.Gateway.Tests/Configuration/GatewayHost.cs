using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PointToPoint.Gateway.Tests.Configuration;

/// <summary>Starts a host with a gateway configured by JSON, as an application does.</summary>
internal static class GatewayHost
{
    /// <summary>What the host says when it starts; empty if it does start.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(string json, Action<IntegrationGatewayOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)));
        builder.Services.AddIntegrationGateway(builder.Configuration.GetSection("IntegrationGateway"));
        if (configure is not null) builder.Services.Configure(configure);
        using var host = builder.Build();
        try
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            return [];
        }
        catch (OptionsValidationException exception)
        {
            Assert.Equal(typeof(IntegrationGatewayOptions), exception.OptionsType);
            return [.. exception.Failures];
        }
    }

    public static Task<IReadOnlyList<string>> ErrorsOfSystemsAsync(string systems) =>
        ErrorsAsync($$"""{ "IntegrationGateway": { "Systems": {{systems}} } }""");
}
