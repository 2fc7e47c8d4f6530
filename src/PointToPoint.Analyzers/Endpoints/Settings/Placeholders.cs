namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>Tells a value from the mark that stands where a value will be put: <c>#{ErpUrl}#</c>, <c>&lt;url&gt;</c>, <c>${ERP}</c>, <c>SECRET</c>.</summary>
internal static class Placeholders
{
    public static bool Is(string value)
    {
        var text = value.Trim();
        return text.Length == 0
            || IsInHost(text)
            || (text.StartsWith("#{", StringComparison.Ordinal) && text.EndsWith("}#", StringComparison.Ordinal))
            || (text.StartsWith("<", StringComparison.Ordinal) && text.EndsWith(">", StringComparison.Ordinal))
            || (text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith("}", StringComparison.Ordinal))
            || (text.StartsWith("$(", StringComparison.Ordinal) && text.EndsWith(")", StringComparison.Ordinal))
            || (text.StartsWith("{", StringComparison.Ordinal) && text.EndsWith("}", StringComparison.Ordinal))
            || (text.StartsWith("[", StringComparison.Ordinal) && text.EndsWith("]", StringComparison.Ordinal))
            || (text.StartsWith("%", StringComparison.Ordinal) && text.EndsWith("%", StringComparison.Ordinal))
            || (text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal))
            || text.Equals("SECRET", StringComparison.OrdinalIgnoreCase)
            || text.Equals("TODO", StringComparison.OrdinalIgnoreCase)
            || text.Equals("CHANGEME", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A mark may stand for the host, or for a part of it: <c>https://__ERP_HOST__/</c>, <c>https://{tenant}.crm.com</c>, <c>https://your-tenant.crm.com</c>.</summary>
    private static bool IsInHost(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        var rest = text.Substring(start + 3);
        var end = rest.IndexOfAny(['/', '?']);
        var host = end < 0 ? rest : rest.Substring(0, end);

        // {0} is for string.Format, and the rest of the host is known.
        return host.IndexOfAny(['<', '>', '%']) >= 0 || host.IndexOf("$(", StringComparison.Ordinal) >= 0
            || (host.IndexOf('{') is >= 0 and var brace && brace + 1 < host.Length && !char.IsDigit(host[brace + 1]))
            || (host.StartsWith("__", StringComparison.Ordinal) && host.IndexOf("__", 2, StringComparison.Ordinal) > 0)
            || host.StartsWith("your-", StringComparison.OrdinalIgnoreCase) || host.StartsWith("your_", StringComparison.OrdinalIgnoreCase);
    }
}
