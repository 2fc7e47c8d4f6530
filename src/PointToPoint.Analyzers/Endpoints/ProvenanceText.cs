using System.Collections.Immutable;
using System.Text;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>
/// Says a provenance as a sentence, from call to value: <c>options ErpOptions.Url ← appsettings.json: Erp:Url</c>, and of an address whose parts come from several places
/// <c>base address from … ← …; path from … ← …</c>.
/// </summary>
internal static class ProvenanceText
{
    /// <summary>Stands between a step and the next one back.</summary>
    public const string Separator = " ← ";

    /// <summary>How the first step of a path begins whose base address comes from elsewhere.</summary>
    public const string PathFrom = "path from ";

    private const string BaseFrom = "base address from ";

    /// <summary>All of it.</summary>
    public static string Whole(ImmutableArray<string> steps) => Say(Parts(steps), part => string.Join(Separator, part));

    /// <summary>Of each part its first and last steps, which say most.</summary>
    public static string Short(ImmutableArray<string> steps)
    {
        var parts = Parts(steps);
        return Say(parts, part => part.Length <= (parts.Count == 1 ? 4 : 3) ? string.Join(Separator, part) : string.Join(Separator, part[0], part[1], "…", part[part.Length - 1]));
    }

    private static string Say(List<ImmutableArray<string>> parts, Func<ImmutableArray<string>, string> say)
    {
        if (parts.Count < 2)
        {
            return parts.Count == 0 ? "" : say(parts[0]);
        }

        // The methods on the way to the call have no part in either.
        var via = parts[0].TakeWhile(step => step.StartsWith("via ", StringComparison.Ordinal)).Count();
        var text = new StringBuilder();
        foreach (var step in parts[0].Take(via))
        {
            text.Append(step).Append(Separator);
        }

        text.Append(BaseFrom).Append(say(parts[0].RemoveRange(0, via)));
        foreach (var part in parts.Skip(1))
        {
            text.Append("; ").Append(say(part));
        }

        return text.ToString();
    }

    private static List<ImmutableArray<string>> Parts(ImmutableArray<string> steps)
    {
        var parts = new List<ImmutableArray<string>>();
        foreach (var step in steps)
        {
            if (parts.Count == 0 || step.StartsWith(PathFrom, StringComparison.Ordinal))
            {
                parts.Add([step]);
            }
            else
            {
                parts[parts.Count - 1] = parts[parts.Count - 1].Add(step);
            }
        }

        return parts;
    }
}
