using System.Globalization;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// An entry of <c>sdks</c>: the documentation ID of a namespace, type or member, which covers everything inside it. Behind a method may stand which parameter is its
/// address: <c>M:Contoso.ErpApi.Call address=path</c>.
/// </summary>
internal sealed class SdkPattern
{
    private const string AddressWord = "address=";

    private SdkPattern(char kind, string name, string? address)
    {
        Kind = kind;
        Name = name;
        Address = address;
    }

    /// <summary>N, T, M, P, F or E.</summary>
    public char Kind { get; }

    /// <summary>What stands behind the colon.</summary>
    public string Name { get; }

    /// <summary>The parameter that is the method's address, by its name, or by its position from 0; null if the entry doesn't say.</summary>
    public string? Address { get; }

    /// <summary>True for the constructor of a type.</summary>
    public bool IsConstructor => Kind == 'M' && Name.Split('(')[0].EndsWith(".#ctor", StringComparison.Ordinal);

    /// <summary>Patterns with equal keys match the same.</summary>
    public string Key => Kind + ":" + Name;

    /// <summary>Reads an entry; null with an error that completes "'x' …" if it is malformed.</summary>
    public static SdkPattern? Parse(string text, out string error)
    {
        var words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && words[0].Length > 2)
        {
            error = FindErrorInAddress(words);
            if (error.Length > 0 || Parse(words[0], out error) is not { } method)
            {
                return null;
            }

            var address = words[1].Substring(AddressWord.Length);
            error = FindErrorInPosition(method.Name, address);
            return error.Length == 0 ? new SdkPattern(method.Kind, method.Name, address) : null;
        }

        error = "";
        if (text.Length < 3 || text[1] != ':' || text[0] is not ('N' or 'T' or 'M' or 'P' or 'F' or 'E'))
        {
            error = "is no documentation ID; write 'N:' before a namespace, 'T:' before a type, 'M:' before a method";
            return null;
        }

        var name = text.Substring(2);
        if (name.IndexOf('*') >= 0)
        {
            error = "has a '*'; a documentation ID covers everything inside it and needs no wildcard";
        }
        else if (name.IndexOf('(') is var list && list >= 0 && (text[0] is 'N' or 'T' or 'F' or 'E' || name[name.Length - 1] is not ')' || list == 0))
        {
            error = "has a parameter list that doesn't belong there or isn't closed";
        }
        else if (!IsQualifiedName(list < 0 ? name : name.Substring(0, list)))
        {
            error = "is no documentation ID: behind the colon stands a full name without blanks, such as 'T:Contoso.Erp.Sdk.ErpClient'";
        }

        return error.Length == 0 ? new SdkPattern(text[0], name, address: null) : null;
    }

    private static string FindErrorInAddress(string[] words) =>
        words.Length > 2 || !words[1].StartsWith(AddressWord, StringComparison.Ordinal) ? "has something behind the documentation ID; only 'address=' may stand there, with the parameter that is the address"
        : words[0][0] != 'M' ? "has an address, which only a method has; write 'M:' with the method's full name"
        : IsParameter(words[1].Substring(AddressWord.Length)) ? ""
        : "names no parameter behind 'address='; write its name, or its position from 0";

    /// <summary>Of a position behind a parameter list, the list says whether there is one.</summary>
    private static string FindErrorInPosition(string name, string address)
    {
        if (!int.TryParse(address, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || name.IndexOf('(') is not (>= 0 and var list))
        {
            return "";
        }

        var count = CountParameters(name.Substring(list + 1, name.Length - list - 2));
        return position < count ? "" : $"has no parameter {address}: {(count == 0 ? "it has none" : count == 1 ? "its only one is 0" : $"they are 0 to {(count - 1).ToString(CultureInfo.InvariantCulture)}")}";
    }

    /// <summary>Commas within type arguments and array ranks part no parameters.</summary>
    private static int CountParameters(string list)
    {
        var depth = 0;
        var count = list.Trim().Length == 0 ? 0 : 1;
        foreach (var character in list)
        {
            depth += character is '{' or '[' or '(' ? 1 : character is '}' or ']' or ')' ? -1 : 0;
            count += character == ',' && depth == 0 ? 1 : 0;
        }

        return count;
    }

    private static bool IsParameter(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c == '_') && (!char.IsDigit(text[0]) || (text.Length < 3 && text.All(char.IsDigit)));

    private static bool IsQualifiedName(string name) => name.Split('.').All(part =>
        part.Length > 0 && !char.IsDigit(part[0]) && part.All(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '_' or '`' or '#' or '{' or '}' or '@' or '~' or '+'));
}
