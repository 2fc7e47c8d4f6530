namespace PointToPoint.Analyzers.Tests.Systems;

/// <summary>Files of this repository that aren't compiled: the tests run somewhere below its root.</summary>
internal static class RepositoryFile
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), path));

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "Analyzers.sln"))
        ? folder
        : Root(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds Analyzers.sln."));
}
