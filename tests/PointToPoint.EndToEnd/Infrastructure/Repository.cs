using System.Reflection;

namespace PointToPoint.EndToEnd.Infrastructure;

/// <summary>The clone that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The configuration that these tests were built in.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Analyzers.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds Analyzers.sln."));
}
