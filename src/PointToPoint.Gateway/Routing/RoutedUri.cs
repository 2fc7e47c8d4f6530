namespace PointToPoint.Gateway.Routing;

/// <summary>
/// The address a request really goes to. It stays on the request, as the canonical address does after HttpClient's own redirects,
/// and remembers what was asked for: a retry that sends the request again is routed anew, by the configuration of that moment.
/// </summary>
internal sealed class RoutedUri : Uri
{
    private RoutedUri(string address, Uri requested)
        : base(address) => Requested = requested;

#if NET8_0_OR_GREATER
    private RoutedUri(string address, Uri requested, UriCreationOptions options)
        : base(address, options) => Requested = requested;
#endif

    public Uri Requested { get; }

    /// <summary>Puts the path, query and fragment of an address behind a prefix, unchanged.</summary>
    /// <param name="prefix">Scheme, authority and a path without a slash at its end.</param>
    /// <param name="prefixPath">The length of the path in the prefix.</param>
    /// <param name="requested">The address.</param>
    /// <returns>Null if the address can't be written unchanged.</returns>
    public static RoutedUri? Create(string prefix, int prefixPath, Uri requested)
    {
        var pathAndQuery = requested.PathAndQuery;
        // Most addresses have no fragment, and asking for it costs a string.
        var fragment = requested.OriginalString.IndexOf('#') < 0 ? "" : requested.Fragment;
        var routed = new RoutedUri(prefix + pathAndQuery + fragment, requested);
        var found = routed.PathAndQuery;
        if (found.Length == prefixPath + pathAndQuery.Length && found.EndsWith(pathAndQuery, StringComparison.Ordinal)) return routed;
        // Uri's escaping is not idempotent: what it made of "%%2e" it changes once more. Such a path is taken as it is where that is
        // possible, and never sent changed; whether it may be sent is decided on the result.
#if NET8_0_OR_GREATER
        return new RoutedUri(prefix + pathAndQuery, requested, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
#else
        return null;
#endif
    }
}
