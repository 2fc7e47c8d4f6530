using System.Collections.Immutable;
using System.Globalization;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// Which part of a configuration key names a system: <c>Services:Erp:BaseUrl</c> → Erp, <c>CatalogApiUrl</c> → Catalog, and of an environment variable's
/// <c>PAYROLL_API_URL</c> → Payroll, <c>CRM_SERVICE_HOST</c> → Crm.
/// </summary>
internal static class TellingSegment
{
    private static readonly ImmutableHashSet<string> _generic = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Services", "Service", "Endpoints", "Endpoint", "Urls", "Url", "Uris", "Uri", "BaseUrl", "BaseUrls", "BaseUri", "BaseUris", "BaseAddress", "BaseAddresses", "Base", "Address", "Addresses", "Host", "Hosts", "HostName",
        "Server", "Api", "Apis", "ApiUrl", "ApiUrls", "ApiBase", "ApiBaseUrl", "Http", "Https", "Grpc", "Rest", "Soap", "Wcf", "OData", "GraphQL", "WebSocket", "WebSockets", "SignalR", "Tcp", "Ftp", "Sftp", "Client", "Clients", "HttpClient", "HttpClients", "Settings", "Setting", "AppSettings", "Options",
        "Config", "Configuration", "ConnectionStrings", "ConnectionString", "External", "Internal", "ExternalServices", "Values", "Root", "Path", "Default", "Domain", "Origin", "Location",
        "Link", "Target", "Destination", "Port", "Scheme", "Protocol", "Integration", "Integrations", "Backend", "Backends", "Remote", "Web", "Www", "Uat", "Dev", "Prod", "Live", "Test", "Staging", "Production", "Development", "Primary", "Secondary", "Hub", "Hubs", "Svc", "Svcs", "Ws", "Wss");

    private static readonly ImmutableArray<string> _suffixes =
    [
        "BaseAddress", "BaseUrl", "BaseUri", "ApiUrl", "ApiUri", "EndpointUrl", "HostName", "Endpoint", "Address", "Configuration", "Settings", "Options", "Config", "Host", "Url", "Uri",
        "Base", "Client", "Api", "Http", "Https", "Grpc", "Path", "Root", "_PORT", "UrlPattern", "UriPattern", "UrlTemplate", "UriTemplate", "UrlFormat", "UriFormat",
    ];

    // What a platform puts in front of its own variables' ends: CRM_SERVICE_HOST.
    private static readonly ImmutableArray<string> _platforms = ["_SERVICE_HOST", "_SERVICE_PORT", "_SERVICE_URL", "_SERVICE_URI", "_SERVICE_ENDPOINT", "_SERVICE_ADDRESS", "_SERVICE_BASE_URL", "_SERVICE_API_URL"];

    private static readonly char[] _separators = ['_', '-', '.', ' '];

    /// <summary>The telling part, or the whole key if every part is generic.</summary>
    public static string Of(string key)
    {
        var segments = key.Replace("__", ":").Split(':');
        for (var i = segments.Length - 1; i >= 0; i--)
        {
            var name = Strip(segments[i]);
            if (name.Length > 0 && !_generic.Contains(name) && !_generic.Contains(segments[i]) && !IsNumber(name))
            {
                return IsVariable(key) ? Spoken(name) : name;
            }
        }

        return key;
    }

    private static string Strip(string segment)
    {
        var name = segment;
        if (_platforms.FirstOrDefault(end => name.Length > end.Length && name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } platform)
        {
            name = name.Substring(0, name.Length - platform.Length);
        }

        while (_suffixes.FirstOrDefault(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            name = name.Substring(0, name.Length - found.Length).TrimEnd(_separators);
        }

        // API_URL_PAYROLL, with the generic words in front.
        while (name.IndexOf('_') is > 0 and var first && _generic.Contains(name.Substring(0, first)))
        {
            name = name.Substring(first + 1);
        }

        return name.Trim(_separators);
    }

    /// <summary>True for an index and for a version: <c>0</c>, <c>V2</c>, <c>v1.1</c>.</summary>
    private static bool IsNumber(string name) => (name[0] is 'v' or 'V' ? name.Substring(1) : name) is { Length: > 0 } digits && digits.All(character => character is '.' or '_' or (>= '0' and <= '9'));

    /// <summary>True for a key in capitals, as environment variables are written.</summary>
    private static bool IsVariable(string key) => key.IndexOf('_') >= 0 && key.All(character => !char.IsLower(character));

    /// <summary><c>ORDER_ENTRY</c> → OrderEntry.</summary>
    private static string Spoken(string name) => string.Concat(name.Split(_separators, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Substring(0, 1) + word.Substring(1).ToLower(CultureInfo.InvariantCulture)));
}
