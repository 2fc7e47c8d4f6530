using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

/// <summary>SDKs in the place of those that no source has.</summary>
public sealed class StandInSdksTests
{
    [Theory]
    [InlineData("The SDK 'Contoso.Build/2.1.3' specified could not be found.", "Contoso.Build")]
    [InlineData("The SDK 'Contoso.Build' specified could not be found.", "Contoso.Build")]
    [InlineData("The SDK '../Contoso' specified could not be found.", null)]
    [InlineData("The SDK '..' specified could not be found.", null)]
    [InlineData("Something else.", null)]
    public void NameOfASdk_IsReadOffTheError(string text, string? name) => Assert.Equal(name, StandInSdks.NameOf(new BuildError("/r/A.csproj", "MSB4236", text)));

    [Fact]
    public async Task FolderOfTheInstalledSdk_IsNeverWrittenTo()
    {
        using var folder = new TestFolder("");
        var token = TestContext.Current.CancellationToken;
        var plain = await StandInSdks.CreateAsync(DotNetHost.Find(), folder.Path, Path.Combine(folder.Path, "plain"), new Dictionary<string, bool>(), token);
        var withoutSdk = Directory.EnumerateDirectories(plain!).First(sdk => !Directory.Exists(Path.Combine(sdk, "Sdk")));
        var missing = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase) { [Path.GetFileName(withoutSdk)] = true, ["Contoso.Build"] = false };

        var sdks = await StandInSdks.CreateAsync(DotNetHost.Find(), folder.Path, Path.Combine(folder.Path, "sdk"), missing, token);

        Assert.True(File.Exists(Path.Combine(sdks!, Path.GetFileName(withoutSdk), "Sdk", "Sdk.props")));
        Assert.Equal("<Project />", (await File.ReadAllTextAsync(Path.Combine(sdks!, "Contoso.Build", "Sdk", "Sdk.targets"), token)).Split('\n')[^1].Trim());
        Assert.False(Directory.Exists(Path.Combine(withoutSdk, "Sdk")));
    }
}
