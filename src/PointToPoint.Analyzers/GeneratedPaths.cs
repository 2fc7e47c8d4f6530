using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints;

namespace PointToPoint.Analyzers;

/// <summary>
/// The paths of a generated client. Its operations give it the path of the description, <c>/pet/{petId}</c>, and another class puts the values in: a place in it is one for a value,
/// and what remains of a path that was changed in a loop says no more than the path.
/// </summary>
internal static class GeneratedPaths
{
    private const string Place = "{}";

    public static Resolution Filled(Resolution resolution)
    {
        var filled = resolution.Candidates
            .Select(candidate => candidate with { Display = PathTemplate.Emptied(candidate.Display), Endpoint = candidate.Endpoint with { Path = PathTemplate.Emptied(candidate.Endpoint.Path) } })
            .GroupBy(candidate => candidate.Display, (_, same) => same.First())
            .ToList();
        return resolution with { Candidates = [.. filled.Where(candidate => !filled.Exists(other => SaysMore(other.Display, candidate.Display)))] };
    }

    /// <summary>True if one place is the other with something known in the stead of what nobody knows.</summary>
    private static bool SaysMore(string one, string other) => one.Length > other.Length && other.EndsWith(Place, StringComparison.Ordinal) && other.Length > Place.Length
        && other[other.Length - Place.Length - 1] != '/' && one.StartsWith(other.Substring(0, other.Length - Place.Length) + "/", StringComparison.Ordinal);
}
