using System.Text.RegularExpressions;

namespace PointToPoint.Tool.Deployment;

/// <summary>
/// The names of templates, which people copy before the first run since the settings themselves are kept out of the repository:
/// <c>local.settings.json.template</c>, <c>example.local.settings.json</c>, <c>.env.example</c>, <c>sample.env</c>.
/// </summary>
internal static partial class SettingsTemplate
{
    /// <summary>The name of the file that a template is copied to; null for a name that no template has.</summary>
    public static string? CopiedTo(string name) =>
        Name().Match(name) is { Success: true } match && match.Groups["to"].Value + match.Groups["extension"].Value is var to
            ? (to.StartsWith("env", StringComparison.OrdinalIgnoreCase) ? "." + to : to)
            : null;

    /// <summary>Whether a name is that of a template for a project's <c>.env</c>.</summary>
    public static bool IsOfEnvironment(string name) => string.Equals(CopiedTo(name), ".env", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^((?<mark>example|sample|template)[.\-_](?<to>.+)|(?<to>.+?)[.\-_](?<mark>example|sample|template|dist)(?<extension>\.json)?)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
