using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

public sealed class CompilerArgumentsTests
{
    private static readonly BuildErrors None = new([]);

    [Fact]
    public void FilesThatAreNotThere_AreLeftOutAndTold()
    {
        using var folder = new TestFolder("""
            === App.csproj
            === There.cs
            === There.dll
            === There.editorconfig
            """);
        var project = Captured.Project(folder.Combine("App.csproj"), commandLine:
        [
            "/reference:" + folder.Combine("There.dll"), "/reference:alias=" + folder.Combine("Gone.dll"), "/link:" + folder.Combine("Interop.dll"),
            "/analyzer:" + folder.Combine("GoneAnalyzer.dll"), "/analyzerconfig:" + folder.Combine("There.editorconfig"), "/analyzerconfig:" + folder.Combine("Gone.editorconfig"),
            "There.cs", "Gone.cs",
        ]);

        var arguments = CompilerArguments.Of(project, [], None, folder.Path);

        Assert.Equal(["Gone", "Interop"], arguments.MissingReferences);
        Assert.Contains("/analyzerconfig:" + folder.Combine("There.editorconfig"), arguments.Arguments);
        Assert.Contains("There.cs", arguments.Arguments);
        Assert.DoesNotContain(arguments.Arguments, argument => argument.Contains("Gone"));
        Assert.Contains("the source file Gone.cs is not there", arguments.Notes);
    }

    [Fact]
    public void OwnAnalyzersOfTheRepository_DoNotRunTwice()
    {
        using var folder = new TestFolder("""
            === App.csproj
            === PointToPoint.Analyzers.dll
            === Other.dll
            """);
        var project = Captured.Project(folder.Combine("App.csproj"), commandLine: ["/analyzer:" + folder.Combine("PointToPoint.Analyzers.dll"), "/analyzer:" + folder.Combine("Other.dll")]);

        var analyzers = CompilerArguments.Of(project, [], None, folder.Path).Arguments.Where(argument => argument.StartsWith("/analyzer:", StringComparison.Ordinal));

        Assert.Equal(["/analyzer:" + folder.Combine("Other.dll")], analyzers);
    }

    [Fact]
    public void NoFramework_IsStoodInForAndOldPackagesOfItsNamesGiveWay()
    {
        using var folder = new TestFolder("""
            === App.csproj
            === old/System.Runtime.dll
            === old/Serilog.dll
            """);
        var project = Captured.Project(folder.Combine("App.csproj"), commandLine: ["/reference:" + folder.Combine("old/System.Runtime.dll"), "/reference:" + folder.Combine("old/Serilog.dll")]);

        var arguments = CompilerArguments.Of(project, [], None, folder.Path);

        Assert.Equal(["the reference assemblies of net10.0 are not installed; those of the installed SDK stand in for them"], arguments.Notes);
        Assert.Contains("/reference:" + folder.Combine("old/Serilog.dll"), arguments.Arguments);
        Assert.DoesNotContain("/reference:" + folder.Combine("old/System.Runtime.dll"), arguments.Arguments);
        Assert.Single(arguments.Arguments, argument => argument.EndsWith("System.Runtime.dll", StringComparison.Ordinal));
        Assert.Contains(arguments.Arguments, argument => argument.EndsWith("System.Net.Http.dll", StringComparison.Ordinal));
    }

    [Fact]
    public void NoFrameworkPackageOfOldNetCore_IsStoodInFor()
    {
        using var folder = new TestFolder("""
            === App.csproj
            === old/System.Runtime.dll
            """);
        var project = Captured.Project(
            folder.Combine("App.csproj"), "netcoreapp2.1", ["TargetFrameworkIdentifier=.NETCoreApp", "TargetFrameworkVersion=v2.1"], ["/reference:" + folder.Combine("old/System.Runtime.dll")]);

        var arguments = CompilerArguments.Of(project, [], None, folder.Path);

        Assert.Equal(["the reference assemblies of netcoreapp2.1 are not installed; those of the installed SDK stand in for them"], arguments.Notes);
        Assert.Contains(arguments.Arguments, argument => argument.EndsWith("System.Net.Http.dll", StringComparison.Ordinal));
    }

    [Fact]
    public void FrameworkPackageOfOldNetCore_StaysAsItIs()
    {
        using var folder = new TestFolder("""
            === App.csproj
            === packages/microsoft.netcore.app/2.1.0/ref/netcoreapp2.1/System.Runtime.dll
            """);
        var reference = "/reference:" + folder.Combine("packages/microsoft.netcore.app/2.1.0/ref/netcoreapp2.1/System.Runtime.dll");
        var project = Captured.Project(folder.Combine("App.csproj"), "netcoreapp2.1", ["TargetFrameworkIdentifier=.NETCoreApp", "TargetFrameworkVersion=v2.1"], [reference]);

        var arguments = CompilerArguments.Of(project, [], None, folder.Path);

        Assert.Empty(arguments.Notes);
        Assert.Equal([reference], arguments.Arguments.Where(argument => argument.StartsWith("/reference:", StringComparison.Ordinal)));
    }

    [Fact]
    public void LanguageVersionOfTheFuture_IsReadAsTheNewest()
    {
        using var folder = new TestFolder("=== App.csproj");
        var project = Captured.Project(folder.Combine("App.csproj"), commandLine: ["/langversion:99"]);

        var arguments = CompilerArguments.Of(project, [], None, folder.Path);

        Assert.Contains("/langversion:preview", arguments.Arguments);
        Assert.Contains("C# 99 is newer than this tool's compiler, which read it as the newest it knows", arguments.Notes);
    }

    [Fact]
    public void FailedDesignTimeBuild_IsReplacedByTheEvaluatedItems()
    {
        using var folder = new TestFolder("""
            === App.csproj
            === Program.cs
            """);
        var project = Captured.Project(folder.Combine("App.csproj"), facts:
        [
            "OutputType=Exe", "AssemblyName=Contoso.App", "DefineConstants=TRACE;NET10_0", "Nullable=enable",
            "[compile]", folder.Combine("Program.cs"), "[using]", "||System.Net.Http", "true||System.Math", "|Json|System.Text.Json",
        ]);
        var errors = new BuildErrors([new BuildError(folder.Combine("App.csproj"), "MSB3073", "The command failed.")]);

        var arguments = CompilerArguments.Of(project, [], errors, folder.Combine("generated"));

        Assert.StartsWith("its design-time build failed (MSB3073: The command failed), so", arguments.Notes[0]);
        Assert.Superset(new HashSet<string> { "/target:exe", "/out:Contoso.App.dll", "/define:TRACE;NET10_0", "/nullable:enable", folder.Combine("Program.cs") }, arguments.Arguments.ToHashSet());
        Assert.Equal(
            """
            global using global::System.Net.Http;
            global using static global::System.Math;
            global using Json = global::System.Text.Json;

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(folder.Combine("generated/GlobalUsings.g.cs")).ReplaceLineEndings("\n"));
    }
}
