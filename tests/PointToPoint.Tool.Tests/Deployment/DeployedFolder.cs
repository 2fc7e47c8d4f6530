using PointToPoint.Tool.Deployment;
using PointToPoint.Tool.Loading;
using PointToPoint.Tool.Tests.Loading;

namespace PointToPoint.Tool.Tests.Deployment;

/// <summary>
/// A folder whose project files are captured without MSBuild and whose deployment files are read. A project file's text is its facts, separated by
/// blanks; without any it is an application.
/// </summary>
internal sealed class DeployedFolder : IDisposable
{
    private readonly TestFolder _folder;

    public DeployedFolder(string files, Action<TestFolder>? prepare = null)
    {
        _folder = new TestFolder(files);
        prepare?.Invoke(_folder);
        Projects = [.. Directory.GetFiles(_folder.Path, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Project)];
        Values = DeploymentValues.Read(_folder.Path, Projects, Problems.Add);
    }

    public IReadOnlyList<CapturedProject> Projects { get; }

    public DeploymentValues Values { get; }

    public List<string> Problems { get; } = [];

    public string Path => _folder.Path;

    /// <summary>What is found, as <c>value (file:line)</c>.</summary>
    public IEnumerable<string> Find(string project, string key) => Values.Find(_folder.Combine(project), key).Select(Text);

    public IEnumerable<string> Addresses(string project) => Values.AddressesOf(_folder.Combine(project)).Select(Text);

    /// <summary>As <c>name = project</c>.</summary>
    public IEnumerable<string> Names() => Values.ServiceNames.Select(name => $"{name.Name} = {_folder.Relative(name.ProjectPath)}");

    public void Dispose() => _folder.Dispose();

    private static string Text(DeployedValue value) => $"{value.Value} ({value.File}:{value.Line})";

    private static CapturedProject Project(string path)
    {
        var facts = File.ReadAllText(path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var sources = Directory.GetFiles(System.IO.Path.GetDirectoryName(path)!, "*.cs");
        return Captured.Project(path, facts: [.. facts.Length == 0 ? ["OutputType=Exe"] : facts, "[compile]", .. sources]);
    }
}
