namespace PointToPoint.Gateway.Routing;

/// <summary>Everything below one path of one origin: scheme, host and port.</summary>
internal sealed class AddressSpace
{
    private readonly string _scheme;
    private readonly string _host;
    private readonly int _port;

    /// <param name="origin">An absolute address; its path doesn't matter.</param>
    /// <param name="path">The path, with a slash at its end.</param>
    public AddressSpace(Uri origin, string path)
    {
        // IdnHost is what a connection is opened to; the other spellings of a host are only spellings.
        (_scheme, _host, _port, Path) = (origin.Scheme, origin.IdnHost, origin.Port, path);
        Authority = origin.Scheme + "://" + origin.Authority;
        HostHeader = origin.IsDefaultPort ? Bracketed(origin) : Bracketed(origin) + ":" + origin.Port;
    }

    public string Path { get; }

    public string Authority { get; }

    public string HostHeader { get; }

    public bool HasOriginOf(Uri address) =>
        address.Port == _port && address.Scheme == _scheme && string.Equals(address.IdnHost, _host, StringComparison.OrdinalIgnoreCase);

    public bool HasOriginOf(AddressSpace other) =>
        other._port == _port && other._scheme == _scheme && string.Equals(other._host, _host, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path is this space's path or lies below it.</summary>
    public bool Contains(string path) =>
        Path.Length == 1 || path.StartsWith(Path, StringComparison.Ordinal) ||
        (path.Length == Path.Length - 1 && string.CompareOrdinal(path, 0, Path, 0, path.Length) == 0);

    public override string ToString() => Authority + Path;

    private static string Bracketed(Uri origin) =>
        origin.HostNameType == UriHostNameType.IPv6 ? "[" + origin.IdnHost + "]" : origin.IdnHost;
}
