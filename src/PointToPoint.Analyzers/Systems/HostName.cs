using System.Globalization;
using System.Net;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Host names and IP addresses in one spelling.</summary>
internal static class HostName
{
    /// <summary>What DNS allows, one more for the dot at the end.</summary>
    public const int MaxLength = 254;

    /// <summary>
    /// Lower case, international names in their ASCII form, IPv6 addresses in brackets and short form, no trailing dot. What can't be a host name
    /// comes back in lower case.
    /// </summary>
    public static string Normalize(string host)
    {
        var name = host.Trim();
        if (name.IndexOf(':') >= 0)
        {
            var address = name.Length > 1 && name[0] == '[' && name[name.Length - 1] == ']' ? name.Substring(1, name.Length - 2) : name;
            return IPAddress.TryParse(address, out var parsed) ? $"[{parsed}]" : name.ToLowerInvariant();
        }

        name = name.ToLowerInvariant();
        if (name.Length > 1 && name[name.Length - 1] == '.')
        {
            name = name.Substring(0, name.Length - 1);
        }

        return name.All(c => c < 128) ? name : ToAscii(name);
    }

    private static string ToAscii(string name)
    {
        try
        {
            return new IdnMapping().GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return name;
        }
    }
}
