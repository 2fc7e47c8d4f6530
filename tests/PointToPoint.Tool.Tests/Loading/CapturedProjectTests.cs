using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

public sealed class CapturedProjectTests
{
    [Fact]
    public void FactsFile_IsReadWithValuesOfSeveralLinesAndAllItems()
    {
        var project = CapturedProject.Parse(
            """
            [properties]
            MSBuildProjectFullPath=/r/App/App.csproj
            TargetFramework=net10.0
            OutputType=Exe
            DefineConstants=TRACE;A=1
            B
            [compile]
            /r/App/Program.cs
            [package]
            Serilog
            serilog
            [project]
            ||/r/Lib/Lib.csproj
            false||/r/Tool/Tool.csproj
            |Analyzer|/r/Generator/Generator.csproj
            """.ReplaceLineEndings("\n").Split('\n'),
            default)!;

        Assert.Equal("/r/App/App.csproj", project.ProjectPath);
        Assert.Equal("App", project.AssemblyName);
        Assert.True(project.IsApplication);
        Assert.Equal("TRACE;A=1\nB", project.Property("DefineConstants"));
        Assert.Equal(["/r/App/Program.cs"], project.Item("compile"));
        Assert.Equal(["Serilog"], project.Packages);
        Assert.Equal([Path.GetFullPath("/r/Lib/Lib.csproj")], project.ReferencedProjects);
        Assert.Empty(project.Item("protobuf"));
    }

    [Fact]
    public void FactsOfNoProject_AreNone()
    {
        Assert.Null(CapturedProject.Parse(["[properties]", "TargetFramework=net10.0"], default));
    }
}
