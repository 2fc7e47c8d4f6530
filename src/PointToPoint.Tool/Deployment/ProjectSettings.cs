using System.Collections.Immutable;

using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Tool.Deployment;

/// <summary>What the settings files of one project say: launch profiles, an Azure Functions host's local settings, a <c>.env</c>.</summary>
/// <param name="Settings">What the process finds in its environment.</param>
/// <param name="Addresses">Where the project itself listens.</param>
internal sealed record ProjectSettings(ImmutableArray<DeployedSetting> Settings, ImmutableArray<DeployedValue> Addresses)
{
    private const string LaunchSettings = "launchSettings.json";
    private const string LocalSettings = "local.settings.json";

    public static bool IsSettingsFile(string name) => name.Equals(LaunchSettings, StringComparison.OrdinalIgnoreCase) || IsLocalSettings(name);

    /// <summary>Whether a name is that of a template for a settings file of a project, or for its <c>.env</c>.</summary>
    public static bool IsTemplate(string name) => SettingsTemplate.IsOfEnvironment(name) || (SettingsTemplate.CopiedTo(name) is { } copy && IsLocalSettings(copy));

    /// <param name="files">Where it is read from.</param>
    /// <param name="path">Full path of a settings file, or of a template.</param>
    public static ProjectSettings Read(DeploymentFiles files, string path) =>
        SettingsTemplate.IsOfEnvironment(Path.GetFileName(path)) ? new ProjectSettings([.. ReadEnvironment(files, path).Where(setting => !Placeholders.IsOfTemplate(setting.Value.Value))], [])
        : IsTemplate(Path.GetFileName(path)) ? new ProjectSettings([.. ReadLocalSettings(files, path).Settings.Where(setting => !Placeholders.IsOfTemplate(setting.Value.Value))], [])
        : IsLocalSettings(Path.GetFileName(path)) ? ReadLocalSettings(files, path)
        : Path.GetFileName(Path.GetDirectoryName(path)) == "Properties" ? ReadLaunchSettings(files, path)
        : new ProjectSettings([], []);

    /// <summary>The lines of a <c>.env</c> as settings.</summary>
    public static ImmutableArray<DeployedSetting> ReadEnvironment(DeploymentFiles files, string path) =>
        [.. EnvironmentFile.Read(files, path, _ => null)
            .Select(entry => DeployedSetting.Of(entry.Name, entry.Text, files.Relative(path), entry.Line))
            .OfType<DeployedSetting>()];

    private static bool IsLocalSettings(string name) => name.Equals(LocalSettings, StringComparison.OrdinalIgnoreCase);

    private static ProjectSettings ReadLaunchSettings(DeploymentFiles files, string path)
    {
        var leaves = JsonLeaf.Read(files, path);
        return new ProjectSettings(
            SettingsOf(files, path, leaves.Where(leaf => leaf.Is("profiles", null, "environmentVariables", null))),
            [
                .. leaves
                    .Where(leaf => leaf.Is("profiles", null, "applicationUrl") || leaf.Is("iisSettings", "iisExpress", "applicationUrl"))
                    .SelectMany(leaf => leaf.Text
                        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Select(address => new DeployedValue(address, files.Relative(path), leaf.Line))),
                .. leaves
                    .Where(leaf => leaf.Is("iisSettings", "iisExpress", "sslPort") && leaf.Text is not "0")
                    .Select(leaf => new DeployedValue("https://localhost:" + leaf.Text, files.Relative(path), leaf.Line)),
            ]);
    }

    private static ProjectSettings ReadLocalSettings(DeploymentFiles files, string path)
    {
        var leaves = JsonLeaf.Read(files, path);
        return new ProjectSettings(
            [
                .. SettingsOf(files, path, leaves.Where(leaf => leaf.Is("Values", null))),
                .. SettingsOf(files, path, leaves.Where(leaf => leaf.Is("ConnectionStrings", null)), "ConnectionStrings:"),
            ],
            [.. leaves
                .Where(leaf => leaf.Is("Host", "LocalHttpPort"))
                .Select(leaf => new DeployedValue("http://localhost:" + leaf.Text, files.Relative(path), leaf.Line))]);
    }

    private static ImmutableArray<DeployedSetting> SettingsOf(DeploymentFiles files, string path, IEnumerable<JsonLeaf> leaves, string prefix = "") =>
        [.. leaves.Select(leaf => DeployedSetting.Of(prefix + leaf.Names[^1], leaf.Text, files.Relative(path), leaf.Line)).OfType<DeployedSetting>()];
}
