using System.Collections.Immutable;

namespace PointToPoint.Tool.Deployment;

/// <summary>Settings by key. Keys are equal as configuration takes them: ignoring case, and <c>__</c> is <c>:</c>.</summary>
internal sealed class SettingTable
{
    private readonly Dictionary<string, List<DeployedValue>> _values = new(StringComparer.OrdinalIgnoreCase);

    public static string Normalize(string key) => key.Trim().Replace("__", ":", StringComparison.Ordinal);

    public void Add(IEnumerable<DeployedSetting> settings)
    {
        foreach (var setting in settings)
        {
            var key = Normalize(setting.Key);
            if (!_values.TryGetValue(key, out var values))
            {
                _values[key] = values = [];
            }

            // The same value from a second file is no alternative.
            if (!values.Exists(value => value.Value == setting.Value.Value))
            {
                values.Add(setting.Value);
            }
        }
    }

    /// <summary>The distinct values of a key, in the order they were added.</summary>
    public ImmutableArray<DeployedValue> Find(string key) => _values.TryGetValue(Normalize(key), out var values) ? [.. values] : [];
}
