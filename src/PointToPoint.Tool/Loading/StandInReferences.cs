using System.Collections.Immutable;
using System.Globalization;

namespace PointToPoint.Tool.Loading;

/// <summary>Puts the framework's reference assemblies that come with the SDK in the place of those that a project lacks.</summary>
internal static class StandInReferences
{
    /// <summary>Completes <paramref name="references"/>; the answer is a note where the framework itself had to be replaced, else null.</summary>
    public static string? Apply(CapturedProject project, List<string> references, ImmutableArray<string> missingPackages)
    {
        var names = references.Select(Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var hasCore = HasFramework(project, references, names);
        var isNet = !hasCore || project.Property("TargetFrameworkIdentifier") == ".NETCoreApp";
        var isWeb = project.Property("UsingMicrosoftNETSdkWeb") == "true" || project.Item("framework").Contains("Microsoft.AspNetCore.App");
        var pack = FrameworkPacks.References(project.Property("NetCoreTargetingPackRoot"), MajorVersion(project), web: true);

        // Many packages (Microsoft.Extensions.*) are part of the web framework too, so it can stand in for those that are missing.
        var needsWeb = isWeb && !names.Contains("Microsoft.AspNetCore")
            || missingPackages.Any(package => pack.Any(file => Path.GetFileNameWithoutExtension(file).Equals(package, StringComparison.OrdinalIgnoreCase)));
        if (hasCore)
        {
            // Its own framework stays as it is; only what it lacks is added.
            references.AddRange(needsWeb && isNet ? pack.Where(file => !names.Contains(Path.GetFileNameWithoutExtension(file))).Select(file => "/reference:" + file) : []);
            return null;
        }

        var standIn = needsWeb ? pack : FrameworkPacks.References(project.Property("NetCoreTargetingPackRoot"), MajorVersion(project), isWeb);

        // Two assemblies of one name would make every type in them ambiguous.
        var replaced = standIn.Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        references.RemoveAll(reference => replaced.Contains(Name(reference)));
        references.AddRange(standIn.Select(file => "/reference:" + file));
        var wanted = project.TargetFramework.Length > 0 ? project.TargetFramework : project.Property("TargetFrameworkIdentifier") + " " + project.Property("TargetFrameworkVersion");
        return $"the reference assemblies of {wanted} are not installed; those of the installed SDK stand in for them";
    }

    private static bool HasFramework(CapturedProject project, List<string> references, HashSet<string> names) =>
        project.Property("TargetFrameworkIdentifier") == ".NETCoreApp" && MajorVersion(project) >= 2
            // Not by name: old packages bring a System.Runtime of their own, which is no framework. In .NET Core 2 the framework was a package, Microsoft.NETCore.App; since then it is a pack.
            ? references.Exists(reference => reference.Contains("Microsoft.NETCore.App", StringComparison.OrdinalIgnoreCase))
            : names.Contains("mscorlib") || names.Contains("netstandard") || names.Contains("System.Runtime");

    private static string Name(string reference) => Path.GetFileNameWithoutExtension(CompilerArguments.Reference(reference)!);

    private static int MajorVersion(CapturedProject project) =>
        int.TryParse(project.Property("TargetFrameworkVersion").TrimStart('v', 'V').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
        && project.Property("TargetFrameworkIdentifier") == ".NETCoreApp"
            ? major
            : 0;
}
