using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class NearestNameTests
{
    private static readonly string[] _known = ["owner", "key", "owns", "endpoints", "sdks"];

    [Theory]
    [InlineData("endpoint", "endpoints")]
    [InlineData("Endpoints", "endpoints")]
    [InlineData("endpionts", "endpoints")]
    [InlineData("onwer", "owner")]
    [InlineData("own", "owns")]
    [InlineData("sdk", "sdks")]
    public void ATypo_HasANearestName(string name, string nearest)
    {
        Assert.Equal(nearest, NearestName.Of(name, _known));
    }

    [Theory]
    [InlineData("description")]
    [InlineData("x")]
    [InlineData("")]
    public void AnotherWord_HasNone(string name)
    {
        Assert.Null(NearestName.Of(name, _known));
    }

    [Fact]
    public void AVeryLongName_IsNotCompared()
    {
        Assert.Null(NearestName.Of(new string('e', 100_000), [new string('e', 100_001)]));
    }
}
