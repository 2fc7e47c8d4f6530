namespace PointToPoint.Gateway;

/// <summary>The systems a gateway knows, and where each of them lives.</summary>
public sealed class IntegrationGatewayOptions
{
    /// <summary>The systems by name. Upper and lower case are the same name.</summary>
    public IDictionary<string, GatewaySystemOptions> Systems { get; } =
        new Dictionary<string, GatewaySystemOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Allows two systems to claim the same address, as when one mock server plays all of them in a test. False by default:
    /// an address belongs to one system.
    /// </summary>
    public bool AllowSharedAddresses { get; set; }

    /// <summary>What could not be read from configuration; validation reports it with everything else.</summary>
    internal IList<string> ReadingErrors { get; } = [];
}
