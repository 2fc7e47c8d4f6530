using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

public sealed class PackageAssetsTests
{
    private static readonly BuildErrors None = new([]);

    [Fact]
    public void PackagesThatTheRestoreDidNotGet_AreMissingWithTheFirstReason()
    {
        using var folder = new TestFolder("""
            === project.assets.json
            {
              "libraries": { "Serilog/4.0.0": {}, "Lib/1.0.0": {} },
              "logs": [
                { "code": "NU1603", "level": "Warning", "message": "Approximate.", "libraryId": "Serilog" },
                { "code": "NU1101", "level": "Error", "message": "Unable to find package Polly. No packages exist.", "libraryId": "Polly" },
                { "code": "NU1102", "level": "Error", "message": "Unable to find package Microsoft.NETCore.App.Ref with version (= 7.0.20)\n - Found 1", "libraryId": "Microsoft.NETCore.App.Ref" }
              ]
            }
            """);

        var assets = PackageAssets.Of(Project(folder.Combine("project.assets.json"), "serilog", "Polly", "Absent"), PackageRestore.FromSources, None);

        Assert.Equal(["Absent", "Polly"], assets.Missing);
        Assert.Equal("some packages could not be restored (NU1101: Unable to find package Polly)", assets.Reason);
    }

    [Fact]
    public void CompleteRestore_MissesNothing()
    {
        using var folder = new TestFolder("""
            === project.assets.json
            { "libraries": { "Serilog/4.0.0": {} } }
            """);

        Assert.Equal((0, null), Of(Project(folder.Combine("project.assets.json"), "Serilog"), PackageRestore.FromSources, None));
    }

    [Fact]
    public void NoRestore_MissesAllPackagesAndNothingWhereThereAreNone()
    {
        Assert.Equal((1, "not restored; run 'dotnet restore' first, or scan without --no-restore"), Of(Project("/none", "Serilog"), PackageRestore.None, None));
        Assert.Equal((0, null), Of(Project("/none"), PackageRestore.None, None));
    }

    [Fact]
    public void FailedRestore_SaysWhy()
    {
        var errors = new BuildErrors([new BuildError("/r/App.csproj", "MSB1", "Other."), new BuildError("/r/App.csproj", "NETSDK1147", "Workload maui is missing.")]);

        Assert.Equal((1, "its packages could not be restored (NETSDK1147: Workload maui is missing)"), Of(Project("/none", "Serilog"), PackageRestore.FromSources, errors));
    }

    [Theory]
    [InlineData("{ broken")]
    [InlineData("{ \"libraries\": 5 }")]
    [InlineData("[]")]
    public void DamagedFile_IsToldAndMissesAll(string content)
    {
        using var folder = new TestFolder("=== project.assets.json\n" + content);

        var assets = PackageAssets.Of(Project(folder.Combine("project.assets.json"), "Serilog"), PackageRestore.FromSources, None);

        Assert.Equal(["Serilog"], assets.Missing);
        Assert.StartsWith("what the restore left behind cannot be read", assets.Reason);
    }

    private static (int Missing, string? Reason) Of(CapturedProject project, PackageRestore restore, BuildErrors errors)
    {
        var assets = PackageAssets.Of(project, restore, errors);
        return (assets.Missing.Length, assets.Reason);
    }

    private static CapturedProject Project(string assetsFile, params string[] packages) =>
        Captured.Project("/r/App.csproj", facts: [$"ProjectAssetsFile={assetsFile}", "[package]", .. packages]);
}
