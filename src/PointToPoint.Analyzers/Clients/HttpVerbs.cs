namespace PointToPoint.Analyzers.Clients;

/// <summary>The HTTP verb that a method's name starts with: <c>GetJsonAsync</c>, <c>ExecuteGetAsync</c> → GET.</summary>
internal static class HttpVerbs
{
    private const string Prefix = "Execute";

    private static readonly string[] _verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options"];

    /// <summary>Null if it starts with none.</summary>
    public static string? In(string method)
    {
        var name = method.StartsWith(Prefix, StringComparison.Ordinal) ? method.Substring(Prefix.Length) : method;
        return _verbs.FirstOrDefault(verb => name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || !char.IsLower(name[verb.Length])))?.ToUpperInvariant();
    }
}
