namespace PointToPoint.Analyzers.Clients;

/// <summary>The HTTP verb that a method's name starts with: <c>GetJsonAsync</c> → GET.</summary>
internal static class HttpVerbs
{
    private static readonly string[] _verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options"];

    /// <summary>Null if it starts with none.</summary>
    public static string? In(string method) => _verbs.FirstOrDefault(verb => method.StartsWith(verb, StringComparison.Ordinal) && (method.Length == verb.Length || !char.IsLower(method[verb.Length])))?.ToUpperInvariant();
}
