using System.Text.RegularExpressions;

namespace PointToPoint.Tool.Loading;

/// <summary>An error line of MSBuild or NuGet, attributed to a project.</summary>
/// <param name="Project">Full path; empty if the line names none.</param>
/// <param name="Code">Such as MSB4236 or NU1101; may be empty.</param>
/// <param name="Text">The message, one line.</param>
internal sealed partial record BuildError(string Project, string Code, string Text)
{
    public override string ToString() => Code.Length > 0 ? $"{Code}: {Text}" : Text;

    public static BuildError? Parse(string line)
    {
        var match = Line().Match(line);
        if (!match.Success)
        {
            return null;
        }

        // NuGet names the project in front, everything else behind; what stands in front is then the targets file.
        var origin = match.Groups["origin"].Value.Trim();
        var project = ProjectKind.IsCSharp(origin) ? origin : match.Groups["project"].Value;
        return new BuildError(project, match.Groups["code"].Value, match.Groups["text"].Value.Trim());
    }

    [GeneratedRegex("""
        ^(?<origin>.*?)(\([\d,\-]+\))?\s*:\s(\w+\s)?error\s(?<code>[A-Z]+\d+)?\s*:\s(?<text>.*?)(\s\[(?<project>[^\[\]]+?)(::[^\[\]]*)?\])?\s*$
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
