using System.Collections.Immutable;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Tool.Deployment;

/// <summary>Gathers service names. A better source wins; a name that one source gives to several projects names none.</summary>
internal sealed class ServiceNameTable
{
    private readonly Dictionary<string, (Source Source, HashSet<ServiceName> Names)> _names = new(StringComparer.Ordinal);

    /// <summary>Who says so, the best first.</summary>
    internal enum Source
    {
        AppHost,
        Service,
        TestService,
    }

    public void AddAll(Source source, IEnumerable<ServiceName> names)
    {
        foreach (var name in names)
        {
            var key = SystemName.Normalize(name.Name);
            if (!_names.TryGetValue(key, out var known) || source < known.Source)
            {
                _names[key] = (source, [name]);
            }
            else if (source == known.Source)
            {
                known.Names.Add(name);
            }
        }
    }

    public ImmutableArray<ServiceName> ToImmutable() =>
        [.. _names.Values
            .Where(entry => entry.Names.Select(name => name.ProjectPath).Distinct(StringComparer.Ordinal).Count() == 1)
            .Select(entry => entry.Names.OrderBy(name => name.Name, StringComparer.Ordinal).First())
            .OrderBy(name => name.Name, StringComparer.Ordinal)];
}
