namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// Makes an address of a connection string: <c>Server=tcp:erp-db,1433;Database=orders;Password=…</c> → <c>sql://erp-db:1433/orders</c>. Server and database are all that is
/// kept of it: the rest is nobody's business.
/// </summary>
internal static class ConnectionStrings
{
    private static readonly string[] _servers = ["server", "host", "data source", "datasource", "address", "addr", "network address", "hostname", "endpoint", "accountendpoint", "bootstrap.servers"];
    private static readonly string[] _databases = ["database", "initial catalog", "entitypath"];

    /// <summary>The address of each alternative; what is no connection string is taken for an address as it is.</summary>
    public static TextValue ToAddress(TextValue value, string scheme) => value.Select(alternative => alternative.Parts is [KeyPart]
        ? alternative
        : alternative with { Parts = [Part(alternative, scheme)] });

    private static Part Part(Alternative alternative, string scheme)
    {
        var text = string.Concat(alternative.Parts.Select(part => part is LiteralPart literal ? literal.Text : "{}"));
        var key = alternative.Parts.OfType<LiteralPart>().Select(part => part.Key).FirstOrDefault(key => key is not null) ?? alternative.Parts.OfType<KeyPart>().Select(part => part.Key).FirstOrDefault();
        if (text.IndexOf('=') < 0)
        {
            return alternative.Parts is [HolePart] or [LiteralPart] ? alternative.Parts[0] : new LiteralPart(text, key);
        }

        var pairs = text.Split(';').Select(pair => pair.Split(['='], 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        if (_servers.SelectMany(name => pairs[name]).FirstOrDefault() is not { Length: > 0 } server)
        {
            return key is not null ? new KeyPart(key) : new HolePart("a connection string without a server");
        }

        var database = _databases.SelectMany(name => pairs[name]).FirstOrDefault();
        return new LiteralPart(Host(server, scheme) + (pairs["port"].FirstOrDefault() is { Length: > 0 } port ? ":" + port : "") + (database is { Length: > 0 } ? "/" + database : ""), key);
    }

    /// <summary><c>tcp:erp-db,1433</c> and <c>erp-db\SQL2022</c> are SQL Server's way to write a host.</summary>
    private static string Host(string server, string scheme)
    {
        if (server.IndexOf("://", StringComparison.Ordinal) > 0)
        {
            return server.TrimEnd('/');
        }

        var host = server.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? server.Substring(4) : server;
        host = host.Split('\\')[0].Replace(',', ':');
        return $"{scheme}://{(host is "." or "(local)" || host.StartsWith("(localdb)", StringComparison.OrdinalIgnoreCase) ? "localhost" : host)}";
    }
}
