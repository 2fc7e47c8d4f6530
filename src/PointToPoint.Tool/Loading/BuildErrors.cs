using System.Collections.Immutable;

namespace PointToPoint.Tool.Loading;

/// <summary>The errors of a run, by project.</summary>
internal sealed class BuildErrors(IEnumerable<BuildError> errors)
{
    private readonly ILookup<string, BuildError> _errors = errors.ToLookup(error => error.Project, PathComparer.Instance);

    /// <summary>The SDKs that MSBuild didn't find for a project.</summary>
    public IEnumerable<string> MissingSdks(string project) => _errors[project].Select(StandInSdks.NameOf).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The most telling error of a project whose code begins so, in the order of the prefixes; then one with any code, then one without, for resolvers
    /// print much before the error that counts. Null if there is none.
    /// </summary>
    public string? Telling(string project, params ImmutableArray<string> prefixes)
    {
        var own = _errors[project].ToList();
        var error = prefixes.Select(prefix => own.Find(candidate => candidate.Code.StartsWith(prefix, StringComparison.Ordinal))).FirstOrDefault(found => found is not null)
            ?? own.Find(candidate => candidate.Code.Length > 0)
            ?? own.FirstOrDefault();
        return error?.ToString().TrimEnd('.');
    }
}
