using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>Tells a value from the mark that stands where a value will be put: <c>#{ErpUrl}#</c>, <c>&lt;url&gt;</c>, <c>${ERP}</c>, <c>SECRET</c>.</summary>
internal static class Placeholders
{
    // Hosts that stand in templates for one's own.
    private static readonly Regex _ofTemplates = new(
        @"^((.*\.)?example(\.(com|org|net|test))?|change[-_]?me|replace[-_]?(me|this)|to[-_]?do|foo(\.bar)?|(test|domain)\.com|x{2,}(\..*)?|(my|your|some)([-_].*|(company|domain|host|server|tenant|api|app|site|org)\b.*))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    // Names of queues and tables are written in capitals, too; addresses never.
    private static readonly ImmutableArray<string> _addresses = ["Url", "Uri", "Address", "Host", "HostName", "Endpoint", "Authority", "Server", "Domain"];

    private static readonly ImmutableArray<string> _none = ["N/A", "NA", "none", "null", "nil", "undefined", "unknown", "tbd", "todo", "not-set", "notset", "unset", "placeholder", "dummy"];

    private static readonly ImmutableArray<string> _elsewhere = ["keyvault", "key-vault", "key_vault", "user-secrets", "usersecrets", "user_secrets", "secrets.json"];

    /// <summary>True for what a template has where people put theirs: <c>https://example.com</c>, <c>https://my-tenant.crm.com</c>, <c>change-me</c>.</summary>
    /// <param name="value">What stands in the template.</param>
    public static bool IsOfTemplate(string value)
    {
        var text = value.Trim();
        var start = text.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme ? scheme + 3 : 0;
        var end = text.IndexOfAny(['/', ':', '?', '#'], start);
        return _ofTemplates.IsMatch(end < 0 ? text.Substring(start) : text.Substring(start, end - start));
    }

    /// <param name="value">What stands in the file.</param>
    /// <param name="key">The key it stands under; empty if that says nothing.</param>
    public static bool Is(string value, string key = "")
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
            || text.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase)
            || text.Equals("SECRET", StringComparison.OrdinalIgnoreCase)
            || text.Equals("TODO", StringComparison.OrdinalIgnoreCase)
            || text.Equals("CHANGEME", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith("://", StringComparison.Ordinal)
            || (_addresses.Any(end => key.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && (IsVariable(text) || IsNone(text) || IsBetweenLines(text)))
            || IsRemark(text);
    }

    /// <summary><c>ERP_BASE_URL</c>, <c>REPLACE-ME</c>: the name of a variable, or a shout. Hosts aren't written so.</summary>
    private static bool IsVariable(string text) => text.IndexOfAny(['_', '-']) > 0 && text.Any(char.IsLetter)
        && text.All(character => character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-');

    /// <summary><c>N/A</c>, <c>*****</c>, <c>xxx</c>, <c>from-keyvault</c>, <c>your-api-url-here</c>: that there is no address here.</summary>
    private static bool IsNone(string text) => _none.Contains(text, StringComparer.OrdinalIgnoreCase)
        || (text.IndexOf('/') < 0 && (text.All(character => !char.IsLetterOrDigit(character))
            || (text.Length > 2 && text.All(character => character is 'x' or 'X'))
            || IsYours(text)
            || _elsewhere.Any(place => text.IndexOf(place, StringComparison.OrdinalIgnoreCase) >= 0)));

    /// <summary><c>_ErpBaseUrl_</c>, which a release puts an address in the place of.</summary>
    private static bool IsBetweenLines(string text) => text.Length > 2 && text[0] == '_' && text[text.Length - 1] == '_';

    private static bool IsYours(string text) => text.StartsWith("your-", StringComparison.OrdinalIgnoreCase) || text.StartsWith("your_", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>set in the key vault</c>, <c>stored in secrets.json!</c>: words, neither an address nor a connection string.</summary>
    private static bool IsRemark(string text) => text.IndexOf(' ') > 0 && text.All(character => char.IsLetter(character) || character is ' ' or '-' or '\'' or '(' or ')' or ',' or '.' or ':' or '!' or '_');

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
            || IsYours(host);
    }
}
