using System.Collections.Immutable;

namespace PointToPoint.Tool.Loading;

/// <summary>Gathers, over the target frameworks of each project, what about it is incomplete.</summary>
internal sealed class IncompleteProjects
{
    private readonly SortedDictionary<string, (List<string> Reasons, SortedSet<string> Missing)> _entries = new(StringComparer.Ordinal);

    public void Add(string projectPath, string? reason, params IEnumerable<string> missing)
    {
        var names = missing.ToList();
        if (reason is null && names.Count == 0)
        {
            return;
        }

        if (!_entries.TryGetValue(projectPath, out var entry))
        {
            _entries[projectPath] = entry = ([], new SortedSet<string>(StringComparer.OrdinalIgnoreCase));
        }

        if (reason is not null && !entry.Reasons.Contains(reason))
        {
            entry.Reasons.Add(reason);
        }

        entry.Missing.UnionWith(names);
    }

    public ImmutableArray<IncompleteProject> ToImmutable() =>
        [.. _entries.Select(entry => new IncompleteProject(
            entry.Key,
            entry.Value.Reasons.Count > 0 ? string.Join("; ", entry.Value.Reasons) : "referenced assemblies are not there",
            [.. entry.Value.Missing]))];
}
