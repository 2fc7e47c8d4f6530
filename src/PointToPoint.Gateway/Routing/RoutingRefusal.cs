namespace PointToPoint.Gateway.Routing;

/// <summary>The texts of refusals. They name host and path; user info, query and header values may be secrets and are left out.</summary>
internal static class RoutingRefusal
{
    public static GatewayRoutingException Of(GatewayRoute route, GatewayRoutingError error, Uri address)
    {
        var reason = error switch
        {
            GatewayRoutingError.InvalidAddress =>
                "it is no absolute http or https address in canonical form. Give a path, such as \"/api/orders\"",
            GatewayRoutingError.ForeignAddress =>
                $"it is none of the system's addresses ({route}). Use a client of the system it belongs to, or add it to Origins of '{route.System}'",
            GatewayRoutingError.OutsideBasePath =>
                $"its path lies outside the system's addresses ({route}). Use a path relative to the system, or add the address to Origins of '{route.System}'",
            GatewayRoutingError.PathNotAllowed =>
                $"its path is not among AllowedPaths of '{route.System}'",
            GatewayRoutingError.EncodedTraversal =>
                $"its path would climb if the server decoded its separators, and '{route.System}' is configured to reject that (RejectEncodedTraversal)",
            _ => error.ToString(),
        };
        return new GatewayRoutingException(route.System, error, $"The gateway did not send a request for system '{route.System}' to {Show(address)}: {reason}.");
    }

    public static GatewayRoutingException OfHeader(GatewayRoute route, string header) => new(
        route.System,
        GatewayRoutingError.HeaderInjection,
        $"The gateway did not send a request for system '{route.System}': header '{header}' contains a line break or a NUL, which would end it on the wire. Remove these characters from its value.");

    public static GatewayRoutingException OfHost(GatewayRoute route) => new(
        route.System,
        GatewayRoutingError.ForeignHostHeader,
        $"The gateway did not send a request for system '{route.System}': its Host header names a host that is none of the system's ({route}). Remove the header, or add the host to Origins of '{route.System}'.");

    public static GatewayRoutingException Unknown(string system, IReadOnlyCollection<string> known)
    {
        var shown = Printable(system);
        var nearest = NearestName.Find(system, known);
        var names = string.Join(", ", known.OrderBy(name => name, StringComparer.Ordinal));
        var hint = (known.Count, nearest) switch
        {
            (0, _) => "No systems are configured: call AddIntegrationGateway with the section that lists them.",
            (_, null) => $"Known systems: {names}.",
            _ => $"Did you mean '{nearest}'? Known systems: {names}.",
        };
        return new GatewayRoutingException(system, GatewayRoutingError.UnknownSystem, $"The gateway knows no system '{shown}'. {hint}");
    }

    private static string Show(Uri address)
    {
        if (!address.IsAbsoluteUri) return "a relative address";
        var authority = address.Host.Length == 0 ? address.Scheme + ":" : address.Scheme + "://" + address.Host + (address.IsDefaultPort ? "" : ":" + address.Port);
        return Printable(authority + address.AbsolutePath);
    }

    private static string Printable(string text)
    {
        const int Longest = 200;
        var shown = text.Length > Longest ? text.Substring(0, Longest) + "…" : text;
        return new string(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c).ToArray());
    }
}
