namespace PointToPoint.Gateway.Routing;

/// <summary>
/// The address of a system inside the application. The top-level domain <c>invalid</c> never resolves (RFC 6761), so a request
/// that misses the gateway's handler fails instead of going somewhere.
/// </summary>
internal static class LogicalAddress
{
    public const string Suffix = ".gateway.invalid";

    public static string Host(string system) => system + Suffix;

    public static Uri For(string scheme, string system) => new(scheme + "://" + Host(system) + "/");

    /// <summary>
    /// Puts a path behind a system's base address exactly as it stood behind the host in code. Not <c>new Uri(base, path)</c>,
    /// which lets a path choose another host (<c>//evil</c>).
    /// </summary>
    public static Uri Append(Uri baseAddress, string path)
    {
        if (IsAbsolute(path))
            throw new ArgumentException($"\"{path}\" is an absolute address. Give the path behind the host only, such as \"api/v1/\".", nameof(path));
        var text = path.Length > 0 && path[0] == '/' ? path.Substring(1) : path;
        return new Uri(baseAddress.GetLeftPart(UriPartial.Authority) + "/" + text);
    }

    private static bool IsAbsolute(string path)
    {
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && Uri.CheckSchemeName(path.Substring(0, scheme).Trim());
    }
}
