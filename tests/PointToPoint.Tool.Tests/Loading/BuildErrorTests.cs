using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

public sealed class BuildErrorTests
{
    [Theory]
    [InlineData("/r/App/App.csproj : error MSB4236: The SDK 'X' specified could not be found.", "/r/App/App.csproj", "MSB4236", "The SDK 'X' specified could not be found.")]
    [InlineData("/r/App/App.csproj(3,5): error MSB4019: Missing import. [/r/App/App.csproj]", "/r/App/App.csproj", "MSB4019", "Missing import.")]
    [InlineData("/sdk/a.targets(38,5): error NETSDK1147: Install: maui [/r/App/App.csproj::TargetFramework=net10.0-android]", "/r/App/App.csproj", "NETSDK1147", "Install: maui")]
    [InlineData("/r/App/App.csproj : error NU1101: Unable to find package X. [/tmp/p2p/Restore.proj]", "/r/App/App.csproj", "NU1101", "Unable to find package X.")]
    [InlineData("/r/App/App.csproj : error : Could not resolve SDK.", "/r/App/App.csproj", "", "Could not resolve SDK.")]
    [InlineData("MSBUILD : error MSB1009: Project file does not exist.", "", "MSB1009", "Project file does not exist.")]
    [InlineData(@"C:\r\App\App.csproj : error NU1101: No X [C:\r\All.sln]", @"C:\r\App\App.csproj", "NU1101", "No X")]
    public void ErrorLine_IsReadWithItsProject(string line, string project, string code, string text)
    {
        Assert.Equal(new BuildError(project, code, text), BuildError.Parse(line));
    }

    [Theory]
    [InlineData("/r/App/App.csproj : warning NU1603: X depends on Y")]
    [InlineData("  App -> /r/App/bin/App.dll")]
    [InlineData("an error: in prose")]
    [InlineData("")]
    public void AnyOtherLine_IsNoError(string line)
    {
        Assert.Null(BuildError.Parse(line));
    }

    [Fact]
    public void TellingError_IsOfThePreferredKindAndOfThatProject()
    {
        var errors = new BuildErrors(
        [
            new BuildError("/r/A.csproj", "", "Could not resolve."),
            new BuildError("/r/A.csproj", "NU1101", "No package."),
            new BuildError("/r/A.csproj", "MSB4236", "No SDK."),
            new BuildError("/r/B.csproj", "", "Only this."),
        ]);

        Assert.Equal("MSB4236: No SDK", errors.Telling("/r/A.csproj", "MSB", "NU"));
        Assert.Equal("NU1101: No package", errors.Telling("/r/A.csproj", "NETSDK", "NU"));
        Assert.Equal("Only this", errors.Telling("/r/B.csproj", "MSB"));
        Assert.Null(errors.Telling("/r/C.csproj", "MSB"));
    }
}
