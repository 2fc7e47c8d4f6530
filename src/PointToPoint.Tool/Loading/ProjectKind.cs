namespace PointToPoint.Tool.Loading;

/// <summary>What kind of project a file is, told by its extension.</summary>
internal static class ProjectKind
{
    private static readonly Dictionary<string, string> OtherKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".vbproj"] = "a Visual Basic project",
        [".fsproj"] = "an F# project",
        [".sqlproj"] = "a database project",
        [".dcproj"] = "a docker-compose project",
        [".esproj"] = "a JavaScript project",
        [".njsproj"] = "a Node.js project",
        [".pyproj"] = "a Python project",
        [".vcxproj"] = "a C++ project",
        [".wixproj"] = "an installer project",
        [".wapproj"] = "an application packaging project",
        [".shproj"] = "a shared project, whose files are analysed in the projects that import it",
    };

    private static readonly string[] WithoutCode = [".sqlproj", ".dcproj", ".wixproj", ".wapproj", ".shproj"];

    public static bool IsCSharp(string path) => Path.GetExtension(path).Equals(".csproj", StringComparison.OrdinalIgnoreCase);

    public static bool IsOtherKind(string path) => OtherKinds.ContainsKey(Path.GetExtension(path));

    public static SkippedProject Skip(string path) => new(path, WhyNot(path)) { HasCode = !WithoutCode.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) };

    /// <summary>Why a project that isn't C# isn't analysed.</summary>
    public static string WhyNot(string path) =>
        OtherKinds.TryGetValue(Path.GetExtension(path), out var kind)
            ? $"{kind}: only C# is analysed"
            : $"'{Path.GetExtension(path)}' is no kind of project that is analysed: only C# is";
}
