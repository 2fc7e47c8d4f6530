using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PointToPoint.Tool.Loading;

/// <summary>The <c>dotnet</c> command, and a process of it that starts clean.</summary>
internal static class DotNetHost
{
    // Variables that a surrounding 'dotnet run' or build sets for itself. Passed on, they make the inner MSBuild mix two SDKs.
    private static readonly string[] Inherited =
    [
        "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildSDKsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILDUSESERVER",
        "DOTNET_CLI_CONTEXT_VERBOSE", "DOTNET_HOST_PATH",
    ];

    // NuGet asks a source that doesn't answer six times and six times again for every package, waiting in between: minutes for a handful of packages. A scan
    // asks once, and once more for everything if something is missing.
    private static readonly (string Name, string Value)[] Impatience =
    [
        ("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "1"),
        ("NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS", "100"),
    ];

    /// <exception cref="ScanException">There is no .NET SDK.</exception>
    public static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string?[] candidates =
        [
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            Environment.ProcessPath is { } self && Path.GetFileName(self).Equals(name, StringComparison.OrdinalIgnoreCase) ? self : null,
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, name)),
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name)),
        ];
        return candidates.FirstOrDefault(HasSdk)
            ?? candidates.FirstOrDefault(File.Exists) // A script that leads to one: the first run will tell.
            ?? throw new ScanException(
                "The .NET SDK was not found, and without it no project can be loaded. Install it from https://dot.net/download, or put 'dotnet' on the PATH.");
    }

    public static Process Start(string dotnet, string workingFolder, params IEnumerable<string> arguments) => Start(dotnet, workingFolder, sdks: null, arguments);

    /// <param name="dotnet">The command.</param>
    /// <param name="workingFolder">Where it runs.</param>
    /// <param name="sdks">Where MSBuild finds the SDKs that projects name; null for the .NET SDK's own folder.</param>
    /// <param name="arguments">What it is given.</param>
    public static Process Start(string dotnet, string workingFolder, string? sdks, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var variable in Inherited)
        {
            start.Environment.Remove(variable);
        }

        if (sdks is not null)
        {
            start.Environment["MSBuildSDKsPath"] = sdks;
        }

        // English, so that the messages can be read by machine; and nothing that outlives the scan.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["VSLANG"] = "1033";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["HUSKY"] = "0"; // Projects that install git hooks when they are restored ask for this.
        foreach (var (name, value) in Impatience)
        {
            // What somebody has set for a bad line of theirs stands.
            start.Environment.TryAdd(name, value);
        }

        var process = Process.Start(start) ?? throw new ScanException($"'{dotnet}' could not be started.");
        process.StandardInput.Close();
        return process;
    }

    private static bool HasSdk(string? path)
    {
        if (path is null || !File.Exists(path))
        {
            return false;
        }

        // On the PATH there is often a link to the real one.
        var real = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        return Directory.Exists(Path.Combine(Path.GetDirectoryName(real)!, "sdk"));
    }
}
