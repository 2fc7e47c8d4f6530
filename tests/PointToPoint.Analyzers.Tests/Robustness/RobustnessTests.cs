using System.Globalization;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Tests.Robustness;

/// <summary>No analyzer throws, hangs, or changes its mind, whatever it is given. The timeouts only end what would hang.</summary>
public sealed class RobustnessTests
{
    private const int Minutes = 60_000;

    public static TheoryData<string> Small => [.. AwkwardCode.Small.Keys];

    [Theory(Timeout = 2 * Minutes)]
    [MemberData(nameof(Small))]
    public Task AwkwardFile_IsSurvived(string name) => AnalyzerHost.RunAsync([AwkwardCode.Small[name]]);

    [Fact(Timeout = 2 * Minutes)]
    public async Task AwkwardFilesTogether_AreSurvived_AndTheCallsAmongThemFound()
    {
        var found = await AnalyzerHost.RunAsync(AwkwardCode.Small.Values);

        Assert.Contains(found, line => line.Contains(" P2P1001 ", StringComparison.Ordinal));
        Assert.Contains(found, line => line.Contains(" P2P1010 ", StringComparison.Ordinal));
    }

    [Fact(Timeout = 2 * Minutes)]
    public async Task TenThousandTerms_AreOneSite() => Assert.Single(await AnalyzerHost.RunAsync([AwkwardCode.LongConcatenation()]));

    [Fact(Timeout = 2 * Minutes)]
    public async Task ThousandArms_AreOneSite() => Assert.Single(await AnalyzerHost.RunAsync([AwkwardCode.LongSwitch()]));

    [Fact(Timeout = 2 * Minutes)]
    public async Task DeepNesting_IsSurvived() => Assert.NotEmpty(await AnalyzerHost.RunAsync([AwkwardCode.DeepNesting()]));

    [Fact(Timeout = 2 * Minutes)]
    public async Task ValuesThatDouble_AreOneSiteEach() => Assert.Equal(2, (await AnalyzerHost.RunAsync([AwkwardCode.Doubling()])).Length);

    [Fact(Timeout = 2 * Minutes)]
    public async Task HugeFile_IsReadToItsEnd() =>
        Assert.Equal(2_000, (await AnalyzerHost.RunAsync([AwkwardCode.HugeFile()])).Count(line => line.Contains("endpoint=https://erp.contoso.com/api/v{}/orders/", StringComparison.Ordinal)));

