using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Tool.Loading;

/// <summary>What the package's own targets would hand to the analyzer: build properties, and the files it reads beside the code.</summary>
internal static class ProjectConfiguration
{
    public const string ManifestName = "p2p.json";

    /// <summary>
    /// A global analyzer configuration with the build properties. Its level is higher than any a repository can sensibly choose, so it wins over what
    /// the build generated; severities and options of the repository are other keys and stay as they are.
    /// </summary>
    public static SourceText GlobalConfig(CapturedProject project, DateTime today)
    {
        var text = new StringBuilder()
            .AppendLine("is_global = true")
            .AppendLine(CultureInfo.InvariantCulture, $"global_level = {int.MaxValue}");
        Add("MSBuildProjectName", project.ProjectName);
        Add("ProjectDir", project.ProjectFolder + Path.DirectorySeparatorChar);
        Add("IsTestProject", project.Property("IsTestProject"));
        Add("PointToPointPackageReferences", string.Join('|', project.Packages));
        Add("PointToPointDate", project.Property("PointToPointDate") is { Length: > 0 } date ? date : today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return SourceText.From(text.ToString(), Encoding.UTF8);

        void Add(string name, string value) => text.AppendLine(CultureInfo.InvariantCulture, $"build_property.{name} = {value.ReplaceLineEndings(" ")}");
    }

    /// <summary>Full paths of the manifest, the settings and the service contracts that belong to a project, ordered.</summary>
    /// <param name="project">The project.</param>
    /// <param name="references">The projects that it sees: the clients that are generated into those are made of their contracts.</param>
    public static ImmutableArray<string> AdditionalFiles(CapturedProject project, IEnumerable<CapturedProject> references)
    {
        // A Blazor application in the browser has its settings where it is downloaded from.
        var settings = new[] { project.ProjectFolder, Path.Combine(project.ProjectFolder, "wwwroot") }.Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "appsettings*.json*")).Where(AppSettings.Is);
        var contracts = references.Prepend(project).SelectMany(one => one.Item("protobuf")).Where(File.Exists).Distinct(PathComparer.Instance);
        var files = settings.Concat(contracts).Order(StringComparer.Ordinal);
        return [.. FindManifest(project.ProjectFolder) is { } manifest ? [manifest] : Array.Empty<string>(), .. files];
    }

    /// <summary>The nearest p2p.json in a folder or above it; null if there is none.</summary>
    public static string? FindManifest(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            var file = Path.Combine(current, ManifestName);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    public static DocumentInfo Document(ProjectId project, string path) =>
        DocumentInfo.Create(DocumentId.CreateNewId(project), Path.GetFileName(path), loader: new FileTextLoader(path, Encoding.UTF8), filePath: path);

    public static DocumentInfo Document(ProjectId project, string path, SourceText text) =>
        DocumentInfo.Create(DocumentId.CreateNewId(project), Path.GetFileName(path), loader: TextLoader.From(TextAndVersion.Create(text, VersionStamp.Default, path)), filePath: path);
}
