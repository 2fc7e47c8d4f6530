using System.Collections.Immutable;

namespace PointToPoint.Tool.Loading;

/// <summary>What the MSBuild run wrote down about one project and target framework.</summary>
internal sealed class CapturedProject
{
    private const string ProjectPathProperty = "MSBuildProjectFullPath";

    public required string ProjectPath { get; init; }

    /// <summary>Short name as the project gives it; empty for old-style projects, which have none.</summary>
    public string TargetFramework { get; init; } = "";

    public required ImmutableDictionary<string, string> Properties { get; init; }

    /// <summary>Lines of each item list; see <c>Capture.targets</c> for their form.</summary>
    public required ImmutableDictionary<string, ImmutableArray<string>> Items { get; init; }

    /// <summary>The compiler's command line; default where the design-time build failed on the way to it.</summary>
    public ImmutableArray<string> CommandLine { get; init; }

    public string ProjectFolder => Path.GetDirectoryName(ProjectPath)!;

    public string ProjectName => Path.GetFileNameWithoutExtension(ProjectPath);

    public string AssemblyName => Property("AssemblyName") is { Length: > 0 } name ? name : ProjectName;

    public ImmutableArray<string> Packages => [.. Item("package").Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Full paths of the projects whose assembly is referenced.</summary>
    public ImmutableArray<string> ReferencedProjects =>
        [.. Item("project")
            .Select(line => line.Split('|', 3))
            .Where(parts => parts.Length == 3 && !parts[0].Equals("false", StringComparison.OrdinalIgnoreCase) && parts[1].Length == 0)
            .Select(parts => Path.GetFullPath(parts[2]))
            .Distinct(PathComparer.Instance)];

    /// <summary>Whether the project makes something that runs, as opposed to a class library.</summary>
    public bool IsApplication =>
        !Property("OutputType").Equals("Library", StringComparison.OrdinalIgnoreCase) && Property("OutputType").Length > 0;

    public string Property(string name) => Properties.GetValueOrDefault(name, "");

    public ImmutableArray<string> Item(string section) => Items.GetValueOrDefault(section, []);

    /// <summary>Reads every project that a run captured, ordered by path and target framework.</summary>
    public static ImmutableArray<CapturedProject> ReadAll(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.facts")
                .Select(file => Parse(File.ReadAllLines(file), CommandLineBeside(file)))
                .OfType<CapturedProject>()
                .OrderBy(facts => facts.ProjectPath, StringComparer.Ordinal)
                .ThenBy(facts => facts.TargetFramework, StringComparer.Ordinal)]
            : [];

    /// <summary>Null if the lines don't say which project they are about.</summary>
    public static CapturedProject? Parse(IReadOnlyList<string> lines, ImmutableArray<string> commandLine)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        var items = new Dictionary<string, ImmutableArray<string>.Builder>(StringComparer.Ordinal);
        var section = "";
        string? last = null;
        foreach (var line in lines)
        {
            if (line.Length > 2 && line[0] == '[' && line[^1] == ']')
            {
                section = line[1..^1];
                items[section] = ImmutableArray.CreateBuilder<string>();
            }
            else if (section != "properties")
            {
                items.GetValueOrDefault(section)?.Add(line);
            }
            else if (line.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
            {
                last = line[..at];
                properties[last] = line[(at + 1)..];
            }
            else if (last is not null)
            {
                properties[last] += "\n" + line; // A value of several lines.
            }
        }

        return properties.TryGetValue(ProjectPathProperty, out var path) && path.Length > 0
            ? new CapturedProject
            {
                ProjectPath = path,
                TargetFramework = properties.GetValueOrDefault("TargetFramework", ""),
                Properties = properties.ToImmutable(),
                Items = items.ToImmutableDictionary(item => item.Key, item => item.Value.ToImmutable(), StringComparer.Ordinal),
                CommandLine = commandLine,
            }
            : null;
    }

    private static ImmutableArray<string> CommandLineBeside(string facts)
    {
        var file = Path.ChangeExtension(facts, ".rsp");
        return File.Exists(file) ? [.. File.ReadAllLines(file)] : default;
    }
}
