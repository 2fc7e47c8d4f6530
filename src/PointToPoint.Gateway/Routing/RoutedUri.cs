namespace PointToPoint.Gateway.Routing;

/// <summary>
/// The address a request really goes to. It stays on the request, as the canonical address does after HttpClient's own redirects,
/// and remembers what was asked for: a retry that sends the request again is routed anew, by the configuration of that moment.
/// </summary>
internal sealed class RoutedUri(string address, Uri requested) : Uri(address)
{
    public Uri Requested { get; } = requested;
}
