using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// Makes an address of a connection string: <c>Server=tcp:erp-db,1433;Database=orders;Password=…</c> → <c>sql://erp-db:1433/orders</c>. Server and database are all that is
/// kept of it: the rest is nobody's business.
/// </summary>
internal static class ConnectionStrings
{
    private const string ServerName = "server";
    private const string DatabaseName = "database";

    private static readonly ImmutableArray<string> _servers =
        [ServerName, "host", "datasource", "address", "addr", "networkaddress", "hostname", "endpoint", "accountendpoint", "bootstrapservers", "contactpoints", "hosts", "url", "urls"];

    private static readonly ImmutableArray<string> _databases = [DatabaseName, "initialcatalog", "entitypath"];

    private static readonly Regex _digits = new("^[0-9]+$", RegexOptions.CultureInvariant);

    /// <summary>The address of each alternative; where nothing tells the server, the configuration key that the text came from.</summary>
    /// <param name="value">What is known of the connection string.</param>
    /// <param name="scheme">Stands in front of the server where the text has none of its own.</param>
    /// <param name="service">The label of the service in the host, where only an account is named: <c>queue</c>.</param>
    public static TextValue ToAddress(TextValue value, string scheme, string? service = null) => value.Select(alternative => alternative.Parts is [KeyPart or HolePart]
        ? alternative
        : alternative with { Parts = Address(new SlicedText(alternative.Parts), scheme, service) });

    /// <summary>True for a word of a connection string that says where: what stands behind others is nobody's business.</summary>
    public static bool IsTold(string word) => Name(word) is ServerName or DatabaseName or "port";

    /// <summary>What stands behind such a word, of each alternative; where the text isn't known, the configuration key that it came from: it is that key's server.</summary>
    public static TextValue Word(TextValue value, string word) => value.Select(alternative => alternative.Parts is [KeyPart or HolePart]
        ? alternative
        : alternative with { Parts = Word(new SlicedText(alternative.Parts), Name(word)) });

    private static ImmutableArray<Part> Word(SlicedText text, string name) =>
        Pairs(text).TryGetValue(name, out var told) ? [.. told.Parts]
        : text.Key is { } key ? [new KeyPart(key)]
        : [new HolePart("a connection string that doesn't say it")];

    private static ImmutableArray<Part> Address(SlicedText text, string scheme, string? service)
    {
        if (text.IsUrl)
        {
            return Url(text);
        }

        var pairs = Pairs(text);
        if (pairs.TryGetValue("usedevelopmentstorage", out var development) && development.Text.StartsWith("true", StringComparison.OrdinalIgnoreCase))
        {
            return [new LiteralPart(scheme + "://localhost")];
        }

        if (pairs.TryGetValue(ServerName, out var server))
        {
            return Server(server, pairs, scheme);
        }

        if (service is not null && pairs.TryGetValue("accountname", out var account))
        {
            var suffix = pairs.TryGetValue("endpointsuffix", out var given) ? given.Parts : [new LiteralPart("core.windows.net")];
            return [new LiteralPart(scheme + "://"), .. account.Parts, new LiteralPart("." + service + "."), .. suffix];
        }

        // Of a list of servers the first says enough: "erp-cache:6379,password=…".
        var first = text.Until(',', ';');
        return first.Text.IndexOf('=') < 0 && first.Text.Trim().Length > 0 ? Server(first, pairs, scheme)
            : text.Key is { } key ? [new KeyPart(key)]
            : [new HolePart("a connection string without a server")];
    }

    /// <summary>User info may hold anything, slashes too: what stands before the last <c>@</c> is gone. Of several hosts the first says enough.</summary>
    private static ImmutableArray<Part> Url(SlicedText text)
    {
        var scheme = text.Text.IndexOf("://", StringComparison.Ordinal) + 3;
        var rest = text.From(scheme).Until('?', '#', ';');
        rest = rest.From(rest.Text.LastIndexOf('@') + 1);
        var slash = rest.Text.IndexOf('/');
        var authority = slash < 0 ? rest : rest.Before(slash);
        return [.. text.Before(scheme).Parts, .. authority.Until(',').Parts, .. slash < 0 ? [] : rest.From(slash).TrimEnd('/').Parts];
    }

