using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Analyzers.Systems;

/// <summary>Finds p2p.json among the files that the compiler was given.</summary>
internal static class ManifestFile
{
    private const string ProjectDirectory = "build_property.ProjectDir";

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

    // The deeper the folder, the nearer; -1 if the project doesn't lie in it.
    private static int Nearness(string path, string? project)
    {
        var directory = FilePath.Directory(path);
        var anyFile = project + "/*";
        return !string.IsNullOrEmpty(project) && FilePath.Below(directory, anyFile) is not null ? FilePath.Normalize(directory).Length : -1;
    }
}
