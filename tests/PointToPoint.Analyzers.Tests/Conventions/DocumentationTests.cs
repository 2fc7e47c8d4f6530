using System.Text.RegularExpressions;

using PointToPoint.Analyzers.Rules;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>Holds the documentation in step with the code. <c>UPDATE_DOCS=1 dotnet test</c> rewrites what is generated.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] _headings =
    [
        "Cause", "Rule description", "How to fix violations", "When there is no fix", "When to suppress", "Suppress a warning", "Configure", "What it cannot see", "Example", "Related rules",
    ];

    public static TheoryData<string> Rules => [.. Rule.All.Select(rule => rule.Id)];

    [Fact]
    public void GeneratedBlocks_AreUpToDate()
    {
        var update = Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1";
        var stale = new List<string>();
        foreach (var page in Repository.Pages())
        {
            var text = Repository.Read(page);
            var fresh = GeneratedBlocks.Fill(text, block => GeneratedDocumentation.Content(page, block));
            if (fresh != text)
            {
                stale.Add(page);
                if (update)
                {
                    Repository.Write(page, fresh);
                }
            }
        }

        Assert.True(update || stale.Count == 0, $"Generated text is out of date in {string.Join(", ", stale)}. UPDATE_DOCS=1 dotnet test rewrites it; then commit the files.");
    }

    [Fact]
    public void RuleTable_StandsInReadmeAndIndex() =>
        Assert.All(new[] { "README.md", "docs/rules/README.md" }, page => Assert.Contains("rules", GeneratedBlocks.Names(Repository.Read(page))));

    [Fact]
    public void EachRule_HasAPage_AndEachPageARule()
    {
        var pages = Repository.Pages().Where(page => page.StartsWith("docs/rules/P2P", StringComparison.Ordinal));

        Assert.Equal(Rule.All.Select(rule => rule.Page), pages);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_HasTheHeadingsInOrder(string id)
    {
        var page = Repository.Read(Page(id));

        Assert.Equal(_headings, Heading().Matches(page).Select(match => match.Groups[1].Value));
        Assert.Equal(Rule.All.Single(rule => rule.Id == id).HasFix ? ["head", "refusals", "suppress"] : ["head", "suppress"], GeneratedBlocks.Names(page));
        Assert.StartsWith("<!-- generated: head -->", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void PageOfARuleWithoutFix_SaysWhy(string id)
    {
        var rule = Rule.All.Single(rule => rule.Id == id);

        Assert.Equal(!rule.HasFix, Repository.Read(rule.Page).Contains("There is no code fix: ", StringComparison.Ordinal));
    }

    [Fact]
    public void EachOption_IsExplainedOnAPage_AndNoPageExplainsAnother()
    {
        var explained = Rule.All.SelectMany(rule => OptionKey().Matches(Repository.Read(rule.Page)).Select(match => match.Value)).Distinct();

        Assert.Equal(ReportOptions.All.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EachLinkInTheRepository_LeadsToAFile()
    {
        var broken =
            from page in Repository.Pages()
            from match in Link().Matches(Code().Replace(Repository.Read(page), ""))
            let target = match.Groups[1].Value
            where !target.StartsWith("http", StringComparison.Ordinal) && !target.StartsWith('#')
            let path = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target.Split('#')[0]))
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{page}: {target}";

        Assert.Empty(broken);
    }

    private static string Page(string id) => $"docs/rules/{id}.md";

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("p2p_[a-z_]+")]
    private static partial Regex OptionKey();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
