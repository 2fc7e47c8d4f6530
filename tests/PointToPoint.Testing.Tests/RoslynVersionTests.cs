namespace PointToPoint.Testing.Tests;

public sealed class RoslynVersionTests
{
    [Theory]
    [InlineData(typeof(Compilation))]
    [InlineData(typeof(Solution))]
    public void RoslynThatTheTestsWereCompiledAgainst_IsTheOneThatRuns(Type type)
    {
        var assembly = type.Assembly.GetName();
        var compiledAgainst = GetType().Assembly.GetReferencedAssemblies().Single(a => a.Name == assembly.Name);

        Assert.Equal(compiledAgainst.Version, assembly.Version);
    }

    [Fact]
    public void TwinProject_RunsOnTheNextMajorVersion()
    {
        var twin = GetType().Assembly.GetName().Name!.EndsWith(".Roslyn5", StringComparison.Ordinal);

        Assert.Equal(twin ? 5 : 4, typeof(Compilation).Assembly.GetName().Version!.Major);
    }
}