    private static ImmutableArray<Part> Server(SlicedText server, Dictionary<string, SlicedText> pairs, string scheme)
    {
        if (server.IsUrl)
        {
            return [.. Url(server), .. Database(pairs)];
        }

        if (server.Text.StartsWith("(DESCRIPTION", StringComparison.OrdinalIgnoreCase))
        {
            return OfDescription(server, scheme);
        }

        // "tcp:erp-db,1433" and "erp-db\SQL2022" are SQL Server's way to write a host, "//erp-db:1521/orders" is Oracle's.
        var host = Regex.Match(server.Text, "^(?:tcp:|np:|lpc:|admin:)?(?://)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) is { Length: > 0 } prefix ? server.From(prefix.Length) : server;
        host = host.Trim();
        if (host.Text is "" or "." or "(local)" or ['.', '\\', ..] or ['/', ..] || host.Text.StartsWith("(localdb)", StringComparison.OrdinalIgnoreCase))
        {
            return [new LiteralPart(scheme + "://localhost", server.Key), .. Database(pairs)];
        }

        var slash = host.Text.IndexOf('/');
        var service = slash < 0 ? null : host.From(slash);
        host = (slash < 0 ? host : host.Before(slash)).Until('\\');
        var comma = host.Text.IndexOf(',');
        var behind = comma < 0 ? null : host.From(comma + 1).Trim();
        host = host.Until(',').Trim();
        var port = behind is not null && _digits.IsMatch(behind.Text) ? behind : host.Text.IndexOf(':') < 0 && pairs.TryGetValue("port", out var given) && given.Text.Length > 0 ? given : null;
        return
        [
            new LiteralPart(scheme + "://", server.Key),
            .. IsIPv6(host.Text) ? [new LiteralPart("["), .. host.Parts, new LiteralPart("]")] : host.Parts,
            .. port is null ? [] : port.Parts.Insert(0, new LiteralPart(":", port.Key)),
            .. service is null ? Database(pairs) : service.Parts,
        ];
    }

    /// <summary>Oracle's long form: <c>(DESCRIPTION=(ADDRESS=(HOST=erp-db)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=orders)))</c>.</summary>
    private static ImmutableArray<Part> OfDescription(SlicedText text, string scheme)
    {
        if (Named("HOST") is not { } host)
        {
            return [new HolePart("a description without a host")];
        }

        return
        [
            new LiteralPart(scheme + "://", text.Key),
            .. host.Parts,
            .. Named("PORT") is { } port ? port.Parts.Insert(0, new LiteralPart(":")) : [],
            .. (Named("SERVICE_NAME") ?? Named("SID")) is { } service ? service.Parts.Insert(0, new LiteralPart("/")) : [],
        ];

        SlicedText? Named(string name) => Regex.Match(text.Text, $@"\(\s*{name}\s*=\s*([^()\s]+)\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) is { Success: true, Groups: var groups }
            ? text.From(groups[1].Index).Before(groups[1].Length)
            : null;
    }

    private static ImmutableArray<Part> Database(Dictionary<string, SlicedText> pairs) =>
        pairs.TryGetValue(DatabaseName, out var database) ? database.Parts.Insert(0, new LiteralPart("/", database.Key)) : [];

    private static bool IsIPv6(string host) => host.IndexOf(':') != host.LastIndexOf(':') && host[0] != '[';

    /// <summary>The pairs of <c>name=value;…</c> by name; of two with one name the last counts, as it does for ADO.NET.</summary>
    private static Dictionary<string, SlicedText> Pairs(SlicedText sliced)
    {
        var pairs = new Dictionary<string, SlicedText>(StringComparer.Ordinal);
        var text = sliced.Text;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = EndOf(text, start);
            var equals = text.IndexOf('=', start, end - start);
            if (equals > 0 && sliced.Before(end).From(equals + 1).Trim() is { Text.Length: > 0 } value)
            {
                pairs[Name(text.Substring(start, equals - start))] = IsQuoted(value.Text) ? value.Before(value.Text.Length - 1).From(1) : value;
            }
        }

        return pairs;
    }

    /// <summary>Where a pair ends: at a semicolon outside of quotes.</summary>
    private static int EndOf(string text, int start)
    {
        var end = text.IndexOf(';', start);
        var equals = text.IndexOf('=', start);
        if (equals >= 0 && (end < 0 || equals < end))
        {
            var first = equals + 1;
            while (first < text.Length && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            if (first < text.Length && text[first] is '"' or '\'' && text.IndexOf(text[first], first + 1) is > 0 and var closing)
            {
                end = text.IndexOf(';', closing);
            }
        }

        return end < 0 ? text.Length : end;
    }

    private static bool IsQuoted(string value) => value.Length > 1 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0];

    /// <summary>A name of a pair; synonyms have one.</summary>
    private static string Name(string text)
    {
        var name = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return _servers.Contains(name) ? ServerName : _databases.Contains(name) ? DatabaseName : name;
    }
}
