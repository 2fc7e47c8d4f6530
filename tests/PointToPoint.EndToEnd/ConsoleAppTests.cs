using PointToPoint.EndToEnd.Infrastructure;

namespace PointToPoint.EndToEnd;

/// <summary>An empty console project that gets the package and one line of code, as a newcomer does it.</summary>
public sealed class ConsoleAppTests(ConsoleAppTests.Project project) : IClassFixture<ConsoleAppTests.Project>
{
    private const string OneLine = """
        -- Shop/Program.cs
        await new HttpClient().GetStringAsync("https://erp.contoso.com/api/orders?token=secret");
        """;

    [Fact]
    public async Task ForeignUrlInTopLevelCode_IsAWarningOfTheBuild()
    {
        var build = await project.BuildAsync(OneLine);

        Assert.Equal(0, build.ExitCode);
        var warning = Assert.Single(build.Findings);
        Assert.Equal("Program.cs(1,24): warning P2P1001", warning.Head);
        Assert.StartsWith("'Shop' calls 'erp.contoso.com' directly: GET https://erp.contoso.com/api/orders (literal);", warning.Text, StringComparison.Ordinal);
        Assert.EndsWith("docs/rules/P2P1001.md)", warning.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditorConfigError_BreaksTheBuild_AndNoneSilences()
    {
        const string Call = """await new HttpClient().GetAsync("https://erp.contoso.com/api/orders")""";

        var build = await project.BuildAsync($$"""
            -- Shop/Program.cs
            {{Call}};
            -- Shop/ByRule.cs
            class ByRule { async Task M() => {{Call}}; }
            -- Shop/ByCategory.cs
            class ByCategory { async Task M() => {{Call}}; }
            -- Shop/Silent.cs
            class Silent { async Task M() => {{Call}}; }
            -- Shop/.editorconfig
            [ByRule.cs]
            dotnet_diagnostic.P2P1001.severity = error
            [ByCategory.cs]
            dotnet_analyzer_diagnostic.category-Coupling.severity = error
            [Silent.cs]
            dotnet_diagnostic.P2P1001.severity = none
            """);

        Assert.Equal(1, build.ExitCode);
        Assert.Equal(
            ["ByCategory.cs(1,61): error P2P1001", "ByRule.cs(1,57): error P2P1001", "Program.cs(1,24): warning P2P1001"],
            build.Findings.Select(finding => finding.Head));
    }

    [Fact]
    public async Task NoWarn_Silences()
    {
        var build = await project.BuildAsync(OneLine, "-p:NoWarn=P2P1001");

        Assert.Equal(0, build.ExitCode);
        Assert.Empty(build.Findings);
    }

    [Fact]
    public async Task WarningsAsErrors_BreakTheBuild()
    {
        var build = await project.BuildAsync(OneLine, "-p:TreatWarningsAsErrors=true");

        Assert.Equal(1, build.ExitCode);
        Assert.Equal("Program.cs(1,24): error P2P1001", Assert.Single(build.Findings).Head);
    }

    [Fact]
    public async Task PragmaAndSuppressMessage_SilenceTheirPlaceOnly()
    {
        var build = await project.BuildAsync("""
            -- Shop/Program.cs
            using System.Diagnostics.CodeAnalysis;

            var http = new HttpClient();
            #pragma warning disable P2P1001
            await http.GetAsync("https://erp.contoso.com/pragma");
            #pragma warning restore P2P1001
            await http.GetAsync("https://erp.contoso.com/open");
            await Accepted.CallAsync(http);

            [SuppressMessage("Coupling", "P2P1001:Direct HTTP call to another system", Justification = "Until the cut-over.")]
            static class Accepted
            {
                public static Task CallAsync(HttpClient http) => http.GetAsync("https://erp.contoso.com/attribute");
            }
            """);

        Assert.Equal("Program.cs(7,12): warning P2P1001", Assert.Single(build.Findings).Head);
    }

    [Fact]
    public async Task BrokenManifest_IsAnErrorWithItsPosition_ThatNoEditorConfigCanSet()
    {
        var build = await project.BuildAsync($$"""
            {{OneLine}}
            -- p2p.json
            {
              "systems": {
                "ERP": { "endpoints": ["https://erp.contoso.com"] }
            -- Shop/.editorconfig
            [*]
            dotnet_diagnostic.P2P9001.severity = none
            """);

        Assert.Equal(1, build.ExitCode);
        var error = Assert.Single(build.Findings, finding => finding.Id == "P2P9001");
        Assert.Equal(("p2p.json", "error"), (error.Path, error.Severity));
        Assert.True(error is { Line: >= 3, Column: > 0 }, error.ToString());
        Assert.Contains("docs/rules/P2P9001.md", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManifestAboveTheProject_NamesTheSystems_AndNoneSwitchesItOff()
    {
        const string Manifest = """
            -- p2p.json
            { "systems": { "Sales": { "owns": ["Shop"] }, "ERP": { "endpoints": ["https://erp.contoso.com"] } } }
            """;

        var found = await project.BuildAsync(OneLine + "\n" + Manifest);
        var off = await project.BuildAsync(OneLine + "\n" + Manifest, "-p:PointToPointManifest=none");

        Assert.StartsWith("'Sales' calls 'ERP' directly", Assert.Single(found.Findings).Text, StringComparison.Ordinal);
        Assert.StartsWith("'Shop' calls 'erp.contoso.com' directly", Assert.Single(off.Findings).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing/p2p.json", "doesn't exist")]
    [InlineData("Shop.csproj", "always called p2p.json")]
    public async Task ManifestPropertyThatNamesNoManifest_IsAnErrorThatSaysWhatToDo(string path, string reason)
    {
        var build = await project.CheckPropertiesAsync("-p:PointToPointManifest=" + path);

        Assert.Equal(1, build.ExitCode);
        var error = Assert.Single(build.Findings, finding => finding.Id == "P2P9001");
        Assert.Contains(reason, error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_CompilesAgainOnlyWhereAFileChanged()
    {
        await project.BuildAsync(OneLine + "\n-- p2p.json\n{ }\n-- Shop/appsettings.json\n{ }");
        var compiled = project.TimeOfAssembly();

        var again = await project.RebuildAsync();
        Assert.Equal(0, again.ExitCode);
        Assert.Empty(again.Findings);
        Assert.Equal(compiled, project.TimeOfAssembly());

        foreach (var file in new[] { "p2p.json", "Shop/appsettings.json" })
        {
            project.Write(file, "{ /* changed */ }");
            Assert.Single((await project.RebuildAsync()).Findings);
            Assert.NotEqual(compiled, project.TimeOfAssembly());
            compiled = project.TimeOfAssembly();
        }
    }

    [Fact]
    public void PackageReference_WasAddedForDevelopmentOnly() =>
        Assert.Contains("<PrivateAssets>all</PrivateAssets>", project.ProjectFile, StringComparison.Ordinal);

    /// <summary>The project, created and restored once; each build begins with its files alone.</summary>
    public sealed class Project(PackageFeed feed) : IAsyncLifetime
    {
        private readonly Sandbox _sandbox = new(feed);

        public string ProjectFile => _sandbox.Read("Shop/Shop.csproj");

        public async ValueTask InitializeAsync()
        {
            await _sandbox.Dotnet.SucceedAsync("new", "console", "-o", "Shop", "--no-restore");
            await _sandbox.Dotnet.SucceedAsync("package", "add", "PointToPoint.Analyzers", "--version", feed.Version, "--project", "Shop/Shop.csproj");
        }

        public ValueTask DisposeAsync()
        {
            _sandbox.Dispose();
            return ValueTask.CompletedTask;
        }

        public DateTime TimeOfAssembly() => File.GetLastWriteTimeUtc(_sandbox.In("Shop/obj/Debug/net10.0/Shop.dll"));

        public void Write(string file, string text) => _sandbox.With($"-- {file}\n{text}");

        internal Task<CommandResult> BuildAsync(string files, params string[] arguments)
        {
            foreach (var file in Directory.GetFiles(_sandbox.In("Shop")).Where(file => !file.EndsWith(".csproj", StringComparison.Ordinal)).Append("p2p.json"))
            {
                _sandbox.Delete(file);
            }

            return _sandbox.With(files).RebuildAsync("Shop", arguments);
        }

        /// <summary>Runs the package's own target without compiling.</summary>
        internal Task<CommandResult> CheckPropertiesAsync(string property) => _sandbox.Dotnet.RunAsync("msbuild", "Shop", "-t:PointToPointProjectFacts", property, "--tl:off");

        internal Task<CommandResult> RebuildAsync() => _sandbox.RebuildAsync("Shop");
    }
}
