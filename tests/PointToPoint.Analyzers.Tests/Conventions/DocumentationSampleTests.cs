using System.Text.RegularExpressions;

using Npgsql;
using PointToPoint.Gateway;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Conventions;

/// <summary>The examples on rule pages compile, and do what the page says of them.</summary>
public sealed partial class DocumentationSampleTests
{
    private static readonly AnalyzerTest _test = CouplingTest.New()
        .WithReferences(ReferenceSet.AspNetCore.With(typeof(IIntegrationGateway).Assembly).With(typeof(NpgsqlConnection).Assembly));

    public static TheoryData<string> CodeRules => [.. Rule.All.Where(rule => !rule.IsOfManifest).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(CodeRules))]
    public async Task CodeBefore_IsReported(string id)
    {
        var diagnostics = await _test.Diagnostics(Sample(id, "Before"));

        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == id);
    }

    [Theory]
    [MemberData(nameof(CodeRules))]
    public async Task CodeAfter_IsNotReported(string id)
    {
        var diagnostics = await _test.Diagnostics(Sample(id, "After"));

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == id);
    }

    private static string Sample(string id, string which)
    {
        var match = Code().Matches(Repository.Read($"docs/rules/{id}.md")).Single(match => match.Groups["which"].Value == which);
        return match.Groups["code"].Value + (Manifest().Match(Repository.Read($"docs/rules/{id}.md")) is { Success: true } manifest ? $"\n-- /p2p.json\n{manifest.Groups["text"].Value}" : "");
    }

    [GeneratedRegex("^(?<which>Before|After):\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("^With this `p2p.json`:\n\n```jsonc?\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Manifest();
}
