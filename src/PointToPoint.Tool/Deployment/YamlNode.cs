namespace PointToPoint.Tool.Deployment;

/// <summary>A value of a YAML file; the line is 1-based. Aliases share their anchor's node, so that no file grows by being read.</summary>
internal abstract class YamlNode(int line, string tag)
{
    public int Line => line;

    /// <summary>Compose: what an earlier file says doesn't count.</summary>
    public bool Replaces => tag is "!reset" or "!override";

    /// <summary>The text of a scalar; null for anything else.</summary>
    public string? Text => (this as YamlScalar)?.Value;

    /// <summary>The value of a key, null for anything but a mapping that has it.</summary>
    public YamlNode? this[string key] => (this as YamlMap)?.Find(key);

    /// <summary>The texts of a scalar or of a list of scalars.</summary>
    public IEnumerable<YamlScalar> Scalars() => this is YamlList list ? list.Items.OfType<YamlScalar>() : this is YamlScalar scalar ? [scalar] : [];

    /// <summary>The items of a list; anything else is a list of one.</summary>
    public IReadOnlyList<YamlNode> Items() => this is YamlList list ? list.Items : [this];
}

/// <summary>A text, number, truth value or null.</summary>
/// <param name="value">The text; null for a null.</param>
/// <param name="line">Where.</param>
/// <param name="tag">Its tag.</param>
internal sealed class YamlScalar(string? value, int line, string tag) : YamlNode(line, tag)
{
    public string? Value => value;
}

/// <summary>A sequence.</summary>
internal sealed class YamlList(IReadOnlyList<YamlNode> items, int line, string tag) : YamlNode(line, tag)
{
    public new IReadOnlyList<YamlNode> Items => items;
}

/// <summary>A mapping with its merge keys applied.</summary>
internal sealed class YamlMap(IReadOnlyList<YamlEntry> entries, int line, string tag) : YamlNode(line, tag)
{
    private readonly Dictionary<string, YamlEntry> _entries = entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);

    public IReadOnlyList<YamlEntry> Entries => entries;

    public YamlNode? Find(string key) => _entries.GetValueOrDefault(key)?.Value;
}

/// <summary>A key of a mapping; the line is the key's.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlNode Value);
