using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// The framework's reference assemblies that come with the SDK. A project whose own could not be had (an old target framework whose pack isn't
/// installed, no restore) is analysed against these, so that HttpClient is HttpClient whatever else is missing.
/// </summary>
internal static class FrameworkPacks
{
    private const string Core = "Microsoft.NETCore.App";
    private const string Web = "Microsoft.AspNetCore.App";

    /// <summary>Full paths of the reference assemblies.</summary>
    /// <param name="packRoot">The SDK's <c>packs</c> folder; may be empty.</param>
    /// <param name="majorVersion">Which version would be right; the newest stands in for it.</param>
    /// <param name="web">Whether to include ASP.NET Core.</param>
    public static ImmutableArray<string> References(string packRoot, int majorVersion, bool web)
    {
        var core = Assemblies(packRoot, Core, majorVersion);
        if (core.IsEmpty)
        {
            // No pack at all: what this tool itself runs on.
            core = ManagedAssemblies(RuntimeEnvironment.GetRuntimeDirectory());
        }

        return web ? core.AddRange(Assemblies(packRoot, Web, majorVersion)) : core;
    }

    private static ImmutableArray<string> Assemblies(string packRoot, string framework, int majorVersion)
    {
        var pack = Path.Combine(packRoot, framework + ".Ref");
        if (packRoot.Length == 0 || !Directory.Exists(pack))
        {
            return [];
        }

        var folder = Directory.GetDirectories(pack)
            .Select(path => (Path: path, Version: System.Version.TryParse(Path.GetFileName(path).Split('-')[0], out var version) ? version : new Version(0, 0)))
            .OrderByDescending(candidate => candidate.Version.Major == majorVersion)
            .ThenByDescending(candidate => candidate.Version)
            .ThenBy(candidate => candidate.Path, StringComparer.Ordinal)
            .SelectMany(candidate => Directory.Exists(Path.Combine(candidate.Path, "ref")) ? Directory.GetDirectories(Path.Combine(candidate.Path, "ref")) : [])
            .FirstOrDefault();
        return folder is null ? [] : [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> ManagedAssemblies(string folder) =>
        [.. Directory.GetFiles(folder, "*.dll")
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll")
                && !name.Contains(".Native.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
}
