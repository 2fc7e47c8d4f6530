using System.Text;

namespace PointToPoint.Analyzers.Clients;

/// <summary>A path with places for values, as attributes write it: <c>/orders/{id}?full={full}</c>.</summary>
internal static class PathTemplate
{
    /// <summary>The path alone, its places as <c>{}</c>: <c>/orders/{}</c>.</summary>
    public static string Read(string template) => template.IndexOfAny(['?', '#']) is >= 0 and var end ? Emptied(template.Substring(0, end)) : Emptied(template);

    /// <summary>The same text with its places as <c>{}</c>.</summary>
    public static string Emptied(string template)
    {
        var path = new StringBuilder(template.Length);
        for (var i = 0; i < template.Length; i++)
        {
            var close = template[i] == '{' ? template.IndexOf('}', i) : -1;
            path.Append(close < 0 ? template[i].ToString() : "{}");
            i = Math.Max(i, close);
        }

        return path.ToString();
    }
}
