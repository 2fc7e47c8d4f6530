using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Configuration;

/// <summary>What the options of one system must fulfil; each breach is told with its remedy.</summary>
internal static class SystemRules
{
    public static IEnumerable<string> Check(string name, GatewaySystemOptions? options)
    {
        if (SystemName.Normalize(name) is null)
            yield return $"System '{name}': {SystemName.Rule}. Write '{SystemName.Suggest(name)}'.";
        if (options?.Destination is null)
        {
            // The reader has told why an address couldn't be read; this says that there is none at all.
            if (options is not { DestinationIsUnreadable: true })
                yield return $"System '{name}' has no Destination. Give the address it lives at, such as \"https://{SystemName.Suggest(name)}.contoso.com/\".";
        }
        else
        {
            foreach (var error in CheckAddress(name, "Destination", options.Destination)) yield return error;
        }

        if (options is null) yield break;
        foreach (var origin in options.Origins)
        {
            foreach (var error in CheckAddress(name, "Origins", origin)) yield return error;
        }

        foreach (var path in options.AllowedPaths)
        {
            if (CheckPath(path) is { } error) yield return $"System '{name}': AllowedPaths \"{path}\" {error}.";
        }

        if (options.Redirects is not (GatewayRedirects.SameSystem or GatewayRedirects.None))
            yield return $"System '{name}': Redirects is {(int)options.Redirects}. Choose SameSystem or None.";
        if (options.Cookies is not (GatewayCookies.PerClient or GatewayCookies.None))
            yield return $"System '{name}': Cookies is {(int)options.Cookies}. Choose PerClient or None.";
    }

    private static IEnumerable<string> CheckAddress(string name, string setting, Uri? address)
    {
        if (address is null)
        {
            yield return $"System '{name}': {setting} contains a null.";
            yield break;
        }

        if (!address.IsAbsoluteUri)
        {
            yield return $"System '{name}': {setting} \"{address.OriginalString}\" is a relative address. Write it with scheme and host, such as \"https://host/\".";
            yield break;
        }

        if (address.UserInfo.Length > 0)
            yield return $"System '{name}': {setting} contains user info (user:password@). Remove it from the address; credentials belong into a handler added with ConfigureSystem.";
        var shown = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"System '{name}': {setting} \"{shown}\" has the scheme {address.Scheme}. Only http and https can be routed.";
            yield break;
        }

        if (address.Query.Length > 0)
            yield return $"System '{name}': {setting} \"{shown}\" has a query. Remove it; queries belong to the requests.";
        if (address.Fragment.Length > 0)
            yield return $"System '{name}': {setting} \"{shown}\" has a fragment. Remove it.";
        if (address.IdnHost.EndsWith(LogicalAddress.Suffix, StringComparison.OrdinalIgnoreCase))
            yield return $"System '{name}': {setting} \"{shown}\" is a logical address, which resolves nowhere. Give the address the system really lives at.";
        if (!PathPolicy.IsCanonical(address.PathAndQuery))
            yield return $"System '{name}': {setting} \"{shown}\" is not canonical. Create it with new Uri(text).";
    }

    private static string? CheckPath(string? path)
    {
        if (string.IsNullOrEmpty(path) || path![0] != '/') return "does not start with a slash. Write a path such as \"/api\"";
        if (path.IndexOfAny(['?', '#']) >= 0) return "has a query or fragment. Give the path alone";
        var canonical = new Uri("http://host" + path).AbsolutePath;
        return canonical == path ? null : $"is not what requests contain. Write \"{canonical}\"";
    }
}
