using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PointToPoint.Gateway.Configuration;

/// <summary>Reads the gateway's options from a configuration section, again whenever the section changes.</summary>
internal sealed class ConfigureGatewayOptions(IConfiguration section)
    : IConfigureOptions<IntegrationGatewayOptions>, IOptionsChangeTokenSource<IntegrationGatewayOptions>
{
    public string? Name => Options.DefaultName;

    public void Configure(IntegrationGatewayOptions options) => GatewayOptionsReader.Read(section, options);

    public IChangeToken GetChangeToken() => section.GetReloadToken();
}
