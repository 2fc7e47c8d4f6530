using System.Text;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// A key of <c>clients</c>: the full name of a type, of a generic one with empty or named type parameters (<c>Contoso.IApiClient&lt;&gt;</c>). Kept as
/// documentation IDs have it: <c>Contoso.IApiClient`1</c>.
/// </summary>
internal static class ClientTypeName
{
    /// <summary>Null if the text is no name of a type.</summary>
    public static string? Parse(string text)
    {
        var name = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '<')
            {
                name.Append(text[i] == '+' ? '.' : text[i]);
                continue;
            }

            var end = text.IndexOf('>', i);
            var parameters = end < 0 ? null : text.Substring(i + 1, end - i - 1);
            if (parameters is null || parameters.Any(character => !(char.IsLetterOrDigit(character) || character is ',' or ' ' or '_')))
            {
                return null;
            }

            name.Append('`').Append(parameters.Count(character => character == ',') + 1);
            i = end;
        }

        return SdkPattern.Parse("T:" + name, out _) is null ? null : name.ToString();
    }
}
