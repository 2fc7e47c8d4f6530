using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Finds p2p.json among the files that the compiler was given, and reads it once for as long as its text stays the same.</summary>
internal static class ManifestFile
{
    private const string ProjectDirectory = "build_property.ProjectDir";

    // The value lives with the text: typing in code reads nothing again. The path isn't part of the text and is set afterwards.
    private static readonly SourceTextValueProvider<SystemMatcher> _matchers =
        new(text => SystemMatcher.Create(SystemsManifestReader.Read(text, "")));

    /// <summary>Whether a file is a manifest by its name.</summary>
    public static bool Is(string path) => string.Equals(FilePath.Name(path), SystemsManifestReader.FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The manifest that counts for a compilation: of several the nearest above the project; those that aren't above it, or where the project's
    /// folder is unknown all of them, by path. Null if there is none.
    /// </summary>
    public static AdditionalText? Find(AnalyzerOptions options)
    {
        var found = options.AdditionalFiles.Where(file => Is(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        if (found.Length <= 1)
        {
            return found.FirstOrDefault();
        }

        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(ProjectDirectory, out var project);
        return found.OrderByDescending(file => Nearness(file.Path, project)).First();
    }

    /// <summary>The matcher of the manifest that counts; one without manifest if there is no file.</summary>
    public static SystemMatcher Matcher(CompilationStartAnalysisContext start) =>
        Find(start.Options) is { } file ? Matcher(start, file) : SystemMatcher.Create(null);

    /// <summary>The matcher of a manifest.</summary>
#pragma warning disable RS1012 // asks the start context for a cached value; what is registered depends on the caller
    public static SystemMatcher Matcher(CompilationStartAnalysisContext start, AdditionalText file) =>
        file.GetText(start.CancellationToken) is { } text && start.TryGetValue(text, _matchers, out var matcher)
            ? matcher.At(file.Path)
            : SystemMatcher.Create(SystemsManifestReader.Unavailable(file.Path));
#pragma warning restore RS1012

    /// <summary>
    /// Everything wrong with a manifest, in the order of the text, and with its being there: one that isn't the one that counts has no effect.
    /// </summary>
    public static ImmutableArray<ManifestProblem> Problems(CompilationStartAnalysisContext start, AdditionalText file)
    {
        var problems = Matcher(start, file).Manifest.Problems;
        return Find(start.Options) is { } used && used.Path != file.Path
            ? problems.Insert(0, new ManifestProblem(
                ManifestProblemKind.Contradictory, default, $"this file has no effect, since {used.Path} is nearer to the project; remove one of them"))
            : problems;
    }

    // The deeper the folder, the nearer; -1 if the project doesn't lie in it.
    private static int Nearness(string path, string? project)
    {
        var directory = FilePath.Directory(path);
        var anyFile = project + "/*";
        return !string.IsNullOrEmpty(project) && FilePath.Below(directory, anyFile) is not null ? FilePath.Normalize(directory).Length : -1;
    }
}
