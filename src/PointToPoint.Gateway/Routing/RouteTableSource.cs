using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PointToPoint.Gateway.Http;

namespace PointToPoint.Gateway.Routing;

/// <summary>
/// The table of the moment. Bad configuration stops the start of an application; once it runs, a change for the worse is logged
/// and the last good table stays.
/// </summary>
internal sealed partial class RouteTableSource : IDisposable
{
    private readonly IOptionsMonitor<IntegrationGatewayOptions> _monitor;
    private readonly KeyValuePair<string, string>[] _used;
    private readonly ILogger<RouteTableSource> _logger;
    private readonly object _gate = new();
    private readonly IDisposable? _subscription;
    private volatile RouteTable _current;

    /// <exception cref="OptionsValidationException">The options are bad; the exception tells everything that is wrong.</exception>
    public RouteTableSource(
        IOptionsMonitor<IntegrationGatewayOptions> monitor, IEnumerable<GatewayClientRegistration> registrations, ILogger<RouteTableSource> logger)
    {
        (_monitor, _logger) = (monitor, logger);
        _used = [.. registrations.Select(registration => new KeyValuePair<string, string>(registration.ClientName, registration.System)).Distinct()];
        // Subscribed and read under one lock: a change in between waits and is then seen.
        lock (_gate)
        {
            _current = RouteTable.TryCreate(monitor.CurrentValue, _used, out var errors)
                ?? throw new OptionsValidationException(Options.DefaultName, typeof(IntegrationGatewayOptions), errors);
            _subscription = monitor.OnChange((_, name) =>
            {
                if (string.IsNullOrEmpty(name)) Reload();
            });
        }
    }

    public RouteTable Current => _current;

    public void Dispose() => _subscription?.Dispose();

    // Runs inside the notification of a configuration change, where an exception would end the process or hide other listeners.
    private void Reload()
    {
        lock (_gate)
        {
            try
            {
                if (RouteTable.TryCreate(_monitor.CurrentValue, _used, out var errors) is { } table) _current = table;
                else LogRejected(_logger, string.Join(" ", errors), null);
            }
            catch (Exception exception)
            {
                LogRejected(_logger, "", exception);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The changed configuration of the gateway is not used; the last good one stays. {Errors}")]
    private static partial void LogRejected(ILogger logger, string errors, Exception? exception);
}
