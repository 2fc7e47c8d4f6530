using System.Collections.Immutable;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Which part of a configuration key names a system: <c>Services:Erp:BaseUrl</c> → Erp, <c>CatalogApiUrl</c> → Catalog.</summary>
internal static class TellingSegment
{
    private static readonly ImmutableHashSet<string> _generic = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Services", "Service", "Endpoints", "Endpoint", "Urls", "Url", "Uris", "Uri", "BaseUrl", "BaseUrls", "BaseUri", "BaseUris", "BaseAddress", "BaseAddresses", "Base", "Address", "Addresses", "Host", "Hosts", "HostName",
        "Server", "Api", "Apis", "ApiUrl", "ApiUrls", "ApiBase", "ApiBaseUrl", "Http", "Https", "Grpc", "Rest", "Client", "Clients", "HttpClient", "HttpClients", "Settings", "Setting", "AppSettings", "Options",
        "Config", "Configuration", "ConnectionStrings", "ConnectionString", "External", "Internal", "ExternalServices", "Values", "Root", "Path", "Default", "Domain", "Origin", "Location",
        "Link", "Target", "Destination", "Port", "Integration", "Integrations", "Backend", "Backends", "Remote", "Web", "Www", "Uat", "Dev", "Prod", "Live", "Test", "0");

    private static readonly ImmutableArray<string> _suffixes =
    [
        "BaseAddress", "BaseUrl", "BaseUri", "ApiUrl", "ApiUri", "EndpointUrl", "HostName", "Endpoint", "Address", "Configuration", "Settings", "Options", "Config", "Host", "Url", "Uri",
        "Base", "Client", "Api", "Http", "Https", "Grpc", "Path", "Root", "_URL", "_URI", "_HOST", "_ENDPOINT", "_BASE", "_API", "_ADDRESS",
    ];

    /// <summary>The telling part, or the whole key if every part is generic.</summary>
    public static string Of(string key)
    {
        var segments = key.Split(':');
        for (var i = segments.Length - 1; i >= 0; i--)
        {
            var name = Strip(segments[i]);
            if (name.Length > 0 && !_generic.Contains(name) && !_generic.Contains(segments[i]))
            {
                return name;
            }
        }

        return key;
    }

    private static string Strip(string segment)
    {
        var name = segment;
        while (_suffixes.FirstOrDefault(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            name = name.Substring(0, name.Length - found.Length);
        }

        return name.Trim('_', '-', '.', ' ');
    }
}
