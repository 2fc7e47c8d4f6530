namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>Tells a value from the mark that stands where a value will be put: <c>#{ErpUrl}#</c>, <c>&lt;url&gt;</c>, <c>${ERP}</c>, <c>SECRET</c>.</summary>
internal static class Placeholders
{
    public static bool Is(string value)
    {
        var text = value.Trim();
        return text.Length == 0
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
}
