using System.Globalization;
using System.Net;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Host and port, taken apart; what isn't text stands there as the marks that the caller chose.</summary>
/// <param name="Host">Without the brackets of an IPv6 address.</param>
/// <param name="Port">The port, if it is a number.</param>
/// <param name="IsPortUnknown">True if there is a port that only run time knows.</param>
/// <param name="Problem">Why no <see cref="Uri"/> can be made of it, as the end of a sentence about the address; null if one can.</param>
internal readonly record struct Authority(string Host, int? Port, bool IsPortUnknown, string? Problem)
{
    // ${PORT}, {port}, <port>, %PORT%: deployment puts a number there.
    private static readonly char[] _placeholders = ['{', '<', '$', '%', '#', '_'];

    /// <param name="text">Host and port as they stand in the address, without user info.</param>
    /// <param name="isMark">True for a character that stands for something unknown.</param>
    public static Authority Read(string text, Func<char, bool> isMark)
    {
        text = text.TrimEnd();
        if (text.Length == 0)
        {
            return Wrong("has no host");
        }

        if (text[0] == '[')
        {
            return ReadBracketed(text, isMark);
        }

        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? text : text.Substring(0, colon);
        return host.Length == 0 ? Wrong("has no host")
            : host.Any(IsForeign) ? Wrong("has a character in its host that no host has")
            : host[0] == '.' || host.Contains("..") ? Wrong("has an empty label in its host")
            : WithPort(host, colon < 0 ? "" : text.Substring(colon + 1), isMark);
    }

    private static Authority ReadBracketed(string text, Func<char, bool> isMark)
    {
        var close = text.IndexOf(']');
        if (close < 0)
        {
            return Wrong("has a '[' in its host that nothing closes");
        }

        var host = text.Substring(1, close - 1);
        var zone = host.IndexOf('%');
        var port = text.Substring(close + 1);
        return !host.Any(isMark) && !IPAddress.TryParse(zone < 0 ? host : host.Substring(0, zone), out _) ? Wrong("has something in brackets that is no IPv6 address")
            : port.Length > 0 && port[0] != ':' ? Wrong("has something between its host and its path")
            : WithPort(host, port.Length == 0 ? "" : port.Substring(1), isMark);
    }

    private static Authority WithPort(string host, string port, Func<char, bool> isMark)
    {
        if (port.Length == 0)
        {
            return new(host, null, false, null);
        }

        if (port.Any(isMark) || port.IndexOfAny(_placeholders) >= 0)
        {
            return new(host, null, true, null);
        }

        return int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= IPEndPoint.MaxPort
            ? new(host, number, false, null)
            : Wrong("has a port that is no number up to " + IPEndPoint.MaxPort.ToString(CultureInfo.InvariantCulture));
    }

    private static bool IsForeign(char character) => char.IsWhiteSpace(character) || char.IsControl(character) || character is '[' or ']' or ':' or '=' or '"' or '\'';

    private static Authority Wrong(string problem) => new("", null, false, problem);
}
