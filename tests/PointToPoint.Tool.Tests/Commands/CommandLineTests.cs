namespace PointToPoint.Tool.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("scan", "--help")]
    public async Task Help_LeadsWithExamples(params string[] arguments)
    {
        var result = await P2P.RunAsync(arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Examples:", result.Output);
        Assert.Contains("p2p scan", result.Output);
        Assert.Contains("Usage:", result.Output);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("scn", "Did you mean", "scan")]
    [InlineData("scan|--jsn", "There is no option '--jsn'", "p2p scan --help")]
    [InlineData("scan|/no/such/folder", "There is no '/no/such/folder'", "Give a solution")]
    [InlineData("scan|.|-o|/no/such/folder/map.json", "there is no folder", "Make it first")]
    public async Task Mistake_IsAnErrorThatSaysWhatNext(string commandLine, string what, string next)
    {
        var result = await P2P.RunAsync(commandLine.Split('|'));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(what, result.Output + result.Error);
        Assert.Contains(next, result.Output + result.Error);
        Assert.DoesNotContain("   at ", result.Error);
    }

    [Fact]
    public async Task OutputThatIsAFolder_IsRefusedBeforeTheWork()
    {
        using var folder = new TestFolder("""
            === out/readme.md
            === App.csproj
            not even a project
            """);

        var result = await P2P.RunAsync("scan", folder.Path, "-o", folder.Combine("out"));

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Equal($"error: Cannot write '{folder.Combine("out")}': it is a folder. Give the name of a file.", result.Error.Trim());
    }
}
