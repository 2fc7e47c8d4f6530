using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.DependencyInjection;

/// <summary>
/// Has the gateway's options validated when the application starts. Options of a type of their own: if the gateway's options were
/// validated each time they are made, a bad change of configuration would throw out of the notification of that change.
/// </summary>
internal sealed class GatewayStartup
{
    internal sealed class Validation(IServiceProvider services) : IValidateOptions<GatewayStartup>
    {
        public ValidateOptionsResult Validate(string? name, GatewayStartup options)
        {
            _ = services.GetRequiredService<RouteTableSource>();
            return ValidateOptionsResult.Success;
        }
    }
}
