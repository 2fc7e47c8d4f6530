using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PointToPoint.Tool.Deployment;

/// <summary>A Compose file as it stands, with the variables that count for it.</summary>
internal sealed partial class ComposeFile
{
    private readonly YamlNode? _root;

    private ComposeFile(string path, YamlNode? root, ComposeVariables variables)
    {
        Path = path;
        Variables = variables;
        _root = root;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public ComposeVariables Variables { get; }

    public IEnumerable<string> Services => (_root?["services"] as YamlMap)?.Entries.Select(entry => entry.Key) ?? [];

    /// <summary>The full path of the file that this one is laid over, without its extension: null for any that stands for itself.</summary>
    public string? Overrides => System.IO.Path.ChangeExtension(Path, null) is var stem && stem.EndsWith(".override", StringComparison.OrdinalIgnoreCase) ? stem[..^".override".Length] : null;

    /// <summary>Full paths of the files under <c>include</c>.</summary>
    public ImmutableArray<string> Includes =>
        [.. (_root?["include"]?.Items() ?? [])
            .SelectMany(entry => (entry["path"] ?? entry).Scalars())
            .Select(path => FullPath(path.Value))
            .OfType<string>()];

    public static bool IsName(string name) => Name().IsMatch(name);

    public static ComposeFile Read(DeploymentFiles files, string path) =>
        new(path, YamlReader.Read(files, path), new ComposeVariables(files, System.IO.Path.GetDirectoryName(path)!));

    public YamlNode? Service(string name) => _root?["services"]?[name];

    /// <summary>A path that the file gives, from its folder; null if nobody can say which, or it is none of this machine.</summary>
    public string? FullPath(string? given, string? from = null)
    {
        if (given is null || Variables.Known(given) is not { Length: > 0 } known || known.Contains("://", StringComparison.Ordinal) || known.StartsWith("git@", StringComparison.Ordinal) || known.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        return System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(known.Replace('\\', '/'), from ?? Folder));
    }

    [GeneratedRegex(@"^((docker|podman)-)?compose([.\-_].*)?\.ya?ml$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
