using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// What a PATH means. A solution: the projects it names. A project: itself. A folder: every project below it and every project that a solution
/// in it names, so that nothing is missed. In each case also the projects that those refer to, as a build would.
/// </summary>
internal sealed record ScanScope
{
    private static readonly string[] SkippedFolders = ["bin", "obj", "node_modules"];

    /// <summary>Full path of the folder that all paths of the map are relative to.</summary>
    public required string Root { get; init; }

    /// <summary>Full paths of the C# projects, ordered.</summary>
    public required ImmutableArray<string> Projects { get; init; }

    /// <summary>Full path of the solution that a build of the projects would be one of; null if there is none.</summary>
    public string? Solution { get; init; }

    /// <summary>What was found and is no C# project, or isn't there.</summary>
    public ImmutableArray<SkippedProject> Skipped { get; init; } = [];

    /// <exception cref="ScanException">Nothing there that could be scanned.</exception>
    public static ScanScope Find(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full))
        {
            return OfFolder(full);
        }

        if (!File.Exists(full))
        {
            throw new ScanException($"There is no '{path}'. Give a solution (.sln, .slnx), a C# project (.csproj) or a folder that holds some.");
        }

        var root = Path.GetDirectoryName(full)!;
        if (SolutionFile.IsSolution(full))
        {
            return Of(root, SolutionFile.ReadProjects(full), $"The solution '{path}' names no C# project. Give another solution or a folder.", full) with { Solution = full };
        }

        return ProjectKind.IsCSharp(full)
            ? Of(root, [full], "", full)
            : throw new ScanException($"'{path}' is neither a solution (.sln, .slnx) nor a C# project (.csproj). Give one of these, or a folder that holds some.");
    }

    private static ScanScope OfFolder(string root)
    {
        var files = Files(new DirectoryInfo(root)).ToList();
        var named = new Dictionary<string, ImmutableArray<string>>(PathComparer.Instance);
        var unreadable = new List<SkippedProject>();
        foreach (var solution in files.Where(SolutionFile.IsSolution))
        {
            try
            {
                named.Add(solution, SolutionFile.ReadProjects(solution));
            }
            catch (ScanException e) when (IsIn(root, solution))
            {
                unreadable.Add(new SkippedProject(solution, e.Message));
            }
            catch (ScanException)
            {
                // The projects of one further below are found without it.
            }
        }

        var projects = files.Where(file => ProjectKind.IsCSharp(file) || ProjectKind.IsOtherKind(file)).Concat(named.Where(solution => IsIn(root, solution.Key)).SelectMany(solution => solution.Value)).Distinct(PathComparer.Instance);
        var scope = Of(root, projects, $"There is no C# project in '{root}' or below. Give the folder, solution or project that holds the code.", namedBy: null);
        return scope with { Skipped = scope.Skipped.AddRange(unreadable), Solution = Widest(named) };
    }

    private static bool IsIn(string root, string solution) => Path.GetDirectoryName(solution) == root;

    /// <summary>A project file may ask for the solution that is built (<c>$(SolutionDir)</c>), and there is one MSBuild run: of several solutions, the one with the most projects.</summary>
    private static string? Widest(IReadOnlyDictionary<string, ImmutableArray<string>> solutions) => solutions
        .Where(solution => !solution.Value.IsEmpty)
        .OrderByDescending(solution => solution.Value.Length).ThenBy(solution => solution.Key.Length).ThenBy(solution => solution.Key, StringComparer.Ordinal)
        .Select(solution => solution.Key).FirstOrDefault();

    private static ScanScope Of(string root, IEnumerable<string> found, string whenNone, string? namedBy)
    {
        var projects = new SortedSet<string>(PathComparer.Instance);
        var skipped = new List<SkippedProject>();
        foreach (var path in found)
        {
            if (!ProjectKind.IsCSharp(path))
            {
                skipped.Add(ProjectKind.Skip(path));
            }
            else if (File.Exists(path))
            {
                projects.Add(path);
            }
            else
            {
                skipped.Add(new SkippedProject(path, $"{(namedBy is null ? "a solution" : Path.GetFileName(namedBy))} names it, but there is no such file"));
            }
        }

        if (projects.Count == 0 && skipped.Count == 0)
        {
            throw new ScanException(whenNone);
        }

        AddReferenced(projects);
        return new ScanScope { Root = root, Projects = [.. projects], Skipped = [.. skipped] };
    }

    /// <summary>
    /// Follows the references that stand in the project files as plain text. That spares a second MSBuild run in nearly every case; a reference
    /// that only an evaluation shows is found later.
    /// </summary>
    private static void AddReferenced(SortedSet<string> projects)
    {
        var open = new Stack<string>(projects);
        while (open.TryPop(out var project))
        {
            foreach (var referenced in WrittenReferences(project).Where(File.Exists).Where(ProjectKind.IsCSharp))
            {
                if (projects.Add(referenced))
                {
                    open.Push(referenced);
                }
            }
        }
    }

    private static IEnumerable<string> WrittenReferences(string project)
    {
        XDocument document;
        try
        {
            document = XDocument.Load(project);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return []; // MSBuild will say so, with the position.
        }

        var folder = Path.GetDirectoryName(project)!;
        return [.. document.Descendants()
            .Where(element => element.Name.LocalName == "ProjectReference")
            .SelectMany(element => (element.Attribute("Include")?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(include => include.IndexOfAny(['$', '@', '%', '*', '?']) < 0)
            .Select(include => Path.GetFullPath(Path.Combine(folder, include.Replace('\\', Path.DirectorySeparatorChar))))];
    }

    private static IEnumerable<string> Files(DirectoryInfo folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
        foreach (var file in folder.EnumerateFiles("*", options))
        {
            yield return file.FullName;
        }

        foreach (var below in folder.EnumerateDirectories("*", options))
        {
            // Links are not followed: they may lead round in a circle, and what they show is found where it really is.
            if (below.Name[0] != '.' && !SkippedFolders.Contains(below.Name, StringComparer.OrdinalIgnoreCase) && below.LinkTarget is null)
            {
                foreach (var file in Files(below))
                {
                    yield return file;
                }
            }
        }
    }
}
