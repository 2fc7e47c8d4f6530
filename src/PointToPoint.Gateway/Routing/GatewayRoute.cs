namespace PointToPoint.Gateway.Routing;

/// <summary>One system as the gateway routes to it: made from validated options, never changed.</summary>
internal sealed class GatewayRoute
{
    private readonly string _logicalHost;
    private readonly string _baseText;
    private readonly string _prefix;
    private readonly AddressSpace _destination;
    private readonly AddressSpace[] _spaces;
    private readonly string[] _allowedPaths;
    private readonly bool _rejectEncodedTraversal;

    public GatewayRoute(string system, GatewaySystemOptions options)
    {
        var address = options.Destination!;
        var basePath = WithSlash(address.AbsolutePath);
        System = system;
        _logicalHost = LogicalAddress.Host(system);
        BaseAddress = LogicalAddress.For(address.Scheme, system);
        _baseText = BaseAddress.AbsoluteUri;
        _destination = new AddressSpace(address, basePath);
        Destination = new Uri(_destination.ToString());
        _prefix = _destination.Authority + basePath.Substring(0, basePath.Length - 1);
        _spaces = [_destination, .. options.Origins.Select(origin => new AddressSpace(origin, Confinement(origin, basePath)))];
        _allowedPaths = [.. options.AllowedPaths.Select(path => path.TrimEnd('/'))];
        _rejectEncodedTraversal = options.RejectEncodedTraversal;
        Redirects = options.Redirects;
        Cookies = options.Cookies;
        InheritHttpClientDefaults = options.InheritHttpClientDefaults;
    }

    public string System { get; }

    /// <summary>The logical address.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The physical address, with a slash at its end.</summary>
    public Uri Destination { get; }

    public GatewayRedirects Redirects { get; }

    public GatewayCookies Cookies { get; }

    public bool InheritHttpClientDefaults { get; }

    /// <summary>Every part of the network this route may reach.</summary>
    public IEnumerable<AddressClaim> Claims =>
        from space in _spaces
        from path in _allowedPaths.DefaultIfEmpty("")
        select new AddressClaim(System, space, space.Path.Substring(0, space.Path.Length - 1) + path + "/");

    /// <summary>The physical address a request to the given address goes to.</summary>
    /// <exception cref="GatewayRoutingException">The address isn't the system's.</exception>
    public Uri Resolve(Uri requested)
    {
        var address = requested is RoutedUri routed ? routed.Requested : requested;
        var error = Find(address, out var target);
        return error is null ? target! : throw RoutingRefusal.Of(this, error.Value, address);
    }

    /// <summary>Whether an address is one of the system's physical addresses that requests may go to.</summary>
    public bool Allows(Uri physical) => FindPhysical(physical) is null;

    /// <summary>Whether the Host header may have a value: only the system's own hosts share its destination's server safely.</summary>
    public bool AllowsHost(string value)
    {
        foreach (var space in _spaces)
        {
            if (string.Equals(space.HostHeader, value, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    public override string ToString() => string.Join(", ", _spaces.Select(space => space.ToString()).Distinct());

    private GatewayRoutingError? Find(Uri address, out Uri? target)
    {
        target = null;
        if (!address.IsAbsoluteUri || !(address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
            return GatewayRoutingError.InvalidAddress;
        // What a client's relative addresses become: text that begins with the whole authority and the slash that ends it.
        if (!address.OriginalString.StartsWith(_baseText, StringComparison.Ordinal))
        {
            if (!IsLogical(address, out var error))
            {
                target = address;
                return error ?? FindPhysical(address);
            }

            if (!address.IsDefaultPort) return GatewayRoutingError.ForeignAddress;
        }

        target = RoutedUri.Create(_prefix, _destination.Path.Length - 1, address);
        if (target is null) return GatewayRoutingError.InvalidAddress;
        // Proved again on the result: what follows a complete authority can't change it, whatever it is made of.
        return _destination.HasOriginOf(target) ? Inspect(target, _destination) : GatewayRoutingError.ForeignAddress;
    }

    private bool IsLogical(Uri address, out GatewayRoutingError? error)
    {
        error = null;
        try
        {
            return string.Equals(address.IdnHost, _logicalHost, StringComparison.OrdinalIgnoreCase);
        }
        catch (UriFormatException)
        {
            // A host that Uri took for one, and that has no form in which it could be looked up.
            error = GatewayRoutingError.InvalidAddress;
            return false;
        }
    }

    private GatewayRoutingError? FindPhysical(Uri address)
    {
        GatewayRoutingError? error = GatewayRoutingError.ForeignAddress;
        foreach (var space in _spaces)
        {
            if (!space.HasOriginOf(address)) continue;
            error = Inspect(address, space);
            if (error is null) break;
        }

        return error;
    }

    private GatewayRoutingError? Inspect(Uri target, AddressSpace space)
    {
        if (!PathPolicy.IsCanonical(target.PathAndQuery)) return GatewayRoutingError.InvalidAddress;
        if (space.Path.Length == 1 && _allowedPaths.Length == 0 && !_rejectEncodedTraversal) return null;
        var path = target.AbsolutePath;
        if (!space.Contains(path)) return GatewayRoutingError.OutsideBasePath;
        if (_allowedPaths.Length > 0 && !PathPolicy.IsAllowed(_allowedPaths, path.Substring(Math.Min(path.Length, space.Path.Length - 1))))
            return GatewayRoutingError.PathNotAllowed;
        return _rejectEncodedTraversal && PathPolicy.ClimbsWhenDecoded(path) ? GatewayRoutingError.EncodedTraversal : null;
    }

    private static string Confinement(Uri origin, string basePath) =>
        origin.AbsolutePath == "/" ? basePath : WithSlash(origin.AbsolutePath);

    private static string WithSlash(string path) => path.EndsWith("/", StringComparison.Ordinal) ? path : path + "/";
}
