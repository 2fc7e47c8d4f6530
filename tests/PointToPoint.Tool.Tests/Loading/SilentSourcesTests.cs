using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

public sealed class SilentSourcesTests
{
    [Theory]
    [InlineData("https://build:s3cret@feed.contoso.invalid/v3/index.json", "https://feed.contoso.invalid/v3/index.json")]
    [InlineData("https://feed.contoso.invalid:8443/v3/index.json?token=s3cret", "https://feed.contoso.invalid:8443/v3/index.json")]
    [InlineData("http://feed.contoso.invalid/nuget", "http://feed.contoso.invalid/nuget")]
    public void SourceThatIsTold_KeepsWhatIsSecretToItself(string source, string shown) => Assert.Equal(shown, SilentSources.Shown(source));
}
