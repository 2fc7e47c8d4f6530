using System.Net.Http.Headers;
using PointToPoint.Gateway.Routing;

namespace PointToPoint.Gateway.Http;

/// <summary>
/// Refuses headers that would break out on the wire: <c>TryAddWithoutValidation</c> accepts line breaks, and SocketsHttpHandler
/// writes them.
/// </summary>
internal static class HeaderScreen
{
    private static readonly char[] Forbidden = ['\r', '\n', '\0'];

    public static void Check(GatewayRoute route, HttpRequestMessage request)
    {
        CheckHeaders(route, request.Headers);
        if (request.Content is { } content) CheckHeaders(route, content.Headers);
    }

    private static void CheckHeaders(GatewayRoute route, HttpHeaders headers)
    {
#if NET8_0_OR_GREATER
        // The values as they will be written; enumerating the headers themselves would parse and so change them.
        foreach (var (name, values) in headers.NonValidated)
        {
            var isHost = string.Equals(name, "Host", StringComparison.OrdinalIgnoreCase);
            foreach (var value in values) Check(route, name, value, isHost);
        }
#else
        foreach (var header in headers)
        {
            var isHost = string.Equals(header.Key, "Host", StringComparison.OrdinalIgnoreCase);
            foreach (var value in header.Value) Check(route, header.Key, value, isHost);
        }
#endif
    }

    private static void Check(GatewayRoute route, string name, string? value, bool isHost)
    {
        if (value is null) return;
        if (value.IndexOfAny(Forbidden) >= 0) throw RoutingRefusal.OfHeader(route, name);
        if (isHost && !route.AllowsHost(value)) throw RoutingRefusal.OfHost(route);
    }
}
