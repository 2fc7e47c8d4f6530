using System.Text;

namespace PointToPoint.Testing.Layout;

/// <summary>The global config in which a build hands its properties and item metadata to analyzers.</summary>
internal static class BuildProperties
{
    public static string Path(TestProject project) => $"{project.Folder}/obj/{project.Name}.GeneratedMSBuildEditorConfig.editorconfig";

    public static string GlobalConfig(AnalyzerTest test, TestProject project, IEnumerable<TestFile> files)
    {
        var values = new SortedDictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["MSBuildProjectName"] = project.Name,
            ["ProjectDir"] = project.Folder + "/",
            ["RootNamespace"] = project.Name,
            ["TargetFramework"] = "net10.0",
        };
        foreach (var (name, value) in test.BuildProperties)
        {
            values[name] = value;
        }

        foreach (var (name, value) in project.Properties)
        {
            values[name] = value;
        }

        var config = new StringBuilder("is_global = true\n");
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                Append(config, $"build_property.{name}", value);
            }
        }

        foreach (var file in files.Where(f => f.Metadata.Length > 0))
        {
            config.Append('[').Append(file.Path).Append("]\n");
            foreach (var (name, value) in file.Metadata)
            {
                Append(config, $"build_metadata.AdditionalFiles.{name}", value);
            }
        }

        return config.ToString();
    }

    private static void Append(StringBuilder config, string key, string value)
    {
        if (value.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new AnalyzerTestException($"The value of {key} has a line break, which no build can pass to an analyzer.");
        }

        config.Append(key).Append(" = ").Append(value).Append('\n');
    }
}
