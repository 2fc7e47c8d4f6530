using System.Text.RegularExpressions;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>Text between <c>&lt;!-- generated: name --&gt;</c> and <c>&lt;!-- /generated --&gt;</c>.</summary>
internal static partial class GeneratedBlocks
{
    public static string Fill(string page, Func<string, string> content) => Block().Replace(page, match =>
        $"<!-- generated: {match.Groups["name"].Value} -->\n{content(match.Groups["name"].Value)}\n<!-- /generated -->");

    public static IEnumerable<string> Names(string page) => Block().Matches(page).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("<!-- generated: (?<name>[a-z-]+) -->\n(.*?)<!-- /generated -->", RegexOptions.Singleline)]
    private static partial Regex Block();
}
