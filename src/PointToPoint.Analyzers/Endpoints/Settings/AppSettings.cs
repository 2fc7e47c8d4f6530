using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Endpoints.Settings;

/// <summary>
/// The values in appsettings*.json, by key. The base file counts first, then that of production, then the others, shorter names first, development's late, templates last; placeholders and empty values are no values. Only
/// what an address is made of is ever asked for, and user info is cut off where messages are made.
/// </summary>
internal sealed class AppSettings
{
    /// <summary>What the names of templates say, which people copy: <c>appsettings.json.template</c>, <c>appsettings.example.json</c>.</summary>
    private static readonly ImmutableArray<string> _templates = ["example", "sample", "template", "dist"];

    private readonly Lazy<ImmutableDictionary<string, Setting>> _values;

    public AppSettings(IEnumerable<AdditionalText> files)
    {
        var ordered = files.Where(file => Is(file.Path))
            .OrderBy(file => Rank(file.Path))
            .ThenBy(file => Path.GetFileName(file.Path).Length)
            .ThenBy(file => file.Path, StringComparer.Ordinal)
            .ToImmutableArray();
        _values = new(() => Read(ordered));
    }

    public Setting? Find(string key) => _values.Value.TryGetValue(key, out var setting) ? setting : null;

    /// <summary>The names right below a key, in the order of the text: <c>0</c>, <c>1</c> of a list.</summary>
    public IEnumerable<string> Below(string key) => _values.Value.Keys
        .Where(other => other.Length > key.Length + 1 && other[key.Length] == ':' && other.StartsWith(key, StringComparison.OrdinalIgnoreCase))
        .Select(other => other.Substring(key.Length + 1).Split(':')[0])
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .OrderBy(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue)
        .ThenBy(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>How far from where it runs for good the environment is that a file's name ends with.</summary>
    private static int Rank(string path) => Path.GetFileNameWithoutExtension(path) is var name && IsTemplate(path) ? 4 : name.Substring(name.IndexOf('.') + 1).ToLowerInvariant() switch
    {
        _ when name.IndexOf('.') < 0 => 0,
        "production" or "prod" or "live" => 1,
        "development" or "dev" or "local" => 3,
        _ => 2,
    };

    /// <summary>Whether a path is that of a template: by its ending, or by the last word before it.</summary>
    private static bool IsTemplate(string path) => !path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || _templates.Contains(Path.GetFileNameWithoutExtension(path).Split('.', '-', '_').Last(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the file of a path is one of settings, or a template for one.</summary>
    public static bool Is(string path)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
            && (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || _templates.Any(mark => name.EndsWith(".json." + mark, StringComparison.OrdinalIgnoreCase)));
    }

    private static ImmutableDictionary<string, Setting> Read(ImmutableArray<AdditionalText> files)
    {
        var values = ImmutableDictionary.CreateBuilder<string, Setting>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            // No token: a cancelled first caller must not decide for all later ones.
            if (file.GetText(CancellationToken.None) is { } text)
            {
                Add(values, "", JsonReader.Read(text, CancellationToken.None).Root, Path.GetFileName(file.Path), IsTemplate(file.Path));
            }
        }

        return values.ToImmutable();
    }

    private static void Add(ImmutableDictionary<string, Setting>.Builder values, string key, JsonNode node, string file, bool isTemplate)
    {
        switch (node.Kind)
        {
            case JsonNodeKind.Object:
                foreach (var member in node.Members)
                {
                    Add(values, Below(key, member.Name), member.Value, file, isTemplate);
                }

                break;
            case JsonNodeKind.Array:
                for (var i = 0; i < node.Items.Length; i++)
                {
                    Add(values, Below(key, i.ToString(CultureInfo.InvariantCulture)), node.Items[i], file, isTemplate);
                }

                break;
            case JsonNodeKind.String when !Placeholders.Is(node.Text, key) && (isTemplate ? !values.ContainsKey(key) && !Placeholders.IsOfTemplate(node.Text) : Counts(values, key, node.Text)):
            case JsonNodeKind.Number when !values.ContainsKey(key):
                values[key] = new Setting(node.Text, $"{file}: {key}");
                break;
        }
    }

    /// <summary>The first file that has a value counts, but for an address on somebody's development machine where another file has a real one.</summary>
    private static bool Counts(ImmutableDictionary<string, Setting>.Builder values, string key, string value) =>
        !values.TryGetValue(key, out var known) || (HostSettings.IsLoopback(known.Value) && value.Contains("://") && !HostSettings.IsLoopback(value));

    private static string Below(string key, string name) => key.Length == 0 ? name : key + ":" + name;
}
