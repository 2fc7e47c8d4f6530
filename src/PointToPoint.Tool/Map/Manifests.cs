using System.Text;

using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers;
using PointToPoint.Analyzers.Systems;
using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Map;

/// <summary>The p2p.json files that count for the projects of a scan, each read once.</summary>
internal sealed class Manifests
{
    private readonly SortedDictionary<string, (SystemMatcher Matcher, SourceText? Text)> _files = new(StringComparer.Ordinal);

    public IEnumerable<SystemMatcher> All => _files.Values.Select(file => file.Matcher);

    /// <summary>The matcher that counts for a project; one without manifest if there is none.</summary>
    public SystemMatcher For(CapturedProject project)
    {
        if (ProjectConfiguration.FindManifest(project.ProjectFolder) is not { } path)
        {
            return SystemMatcher.Create(null);
        }

        if (!_files.TryGetValue(path, out var file))
        {
            _files[path] = file = Read(path);
        }

        return file.Matcher;
    }

    /// <summary>Everything wrong with the files themselves.</summary>
    public IEnumerable<(string File, LinePosition Position, string Rule, string Message)> Problems() =>
        _files.SelectMany(file => file.Value.Matcher.Manifest.Problems.Select(problem => (
            file.Key,
            Position(file.Key, problem.Span),
            problem.Kind == ManifestProblemKind.Unreadable ? RuleIds.UnreadableManifest : RuleIds.ContradictoryManifest,
            problem.Message)));

    /// <summary>
    /// Entries of <c>owns</c> that no code of the scan answers to, which only a scan of the whole can tell. Silent about files that lie above
    /// the root: they speak of more than was scanned.
    /// </summary>
    public IEnumerable<(string File, LinePosition Position, string Rule, string Message)> Unmatched(string root, IReadOnlyList<ProjectAnalysis> analyses) =>
        from file in _files
        where FilePath.Below(root, file.Key) is not null
        from system in file.Value.Matcher.Manifest.Systems
        from entry in system.Owns
        where !analyses.Any(analysis => Matches(entry.Pattern, analysis, FilePath.Directory(file.Key)))
        select (file.Key, Position(file.Key, entry.Span), RuleIds.ContradictoryManifest, $"'{entry.Text}' of {system.Name} matches no code of this scan");

    private static bool Matches(OwnsPattern pattern, ProjectAnalysis analysis, string folder) =>
        pattern.Path is { } path
            ? analysis.Files.Append(analysis.Project.ProjectPath).Any(file => FilePath.Below(folder, file) is { } below && path.Matches(PathPattern.Split(below)))
            : pattern.MatchesAssembly(analysis.Project.AssemblyName) || analysis.Namespaces.Any(pattern.MatchesNamespace);

    private LinePosition Position(string file, TextSpan span) =>
        _files[file].Text is { } text && span.End <= text.Length ? text.Lines.GetLinePosition(span.Start) : default;

    private static (SystemMatcher Matcher, SourceText? Text) Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var text = SourceText.From(stream, Encoding.UTF8);
            return (SystemMatcher.Create(SystemsManifestReader.Read(text, path)), text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (SystemMatcher.Create(SystemsManifestReader.Unavailable(path)), null);
        }
    }
}
