using System.Text;

using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Tool.Deployment;

/// <summary>
/// The files below a scan's root, and below the projects that lie outside it, as readers of deployment files see them. Nothing else is ever opened,
/// whatever a file refers to; links aren't followed, sizes are bounded, and every trouble is told once.
/// </summary>
internal sealed class DeploymentFiles(string root, IEnumerable<string> otherFolders, Action<string> onProblem)
{
    public const int MaxBytes = 5 * 1024 * 1024;
    private const int MaxDepth = 32;

    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules"];
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    private readonly List<string> _folders = [root, .. otherFolders.Where(folder => !IsBelow(root, folder)).Order(StringComparer.Ordinal)];
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Full path.</summary>
    public string Root => root;

    /// <summary>Full paths of the files whose name is wanted, ordered within each folder.</summary>
    public IEnumerable<string> Find(Func<string, bool> isWanted) =>
        _folders.SelectMany(folder => Below(new DirectoryInfo(folder), isWanted, depth: 0)).Distinct(StringComparer.Ordinal);

    /// <summary>Full paths of the files right in a folder whose name is wanted, ordered.</summary>
    public static IEnumerable<string> In(string folder, Func<string, bool> isWanted) => FilesOf(new DirectoryInfo(folder), isWanted);

    public string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    public void Problem(string path, long line, long column, string message) => Tell(FormattableString.Invariant($"{Relative(path)}:{line}:{column}: {message}"));

    /// <summary>Null if there is no such file, or none that may be read.</summary>
    public string? ReadText(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            _texts[path] = text = Read(path);
        }

        return text;
    }

    private static bool IsBelow(string folder, string path) => string.Equals(folder, path, StringComparison.Ordinal) || FilePath.Below(folder, path) is not null;

    private static IEnumerable<string> Below(DirectoryInfo folder, Func<string, bool> isWanted, int depth)
    {
        if (depth > MaxDepth || !folder.Exists)
        {
            yield break;
        }

        foreach (var file in FilesOf(folder, isWanted))
        {
            yield return file;
        }

        var below = folder.EnumerateDirectories("*", Everything)
            .Where(child => child.Name[0] != '.' && !SkippedFolders.Contains(child.Name, StringComparer.OrdinalIgnoreCase) && child.LinkTarget is null)
            .OrderBy(child => child.Name, StringComparer.Ordinal);
        foreach (var file in below.SelectMany(child => Below(child, isWanted, depth + 1)))
        {
            yield return file;
        }
    }

    private static IEnumerable<string> FilesOf(DirectoryInfo folder, Func<string, bool> isWanted) =>
        folder.EnumerateFiles("*", Everything).Where(file => isWanted(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => file.FullName);

    /// <summary>Whether the file or a folder on the way to it is a link.</summary>
    private static bool LeadsAway(FileInfo file, string folder)
    {
        for (FileSystemInfo? current = file; current is not null && current.FullName.Length > folder.Length; current = Directory.GetParent(current.FullName))
        {
            if (current.LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private string? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || _folders.Find(folder => IsBelow(folder, path)) is not { } folder || LeadsAway(file, folder))
            {
                return null;
            }

            if (file.Length > MaxBytes)
            {
                Tell($"{Relative(path)}: not read, because it is larger than {MaxBytes / 1024 / 1024} MB");
                return null;
            }

            return File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Tell($"{Relative(path)}: not read ({e.GetType().Name})");
            return null;
        }
    }

    private void Tell(string problem)
    {
        if (_told.Add(problem))
        {
            onProblem(problem);
        }
    }
}