    [Fact(Timeout = 2 * Minutes)]
    public async Task LongBuilders_AreOneSiteEach()
    {
        var found = await AnalyzerHost.RunAsync([AwkwardCode.LongBuilders()]);

        Assert.Equal(3, found.Length);
        Assert.Contains($"endpoint=https://erp.contoso.com/{new string('x', 500)};", found[0], StringComparison.Ordinal);
        Assert.Contains(" P2P1010 ", found[1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 2 * Minutes)]
    public async Task NestedLoops_AreOneSiteEach() => Assert.Equal(5, (await AnalyzerHost.RunAsync([AwkwardCode.NestedLoops()])).Length);

    [Fact(Timeout = 2 * Minutes)]
    public async Task RecursiveHelpers_AreOneSiteEach()
    {
        var found = await AnalyzerHost.RunAsync([AwkwardCode.RecursiveHelpers()]);

        Assert.Equal(4, found.Length);
        Assert.Contains("endpoint=https://erp.contoso.com/1/2/3;", found[2], StringComparison.Ordinal);
        Assert.Contains(" P2P1010 ", found[3], StringComparison.Ordinal);
    }

    [Fact(Timeout = 2 * Minutes)]
    public async Task LongSumOnTheWay_IsSteppedOver()
    {
        var found = await AnalyzerHost.RunAsync([AwkwardCode.LongSumOnTheWay()]);

        Assert.Equal(2, found.Length);
        Assert.Contains("endpoint=https://erp.contoso.com/x;", found[0], StringComparison.Ordinal);
    }

    [Fact(Timeout = 4 * Minutes)]
    public async Task FiveMegabytes_AreReadToTheirEnd()
    {
        var source = AwkwardCode.FiveMegabytes();
        Assert.True(source.Length > 5_000_000);

        Assert.Equal(2_000, (await AnalyzerHost.RunAsync([source])).Count(line => line.Contains("endpoint=https://erp.contoso.com/orders/{}/", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 2 * Minutes)]
    public async Task ThousandsOfCallsInAClass_AreSitesOfTheirOwn() =>
        Assert.Equal(4_000, (await AnalyzerHost.RunAsync([AwkwardCode.LargeClass()])).Count(line => line.Contains("endpoint=https://erp", StringComparison.Ordinal)));

    [Fact(Timeout = 2 * Minutes)]
    public async Task ThousandsOfWritesToAVariable_AreToldApart() => Assert.Equal(
        Enumerable.Range(0, 2_000),
        (await AnalyzerHost.RunAsync([AwkwardCode.OverusedVariable()])).Select(line => int.Parse(Regex.Match(line, @"endpoint=https://erp(\d+)\.contoso").Groups[1].Value, CultureInfo.InvariantCulture)).Order());

    [Fact(Timeout = 2 * Minutes)]
    public async Task HundredsOfImplementations_AreTooMany() =>
        Assert.Equal(500, (await AnalyzerHost.RunAsync([AwkwardCode.ManyImplementations()])).Count(line => line.Contains(" P2P1010 ", StringComparison.Ordinal)));

    [Fact(Timeout = 2 * Minutes)]
    public async Task MethodsThatAllCallEachOther_AreGoneThroughOnce()
    {
        var found = await AnalyzerHost.RunAsync([AwkwardCode.Circles()]);

        Assert.Collection(
            found,
            line => Assert.Contains("(2,20)-(2,22) P2P1001 'Awkward' calls 'erp.contoso.com' directly: GET https://erp.contoso.com/orders", line, StringComparison.Ordinal),
            line => Assert.Contains("(3,22)-(3,24) P2P1003 'Awkward' wires a client directly to 'erp.contoso.com'", line, StringComparison.Ordinal),
            line => Assert.Contains(" P2P1001 'Awkward' calls 'erp.contoso.com' directly: GET https://erp.contoso.com/ (property Options.Address", line, StringComparison.Ordinal));
    }

    [Theory(Timeout = 2 * Minutes)]
    [InlineData("p2p.json", null)]
    [InlineData("p2p.json", "")]
    [InlineData("p2p.json", "{ \"systems\": [ { ")]
    [InlineData("p2p.json", "\0\0\0")]
    [InlineData("p2p.json", "{ \"systems\": { \"A\": { \"owns\": [\"**\", \"[\", \"*\"], \"endpoints\": [\"https://\", \"*.\", \"config:\", \"\"] }, \"A\": null } }")]
    [InlineData("appsettings.json", null)]
    [InlineData("appsettings.json", "{ \"Erp\": { \"BaseUrl\": ")]
    public Task DamagedFile_IsSurvived(string path, string? text) => AnalyzerHost.RunAsync(AwkwardCode.Small.Values, [AnalyzerHost.File(path, text)]);

    [Fact(Timeout = 2 * Minutes)]
    public async Task NestedJson_IsSurvived() =>
        Assert.NotEmpty(await AnalyzerHost.RunAsync([""], [AnalyzerHost.File("p2p.json", new string('[', 100_000)), AnalyzerHost.File("appsettings.json", new string('{', 100_000))]));

    [Fact(Timeout = 4 * Minutes)]
    public async Task TwentyRunsAtOnce_GiveOneAnswer()
    {
        AdditionalText[] files = [AnalyzerHost.File("p2p.json", """{ "systems": { "ERP": { "endpoints": ["https://erp.contoso.com"] } }, "unknown": 1 }""")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AnalyzerHost.RunAsync(AwkwardCode.Small.Values, [.. files]))));

        Assert.NotEmpty(answers[0]);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }
}
