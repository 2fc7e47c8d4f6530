using PointToPoint.Analyzers.Endpoints;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Wrapping;

/// <summary>
/// The names of methods that hand what they are given to certain ends, directly or through each other: by syntax, all over the code. A method that isn't called
/// like one of these needs no look.
/// </summary>
internal static class HandingNames
{
    /// <param name="code">The code.</param>
    /// <param name="reachesEnd">True for a method that hands it to an end itself.</param>
    /// <param name="hasOtherEnds">True if there are ends beside HttpClient: then code that never mentions that may have such methods, too.</param>
    public static HashSet<string> Of(CodeBase code, Func<HandingMethod, bool> reachesEnd, bool hasOtherEnds = false)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (!hasOtherEnds && !code.Trees.Any(tree => tree.Facts.MentionsClient))
        {
            return names;
        }

        var methods = code.Trees.SelectMany(tree => tree.Facts.Names.Methods).ToList();
        names.UnionWith(methods.Where(reachesEnd).Select(method => method.Name));
        for (var grown = true; grown;)
        {
            grown = false;
            for (var i = methods.Count - 1; i >= 0; i--)
            {
                if (methods[i].Calls.Any(names.Contains))
                {
                    grown |= names.Add(methods[i].Name);
                    methods.RemoveAt(i);
                }
            }
        }

        return names;
    }
}
