using System.Net;

namespace PointToPoint.Gateway.Http;

/// <summary>The rules by which SocketsHttpHandler follows redirects.</summary>
internal static class Redirection
{
    /// <summary>Where a response sends the request, or null if it is no redirect that may be followed.</summary>
    public static Uri? Target(Uri requested, HttpResponseMessage response)
    {
        if ((int)response.StatusCode is not (300 or 301 or 302 or 303 or 307 or 308)) return null;
        if (response.Headers.Location is not { } location) return null;
        if (!location.IsAbsoluteUri) location = new Uri(requested, location);
        if (requested.Fragment.Length > 0 && location.Fragment.Length == 0) location = new UriBuilder(location) { Fragment = requested.Fragment.TrimStart('#') }.Uri;
        return requested.Scheme == Uri.UriSchemeHttps && location.Scheme != Uri.UriSchemeHttps ? null : location;
    }

    /// <summary>Whether the redirected request is a GET without a body.</summary>
    public static bool BecomesGet(HttpStatusCode status, HttpMethod method) => (int)status switch
    {
        300 or 301 or 302 => method == HttpMethod.Post,
        303 => method != HttpMethod.Get && method != HttpMethod.Head,
        _ => false,
    };
}
