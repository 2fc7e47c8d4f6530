using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// Which projects a <c>.sln</c> or <c>.slnx</c> names. Read here and not by <c>dotnet sln list</c>, which would cost a process for each file and
/// gives up where one entry is odd.
/// </summary>
internal static partial class SolutionFile
{
    private const string SolutionFolder = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    public static bool IsSolution(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".sln" or ".slnx";

    /// <summary>Full paths of the projects, in the file's order, each once; existing or not, of whatever language.</summary>
    /// <exception cref="ScanException">The file can't be read as a solution.</exception>
    public static ImmutableArray<string> ReadProjects(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            var entries = Path.GetExtension(path).Equals(".slnx", StringComparison.OrdinalIgnoreCase) ? ReadXml(path) : ReadText(path);
            return [.. entries
                .Where(entry => entry.Length > 0 && !entry.Contains("://", StringComparison.Ordinal))
                .Select(entry => Path.GetFullPath(Path.Combine(folder, entry.Replace('\\', Path.DirectorySeparatorChar))))
                .Distinct(PathComparer.Instance)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            throw new ScanException($"Cannot read the solution {path}: {e.Message} Give a project or a folder instead, or repair the file.", e);
        }
    }

    private static IEnumerable<string> ReadXml(string path) =>
        XDocument.Load(path).Descendants()
            .Where(element => element.Name.LocalName == "Project")
            .Select(element => element.Attribute("Path")?.Value ?? "");

    private static IEnumerable<string> ReadText(string path)
    {
        var text = File.ReadAllText(path);
        if (!text.Contains("Microsoft Visual Studio Solution File", StringComparison.Ordinal))
        {
            throw new ScanException(
                $"Cannot read the solution {path}: it lacks the line 'Microsoft Visual Studio Solution File'. Give a project or a folder instead.");
        }

        return ProjectLine().Matches(text)
            .Where(match => !match.Groups["type"].Value.Equals(SolutionFolder, StringComparison.OrdinalIgnoreCase))
            .Select(match => match.Groups["path"].Value);
    }

    [GeneratedRegex("""^\s*Project\("\{(?<type>[^}"]*)\}"\)\s*=\s*"[^"]*"\s*,\s*"(?<path>[^"]*)"\s*,""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectLine();
}
