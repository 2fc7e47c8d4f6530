using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// A folder of SDKs for a second try at projects whose own SDK can't be found, because no source of packages has it: links to those of the .NET SDK, and beside them an empty one for each that is missing. An SDK
/// that stands first in its project is expected to bring the .NET SDK's targets, so the empty one does.
/// </summary>
internal static partial class StandInSdks
{
    /// <summary>The folder that the .NET SDK keeps those in that projects name.</summary>
    private const string Sdks = "Sdks";

    /// <summary>The name of the SDK that an error of MSBuild misses, without its version; null for any other error.</summary>
    public static string? NameOf(BuildError error) => error.Code == "MSB4236" && Missing().Match(error.Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Makes the folder; null where the .NET SDK's own can't be found or linked to.</summary>
    /// <param name="dotnet">The <c>dotnet</c> command.</param>
    /// <param name="workingFolder">Where it is run, whose global.json chooses the SDK.</param>
    /// <param name="folder">The folder to make.</param>
    /// <param name="missing">The names of the SDKs that are missing; true of those that stand first in a project, and are expected to bring the .NET SDK's targets.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static async Task<string?> CreateAsync(string dotnet, string workingFolder, string folder, IReadOnlyDictionary<string, bool> missing, CancellationToken cancellation)
    {
        if (await InstalledAsync(dotnet, workingFolder, cancellation) is not { } installed)
        {
            return null;
        }

        // Its SDKs import what lies beside their folder, by a path from where they are.
        var sdks = Path.Combine(folder, Sdks);
        try
        {
            Link(Directory.EnumerateFileSystemEntries(installed).Where(entry => Path.GetFileName(entry) != Sdks), folder);

            // Nothing may be written through a link into the installed one, which has folders that are no SDKs.
            Link(Directory.EnumerateDirectories(Path.Combine(installed, Sdks)).Where(sdk => !missing.ContainsKey(Path.GetFileName(sdk))), sdks);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows lets only some people make links: the projects stay unloaded, and are told as such.
            return null;
        }

        foreach (var (name, isFirst) in missing)
        {
            var sdk = Path.Combine(sdks, name, "Sdk");
            Directory.CreateDirectory(sdk);
            Save("Sdk.props", "'$(UsingMicrosoftNETSdk)' != 'true'", new XElement("PropertyGroup", new XElement("PointToPointStandsIn", name), IsOfTests(name) ? new XElement("IsTestProject", "true") : null));
            Save("Sdk.targets", $"'$(PointToPointStandsIn)' == '{name}'");

            void Save(string file, string condition, XElement? group = null) => new XElement(
                "Project",
                isFirst && group is not null ? new XElement(group.Name, new XAttribute("Condition", condition), group.Elements()) : null,
                isFirst ? new XElement("Import", new XAttribute("Project", file), new XAttribute("Sdk", "Microsoft.NET.Sdk"), new XAttribute("Condition", condition)) : null).Save(Path.Combine(sdk, file));
        }

        return sdks;
    }

    /// <summary>The SDK that a project's root names first; null if it names none, or can't be read.</summary>
    public static string? FirstOf(string project)
    {
        try
        {
            return XDocument.Load(project).Root?.Attribute("Sdk")?.Value.Split(';')[0].Split('/')[0].Trim();
        }
        catch (Exception e) when (e is System.Xml.XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsOfTests(string sdk) => sdk.StartsWith("MSTest", StringComparison.OrdinalIgnoreCase);

    private static void Link(IEnumerable<string> entries, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var entry in entries)
        {
            var link = Path.Combine(folder, Path.GetFileName(entry));
            if (Directory.Exists(entry))
            {
                Directory.CreateSymbolicLink(link, entry);
            }
            else
            {
                File.CreateSymbolicLink(link, entry);
            }
        }
    }

    /// <summary>Where the .NET SDK is that runs in a folder: <c>sdk/10.0.100</c>.</summary>
    private static async Task<string?> InstalledAsync(string dotnet, string workingFolder, CancellationToken cancellation)
    {
        var version = (await OutputAsync("--version")).Trim();
        return (await OutputAsync("--list-sdks")).Split('\n').Select(line => Installed().Match(line.Trim())).Where(match => match.Success && match.Groups["version"].Value == version)
            .Select(match => Path.Combine(match.Groups["path"].Value, version)).FirstOrDefault(path => Directory.Exists(Path.Combine(path, Sdks)));

        async Task<string> OutputAsync(string argument)
        {
            using var process = DotNetHost.Start(dotnet, workingFolder, argument);
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return output;
        }
    }

    [GeneratedRegex("^The SDK '(?<name>[A-Za-z0-9][A-Za-z0-9_.-]*)(/[^']*)?' specified could not be found", RegexOptions.ExplicitCapture)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^(?<version>\S+) \[(?<path>.+)\]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Installed();
}
