using PointToPoint.Analyzers.Systems;

namespace PointToPoint.Analyzers.Tests.Systems;

public class FilePathTests
{
    [Theory]
    [InlineData("/repo", "/repo/src/A.cs", "src/A.cs")]
    [InlineData("/repo/", "/repo/src/A.cs", "src/A.cs")]
    [InlineData("/repo", "/REPO/src/A.cs", "src/A.cs")]
    [InlineData("/repo/src/..", "/repo/src/Crm/../Shared/A.cs", "src/Shared/A.cs")]
    [InlineData("C:\\repo", "c:\\repo\\src\\A.cs", "src/A.cs")]
    [InlineData("C:\\repo", "C:/repo/src/A.cs", "src/A.cs")]
    [InlineData("/", "/src/A.cs", "src/A.cs")]
    [InlineData("", "src/A.cs", "src/A.cs")]
    [InlineData("/repo", "/repository/A.cs", null)]
    [InlineData("/repo", "/repo", null)]
    [InlineData("/repo", "/repo/../other/A.cs", null)]
    [InlineData("/repo", "/other/A.cs", null)]
    public void Below_IsThePathFromTheFolder(string directory, string path, string? expected)
    {
        Assert.Equal(expected, FilePath.Below(directory, path));
    }

    [Theory]
    [InlineData("/repo/p2p.json", "p2p.json", "/repo")]
    [InlineData("C:\\repo\\p2p.json", "p2p.json", "C:\\repo")]
    [InlineData("p2p.json", "p2p.json", "")]
    public void APath_IsCutAtItsLastSlash(string path, string name, string directory)
    {
        Assert.Equal((name, directory), (FilePath.Name(path), FilePath.Directory(path)));
    }
}
