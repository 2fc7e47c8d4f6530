using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>What kind of start an address has.</summary>
internal enum AddressKind
{
    /// <summary>Scheme and host are there.</summary>
    Absolute,

    /// <summary>Only a path, query or nothing: the client's base address decides.</summary>
    Relative,

    /// <summary>Starts with a configuration key whose value is unknown.</summary>
    Symbolic,

    /// <summary>Starts with something nobody knows.</summary>
    Unknown,
}

/// <summary>One alternative of an address, taken apart. User info, query and fragment are gone: they never reach a message.</summary>
internal sealed record Address(AddressKind Kind, ImmutableArray<string> Provenance)
{
    private static readonly ImmutableArray<string> _addressNames = ["url", "uri", "address", "host", "authority", "server", "base", "domain", "origin", "urlPattern", "uriPattern", "urlTemplate", "uriTemplate", "urlFormat", "uriFormat"];

    public string? Scheme { get; init; }

    public string? Host { get; init; }

    public int? Port { get; init; }

    /// <summary>True if there is a port that only run time knows.</summary>
    public bool IsPortUnknown { get; init; }

    /// <summary>With holes as <c>{}</c>; of an absolute address either empty or with a leading slash.</summary>
    public string Path { get; init; } = "";

    /// <summary>The configuration keys that the origin was read from.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>Scheme and authority as they stand in one constant text; null if they are pieced together or configured.</summary>
    public string? Origin { get; init; }

    /// <summary>True if the path goes behind all of a client's base address, as code puts it there that reads that from the client.</summary>
    public bool IsBehindBase { get; init; }

    /// <summary>What a relative address is that starts with a configured value, where it can be none: the value stands there until somebody puts an address in its place. Null for others.</summary>
    public Address? OfKey { get; init; }

    /// <summary>True if that value is a single word, neither a path nor a host.</summary>
    public bool StartsWithAWord { get; init; }

    /// <summary>What the unknown start is.</summary>
    public string? Unknown { get; init; }

    /// <summary>True if the unknown start is that of an absolute address (<c>https://{host}/orders</c>): no base address goes before it.</summary>
    public bool HasOrigin { get; init; }

    /// <summary>The parameter of whose member the unknown start is, if that is an object of the code's own; null for any other.</summary>
    public ISymbol? OnObject { get; init; }

    /// <summary>True if all that is known of the start is which member of settings holds it.</summary>
    public bool IsOfMember { get; init; }

    /// <summary>Why it is no address at all, as the end of a sentence about it; null if it is one.</summary>
    public string? Problem { get; init; }

    /// <summary>The parameters that the address is made of, where their callers say more than "some value": the unknown start, or a part that is a path.</summary>
    public ImmutableArray<ISymbol> On { get; init; } = [];

    /// <summary>A parameter that ends the path, and may be a part of it or a value in it; null if there is none.</summary>
    public ISymbol? MayOn { get; init; }

    /// <summary>True if a client's base address may go before it.</summary>
    public bool MayBeRelative => Kind == AddressKind.Relative || (Kind == AddressKind.Unknown && !HasOrigin && Problem is null);

    /// <summary>Why nobody knows where it leads: a sentence without its stop. Null if that isn't the address's affair.</summary>
    /// <param name="what">What it is the address of.</param>
    public string? WhyUnknown(string what) => Problem is not null ? $"{what} {Problem}" : Unknown is not null ? $"{what} comes from {Unknown}" : null;

    /// <summary>True for a key without a value whose name says nothing of an address: <c>Erp:OrdersPath</c>, <c>Erp:GetOrderEndpoint</c>.</summary>
    public bool IsKeyOfPath => Kind == AddressKind.Symbolic && !_addressNames.Any(name => Keys[0].EndsWith(name, StringComparison.OrdinalIgnoreCase));

    public static Address Read(Alternative alternative) => new AddressReader(alternative).Read();

    /// <summary>What the systems are asked about.</summary>
    public ResolvedEndpoint ToEndpoint(string? clientName, ITypeSymbol? clientType) => new()
    {
        Scheme = Scheme,
        Host = Host,
        Port = Port,
        Path = Host is null ? "" : Path,
        ServiceName = Host is null ? null : ServiceName(Host),
        ConfigurationKeys = Keys,
        ClientName = string.IsNullOrEmpty(clientName) ? null : clientName,
        ClientType = clientType is null ? null : TypedClient.NameOf(clientType),
        ClientTypeArguments = clientType is null ? [] : TypedClient.ArgumentsOf(clientType),
    };

    /// <summary>As it is shown: scheme, host, port and path, or the configuration key and path.</summary>
    public string Display()
    {
        var text = new StringBuilder();
        switch (Kind)
        {
            case AddressKind.Absolute:
                text.Append(Scheme is null ? "" : Scheme + ":").Append("//").Append(Host!.Contains(':') ? $"[{Host}]" : Host);
                if (Port is { } port)
                {
                    text.Append(':').Append(port.ToString(CultureInfo.InvariantCulture));
                }
                else if (IsPortUnknown)
                {
                    text.Append(":{}");
                }

                break;
            case AddressKind.Symbolic:
                text.Append("config:").Append(Keys[0]);
                break;
            case AddressKind.Unknown:
                text.Append("{}");
                break;
        }

        if (Path.Length > 0 && Path[0] != '/' && Kind != AddressKind.Relative)
        {
            text.Append('/');
        }

        return text.Append(Path).ToString();
    }

    /// <summary><c>https+http://erp-api</c>, <c>http://erp-api</c>; of <c>_admin.erp-api</c> (a named endpoint) the service.</summary>
    private string? ServiceName(string host)
    {
        if (host[0] == '_' && host.IndexOf('.') is > 0 and var dot)
        {
            host = host.Substring(dot + 1);
        }

        return !Loopback.Is(host) && (Scheme?.Contains("+") == true || (!host.Contains(".") && !host.Contains(":"))) ? host : null;
    }
}
