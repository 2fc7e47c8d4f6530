using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Reads entries of <c>endpoints</c>.</summary>
internal static class EndpointPatternParser
{
    private const string ConfigurationPrefix = "config:";
    private const string ClientPrefix = "client:";
    private const string QueuePrefix = "queue:";

    /// <summary>Reads an entry; null with an error that completes "'x' …" if it is malformed.</summary>
    public static EndpointPattern? Parse(string text, out string error)
    {
        if (text.StartsWith(ConfigurationPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return ParseConfigurationKey(text.Substring(ConfigurationPrefix.Length), out error);
        }

        return text.StartsWith(ClientPrefix, StringComparison.OrdinalIgnoreCase) ? ParseName(EndpointPatternKind.ClientName, text.Substring(ClientPrefix.Length), "client", out error)
            : text.StartsWith(QueuePrefix, StringComparison.OrdinalIgnoreCase) ? ParseName(EndpointPatternKind.Queue, text.Substring(QueuePrefix.Length), "queue", out error)
            : ParseAddress(text, out error);
    }

    private static EndpointPattern? ParseName(EndpointPatternKind kind, string name, string what, out string error)
    {
        error = name.Trim().Length == 0 ? $"names no {what} behind '{what}:'"
            : kind == EndpointPatternKind.Queue && name.IndexOf('*') >= 0 ? "has a '*'; a queue is named in full"
            : "";
        return error.Length > 0 ? null : new EndpointPattern { Kind = kind, Name = name.Trim() };
    }

    private static EndpointPattern? ParseConfigurationKey(string text, out string error)
    {
        var key = ConfigurationKey.Normalize(text);
        error = key.Split(':').Any(part => part.Trim().Length == 0)
            ? "has an empty part in its configuration key; write it as 'config:Erp:BaseUrl'"
            : key.IndexOf('*') >= 0
                ? "has a '*'; a configuration key covers all keys below it and needs no wildcard"
                : "";
        return error.Length > 0 ? null : new EndpointPattern { Kind = EndpointPatternKind.ConfigurationKey, Name = key };
    }

    private static EndpointPattern? ParseAddress(string text, out string error)
    {
        var schemeEnd = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = schemeEnd < 0 ? null : text.Substring(0, schemeEnd).ToLowerInvariant();
        var rest = schemeEnd < 0 ? text : text.Substring(schemeEnd + 3);
        error = FindErrorInText(scheme, rest);
        if (error.Length > 0)
        {
            return null;
        }

        var slash = rest.IndexOf('/');
        var path = slash < 0 ? "" : rest.Substring(slash);
        var authority = slash < 0 ? rest : rest.Substring(0, slash);
        var isWildcard = authority.StartsWith("*.", StringComparison.Ordinal);
        if (!TrySplitPort(isWildcard ? authority.Substring(2) : authority, out var host, out var port, out error))
        {
            return null;
        }

        host = HostName.Normalize(host);
        error = FindErrorInHost(host, isWildcard);
        if (error.Length == 0)
        {
            error = FindErrorInPath(path);
        }

        return error.Length > 0
            ? null
            : new EndpointPattern
            {
                Kind = EndpointPatternKind.Address,
                Scheme = scheme,
                Host = host,
                IsWildcard = isWildcard,
                Port = port ?? WebScheme.DefaultPort(scheme),
                Path = EndpointPath.Split(path),
            };
    }

    private static string FindErrorInText(string? scheme, string rest)
    {
        if (scheme is not null && (scheme.Length == 0 || !IsAsciiLetter(scheme[0]) || !scheme.All(c => IsAsciiLetter(c) || IsDigit(c) || c is '+' or '-' or '.')))
        {
            return "has no valid scheme before '://'";
        }

        if (rest.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return "contains a blank; an address has none";
        }

        if (rest.IndexOf('\\') >= 0)
        {
            return "has a backslash; addresses use '/'";
        }

        if (rest.IndexOfAny(['?', '#']) >= 0)
        {
            return "has a query or fragment; an entry ends with the path";
        }

        var authority = rest.Split('/')[0];
        return authority.IndexOf('@') >= 0 ? "contains credentials; remove everything up to the '@'"
            : authority.Length == 0 ? "names no host"
            : "";
    }

    private static bool TrySplitPort(string authority, out string host, out int? port, out string error)
    {
        error = "";
        port = null;
        host = authority;
        var colon = authority.LastIndexOf(':');
        if (authority.Length > 0 && authority[0] == '[')
        {
            var close = authority.IndexOf(']');
            host = close < 0 ? authority : authority.Substring(0, close + 1);
            if (close == authority.Length - 1 || close < 0)
            {
                return true;
            }

            colon = close + 1;
            if (authority[colon] != ':')
            {
                error = "has something behind ']' that is no port";
                return false;
            }
        }
        else if (colon < 0 || IsIPv6(authority))
        {
            return true;
        }
        else
        {
            host = authority.Substring(0, colon);
        }

        var digits = authority.Substring(colon + 1);
        if (digits.Length is > 0 and <= 5 && digits.All(IsDigit)
            && int.Parse(digits, CultureInfo.InvariantCulture) is var number and > 0 and <= 65535)
        {
            port = number;
            return true;
        }

        error = digits == "*" ? "has a wildcard for the port; leave the port out to cover every port"
            : digits.All(IsDigit) ? "has no valid port; a port is a number from 1 to 65535"
            : "has no port number behind ':'; a configuration key is written 'config:Erp:BaseUrl', a named client 'client:erp', an address 'https://host'";
        return false;
    }

    private static string FindErrorInHost(string host, bool isWildcard)
    {
        if (host.IndexOf('*') >= 0)
        {
            return "has a wildcard that isn't its first label; the only form is '*.contoso.com'";
        }

        if (host.IndexOf(':') >= 0 || host.IndexOfAny(['[', ']']) >= 0)
        {
            return isWildcard ? "has a wildcard before an IP address"
                : host.Length > 2 && host[0] == '[' && host[host.Length - 1] == ']' && IsIPv6(host.Substring(1, host.Length - 2)) ? ""
                : "has no valid IPv6 address; write it in brackets, as 'http://[::1]:5001'";
        }

        var labels = host.Split('.');
        if (host.Length > 253 || labels.Any(label => label.Length is 0 or > 63 || !label.All(IsHostCharacter) || label[0] == '-' || label[label.Length - 1] == '-'))
        {
            return "has no valid host name";
        }

        var isNumeric = labels.All(label => label.All(IsDigit));
        return isNumeric && (labels.Length != 4 || labels.Any(label => label.Length > 3 || int.Parse(label, CultureInfo.InvariantCulture) > 255))
            ? "has no valid IP address"
            : isNumeric && isWildcard ? "has a wildcard before an IP address"
            : "";
    }

    private static string FindErrorInPath(string path)
    {
        if (path.IndexOf('*') >= 0)
        {
            return "has a wildcard in its path; an address covers every path below it and needs none";
        }

        if (path.IndexOfAny(['{', '}', '<', '>', '"', '|', '^', '`']) >= 0)
        {
            return "has a character in its path that URLs can't contain; end the entry before it, everything below is covered";
        }

        return path.Split('/').Any(segment => segment is "." or "..") ? "has a '.' or '..' in its path; write the path it leads to" : "";
    }

    private static bool IsIPv6(string text) =>
        text.IndexOf(':') >= 0 && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static bool IsHostCharacter(char c) => IsAsciiLetter(c) || IsDigit(c) || c is '-' or '_';

    private static bool IsAsciiLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
