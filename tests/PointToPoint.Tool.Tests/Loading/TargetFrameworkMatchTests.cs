using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

public sealed class TargetFrameworkMatchTests
{
    [Theory]
    [InlineData("net10.0", "net8.0 net10.0 netstandard2.0", "net10.0")]
    [InlineData("net9.0", "net8.0 net10.0 netstandard2.0", "net8.0")]
    [InlineData("net9.0", "net10.0 netstandard2.0 netstandard2.1", "netstandard2.1")]
    [InlineData("net10.0-android", "net10.0 net10.0-android", "net10.0-android")]
    [InlineData("net10.0-android36.0", "net10.0 net10.0-ios", "net10.0")]
    [InlineData("net48", "net10.0 net472 netstandard2.0", "net472")]
    [InlineData("net472", "net48 netstandard2.0", "netstandard2.0")]
    [InlineData("net5.0", "netcoreapp3.1 netstandard2.0", "netcoreapp3.1")]
    [InlineData("net8.0", "net10.0 net9.0", "net9.0")]
    [InlineData("", "net10.0", "net10.0")]
    public void Nearest_IsTheOneThatTheProjectWouldGet(string wanted, string candidates, string expected)
    {
        Assert.Equal(expected, TargetFrameworkMatch.Nearest(wanted, candidates.Split(' ')));
        Assert.Equal(expected, TargetFrameworkMatch.Nearest(wanted, [.. candidates.Split(' ').Reverse()]));
    }
}
