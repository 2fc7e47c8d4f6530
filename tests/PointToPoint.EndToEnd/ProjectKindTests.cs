using System.Text.Json;

using PointToPoint.EndToEnd.Infrastructure;

namespace PointToPoint.EndToEnd;

/// <summary>Projects of several kinds with a plain package reference: what the package's targets tell the analyzers about each.</summary>
public sealed class ProjectKindTests(ProjectKindTests.Solution solution) : IClassFixture<ProjectKindTests.Solution>
{
    [Fact]
    public void WebProject_IsReportedWithTheHostInItsAppSettings()
    {
        var wiring = Finding("Portal.csproj", 2);

        Assert.Contains("'Portal' wires a client directly to 'erp.contoso.com'", wiring.Text, StringComparison.Ordinal);
        Assert.Contains("https://erp.contoso.com/api/", wiring.Text, StringComparison.Ordinal);
        Assert.Contains("appsettings.json: Erp:BaseUrl", wiring.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ValueThatOnlyTheDevelopmentSettingsHave_IsTakenFromThere()
    {
        var wiring = Finding("Portal.csproj", 3);

        Assert.Contains("https://crm.dev.contoso.com", wiring.Text, StringComparison.Ordinal);
        Assert.Contains("appsettings.Development.json: Crm:BaseUrl", wiring.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AppSettingsNone_KeepsThemFromTheAnalyzers()
    {
        var wiring = Finding("Secretive.csproj", 2);

        Assert.Contains("Erp:BaseUrl", wiring.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("contoso.com", wiring.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TestProjects_AreQuietInTheBuild() => Assert.Equal(["Portal.csproj", "Secretive.csproj"], solution.Build.Findings.Select(finding => finding.Project).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("TestsByProperty")]
    [InlineData("TestsByXunit")]
    [InlineData("TestsByNUnit")]
    [InlineData("TestsByMSTest")]
    public void TestProject_IsQuietAndKnownAsSuch_WhereNothingIsRestored(string project)
    {
        Assert.Equal("test", solution.Map.GetProperty("systems").EnumerateArray().Single(system => system.GetProperty("name").GetString() == project).GetProperty("kind").GetString());
        Assert.DoesNotContain(solution.Map.GetProperty("connections").EnumerateArray(), connection => connection.GetProperty("from").GetString() == project);
    }

    [Fact]
    public void ScanWithNothingRestored_SeesWhatTheBuildSees() => Assert.Equal(
        solution.Build.Findings.Select(finding => $"{Path.GetFileNameWithoutExtension(finding.Project)}/{finding.Path} {finding.Line} {finding.Column} {finding.Id}").Order(StringComparer.Ordinal),
        solution.Map.GetProperty("connections").EnumerateArray().SelectMany(connection => connection.GetProperty("sites").EnumerateArray())
            .Select(site => $"{site.GetProperty("file")} {site.GetProperty("line")} {site.GetProperty("column")} {site.GetProperty("rule")}").Order(StringComparer.Ordinal));

    private BuildMessage Finding(string project, int line) => solution.Build.Findings.Single(finding => finding.Project == project && finding.Line == line);

    /// <summary>The solution, scanned before anything is restored, then built.</summary>
    public sealed class Solution(PackageFeed feed) : IAsyncLifetime
    {
        private const string Call = """
            public sealed class Calls
            {
                public Task<string> GetAsync(HttpClient http) => http.GetStringAsync("https://erp.contoso.com/api/orders");
            }
            """;

        private const string Web = """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient("erp", client => client.BaseAddress = new Uri(builder.Configuration["Erp:BaseUrl"]!));
            builder.Services.AddHttpClient("crm", client => client.BaseAddress = new Uri(builder.Configuration["Crm:BaseUrl"]!));
            builder.Build().Run();
            """;

        private const string Settings = """{ "Erp": { "BaseUrl": "https://erp.contoso.com/api/" }, "Crm": { "BaseUrl": "" } }""";

        private const string DevelopmentSettings = """{ "Erp": { "BaseUrl": "https://erp.dev.contoso.com/" }, "Crm": { "BaseUrl": "https://crm.dev.contoso.com/" } }""";

        private readonly Sandbox _sandbox = new(feed);

        internal CommandResult Build { get; private set; } = null!;

        internal JsonElement Map { get; private set; }

        public async ValueTask InitializeAsync()
        {
            _sandbox.With($$"""
                -- Directory.Build.props
                <Project>
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="PointToPoint.Analyzers" Version="$(Version)" PrivateAssets="all" />
                  </ItemGroup>
                </Project>
                -- All.slnx
                <Solution>
                  <Project Path="Portal/Portal.csproj" />
                  <Project Path="Secretive/Secretive.csproj" />
                  <Project Path="TestsByMSTest/TestsByMSTest.csproj" />
                  <Project Path="TestsByNUnit/TestsByNUnit.csproj" />
                  <Project Path="TestsByProperty/TestsByProperty.csproj" />
                  <Project Path="TestsByXunit/TestsByXunit.csproj" />
                </Solution>
                -- Portal/Portal.csproj
                <Project Sdk="Microsoft.NET.Sdk.Web" />
                -- Portal/Program.cs
                {{Web}}
                -- Portal/appsettings.json
                {{Settings}}
                -- Portal/appsettings.Development.json
                {{DevelopmentSettings}}
                -- Secretive/Secretive.csproj
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup>
                    <PointToPointAppSettings>none</PointToPointAppSettings>
                  </PropertyGroup>
                </Project>
                -- Secretive/Program.cs
                {{Web}}
                -- Secretive/appsettings.json
                {{Settings}}
                -- TestsByMSTest/TestsByMSTest.csproj
                <Project Sdk="MSTest.Sdk/4.5.2">
                  <PropertyGroup>
                    <TestingExtensionsProfile>None</TestingExtensionsProfile>
                  </PropertyGroup>
                </Project>
                -- TestsByMSTest/Calls.cs
                {{Call}}
                -- TestsByNUnit/TestsByNUnit.csproj
                <Project Sdk="Microsoft.NET.Sdk">
                  <ItemGroup>
                    <PackageReference Include="NUnit" Version="4.4.0" />
                  </ItemGroup>
                </Project>
                -- TestsByNUnit/Calls.cs
                {{Call}}
                -- TestsByProperty/TestsByProperty.csproj
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <IsTestProject>true</IsTestProject>
                  </PropertyGroup>
                </Project>
                -- TestsByProperty/Calls.cs
                {{Call}}
                -- TestsByXunit/TestsByXunit.csproj
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="xunit.v3" Version="3.2.2" />
                  </ItemGroup>
                </Project>
                -- TestsByXunit/Calls.cs
                {{Call}}
                """);
            Map = await ScanAsync();
            Build = await _sandbox.BuildAsync("All.slnx");
            Assert.True(Build.ExitCode == 0, Build.ToString());
        }

        public ValueTask DisposeAsync()
        {
            _sandbox.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task<JsonElement> ScanAsync()
        {
            var map = _sandbox.In("map.json");
            var tool = Path.Combine(Repository.Root, "src/PointToPoint.Tool/bin", Repository.Configuration, "net10.0/p2p.dll");
            await _sandbox.Dotnet.SucceedAsync(tool, "scan", "All.slnx", "--no-restore", "--output", map);
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(map));
            return document.RootElement.Clone();
        }
    }
}
