using System.Globalization;
using System.Text.RegularExpressions;

namespace PointToPoint.EndToEnd.Infrastructure;

/// <summary>What a command printed, and how it ended.</summary>
internal sealed partial record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The compiler's messages with our IDs, each once, in order of file and position.</summary>
    public IReadOnlyList<BuildMessage> Findings => [.. Messages.Where(message => message.Id.StartsWith("P2P", StringComparison.Ordinal))];

    /// <summary>All of the compiler's and the build's messages, each once, in order of file and position.</summary>
    public IReadOnlyList<BuildMessage> Messages =>
    [
        .. MessageLine().Matches(Output).Select(BuildMessage.Read).Distinct()
            .OrderBy(message => message.Path, StringComparer.Ordinal).ThenBy(message => message.Line).ThenBy(message => message.Column),
    ];

    public override string ToString() => $"$ {Command}\n{Output}\n(exit code {ExitCode})";

    [GeneratedRegex(@"^\s*(?<path>[^\r\n]+?)(\((?<line>\d+)(,(?<column>\d+))?\))?\s*: (?<severity>warning|error) (?<id>[A-Z][A-Z0-9]*\d): (?<text>[^\r\n]*?)( \[(?<project>[^\]\r\n]+)\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex MessageLine();
}

/// <summary>A line <c>File.cs(1,2): warning ID: text [project]</c>. Path and project are the files' names: folders are temporary.</summary>
internal sealed record BuildMessage(string Path, int Line, int Column, string Severity, string Id, string Text, string Project)
{
    public static BuildMessage Read(Match match) => new(
        System.IO.Path.GetFileName(match.Groups["path"].Value),
        Number(match.Groups["line"]),
        Number(match.Groups["column"]),
        match.Groups["severity"].Value,
        match.Groups["id"].Value,
        match.Groups["text"].Value,
        System.IO.Path.GetFileName(match.Groups["project"].Value));

    /// <summary><c>Program.cs(1,24): warning P2P1001</c>.</summary>
    public string Head => $"{Path}({Line},{Column}): {Severity} {Id}";

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
}
