using System.Collections.Immutable;
using System.Globalization;

namespace PointToPoint.Analyzers.Systems;

/// <summary>The system that an entry of <c>clients</c> names: as it stands, or with a type argument's name in the place of <c>{0}</c>.</summary>
internal static class ClientSystem
{
    /// <summary>What is wrong with the text for a client of this type, as the end of a sentence; null if nothing.</summary>
    public static string? Problem(string system, string type)
    {
        var tick = type.LastIndexOf('`');
        var arity = tick < 0 ? 0 : int.Parse(type.Substring(tick + 1).Split('.')[0], CultureInfo.InvariantCulture);
        var start = system.IndexOf('{');
        if (start < 0)
        {
            return null;
        }

        var end = system.IndexOf('}', start);
        return end < 0 || !int.TryParse(system.Substring(start + 1, end - start - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? "has a '{' that starts no '{0}'"
            : arity == 0 ? $"has '{{{index}}}', but the type has no type parameters; write 'Contoso.IApiClient<>' for one that has"
            : index >= arity ? $"has '{{{index}}}', but the type's last parameter is '{{{arity - 1}}}'"
            : null;
    }

    /// <summary>The name that an entry gives, and the same without what names of settings and entities end in (<c>ErpConfiguration</c> → Erp).</summary>
    public static ImmutableArray<string> Names(string system, ImmutableArray<string> typeArguments)
    {
        var name = system;
        for (var i = 0; i < typeArguments.Length; i++)
        {
            name = name.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", typeArguments[i]);
        }

        var telling = TellingSegment.Of(name);
        return name.Contains("{") ? [] : name == system || telling == name ? [name] : [name, telling];
    }
}
