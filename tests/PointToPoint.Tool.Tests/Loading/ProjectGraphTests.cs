using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

public sealed class ProjectGraphTests
{
    [Fact]
    public void Project_SeesWhatItsReferencesSee()
    {
        var app = Referencing("/r/App.csproj", "/r/Lib.csproj");
        var lib = Referencing("/r/Lib.csproj", "/r/Base.csproj");
        var root = Referencing("/r/Base.csproj");

        var graph = ProjectGraph.Of([app, lib, root], _ => []);

        Assert.Equal([root, lib, app], graph.Order);
        Assert.Equal([lib, root], graph.References(app).OrderBy(project => project.ProjectPath == root.ProjectPath));
        Assert.Empty(graph.Circles);
    }

    [Fact]
    public void Circle_IsCutAndTold()
    {
        var a = Referencing("/r/A.csproj", "/r/B.csproj");
        var b = Referencing("/r/B.csproj", "/r/A.csproj");

        var graph = ProjectGraph.Of([a, b], _ => []);

        Assert.Equal([(b, a)], graph.Circles);
        Assert.Equal([b], graph.References(a));
        Assert.Empty(graph.References(b));
    }

    [Fact]
    public void MissingPackageThatAProjectOfTheScanMakes_IsThatProject()
    {
        var app = Captured.Project("/r/App.csproj");
        var messaging = Captured.Project("/r/Infrastructure.Messaging.csproj", facts: ["PackageId=Contoso.Infrastructure.Messaging"]);

        var graph = ProjectGraph.Of([app, messaging], project => project == app ? ["contoso.infrastructure.messaging", "Serilog"] : []);

        Assert.Equal([messaging], graph.References(app));
        Assert.True(graph.Makes("Contoso.Infrastructure.Messaging"));
        Assert.False(graph.Makes("Serilog"));
    }

    [Fact]
    public void ReferenceWithSeveralTargetFrameworks_IsTheNearest()
    {
        var app = Referencing("/r/App.csproj", "/r/Lib.csproj");
        var old = Captured.Project("/r/Lib.csproj", "netstandard2.0");
        var current = Captured.Project("/r/Lib.csproj", "net8.0");

        Assert.Equal([current], ProjectGraph.Of([app, old, current], _ => []).References(app));
    }

    private static CapturedProject Referencing(string path, params string[] references) =>
        Captured.Project(path, facts: ["[project]", .. references.Select(reference => "||" + reference)]);
}
