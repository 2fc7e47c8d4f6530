namespace PointToPoint.Gateway.Tests.PublicSurface;

/// <summary>The public surface is a promise to every codebase that was rewritten to it: a change has to be meant.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void Surface_IsTheOneOnRecord()
    {
        var actual = Surface.Of(typeof(IIntegrationGateway).Assembly);

        Assert.True(
            Recorded() == actual,
            $"The public surface differs from PublicSurface.txt. If that is meant, this belongs into the file:\n{actual}");
    }

    private static string Recorded()
    {
        using var reader = new StreamReader(typeof(PublicSurfaceTests).Assembly.GetManifestResourceStream("PublicSurface.txt")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
