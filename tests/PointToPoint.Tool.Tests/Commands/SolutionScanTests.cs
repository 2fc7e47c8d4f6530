using System.Text.Json;

namespace PointToPoint.Tool.Tests.Commands;

public sealed class SolutionScanTests
{
    private const string Shop = """
        === Shop.slnx
        <Solution><Project Path="App/App.csproj" /></Solution>
        === Shop.sln
        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App", "App\App.csproj", "{7A0B9408-9788-4346-837D-9EB3EA1C7040}"
        EndProject
        === Directory.Build.props
        <Project><PropertyGroup><Libraries>$(MSBuildThisFileDirectory)Libraries/</Libraries></PropertyGroup></Project>
        === App/App.csproj
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="$(Libraries)Clients/Clients.csproj" />
            <PackageReference Include="Contoso.Does.Not.Exist" Version="1.0.0" />
          </ItemGroup>
        </Project>
        === App/Program.cs
        await new Clients.Erp().Get(new HttpClient());
        === Libraries/Clients/Clients.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        === Libraries/Clients/Erp.cs
        namespace Clients { public class Erp { public Task Get(HttpClient http) => http.GetAsync("https://erp.contoso.com/orders"); } }
        === Unrelated/Unrelated.csproj
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
        """;

    [Fact]
    public async Task UnrestoredSolutionWithNoRestore_IsAnalysedAndStrictSaysIncomplete()
    {
        using var folder = new TestFolder(Shop);
        var before = folder.Files();

        var result = await P2P.RunAsync("scan", folder.Combine("Shop.slnx"), "--no-restore", "--strict", "--json", "-q");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("--strict", result.Error);
        var map = result.Json();
        Assert.Equal(["App", "Clients", "erp.contoso.com"], map.GetProperty("systems").EnumerateArray().Select(system => system.GetProperty("name").GetString()));
        Assert.Equal("Libraries/Clients/Erp.cs", OnlySite(map).GetProperty("file").GetString());
        var incomplete = Assert.Single(map.GetProperty("incomplete").EnumerateArray());
        Assert.Equal("App/App.csproj", incomplete.GetProperty("project").GetString());
        Assert.Contains("not restored", incomplete.GetProperty("reason").GetString());
        Assert.Equal(before, folder.Files());
    }

    [Fact]
    public async Task ProjectThatInstallsHooksWhereverItIsRestored_IsScannedWithoutThem()
    {
        using var folder = new TestFolder("""
            === App/App.csproj
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <Target Name="Husky" BeforeTargets="Restore;CollectPackageReferences" Condition="'$(HUSKY)' != '0'"><Error Text="hooks" /></Target>
            </Project>
            === App/Erp.cs
            public class Erp { public Task Get(HttpClient http) => http.GetAsync("https://erp.contoso.com/orders"); }
            """);

        var result = await P2P.RunAsync("scan", folder.Combine("App/App.csproj"), "--strict", "--json", "-q");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Json().GetProperty("incomplete").EnumerateArray());
    }

    [Fact]
    public async Task QuietScan_WritesTheTableAndTheFileAndNothingElse()
    {
        using var folder = new TestFolder(Shop);

        var result = await P2P.RunAsync("scan", folder.Combine("Shop.sln"), "--no-restore", "-q", "-o", folder.Combine("map.json"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Clients → erp.contoso.com  http, new: 1 call, 0 wirings", result.Output.Replace("->", "→", StringComparison.Ordinal));
        Assert.Contains("1 of 1 possible direct connections between 2 systems (n(n-1)/2 = 1)", result.Output);
        using var map = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Combine("map.json"), TestContext.Current.CancellationToken));
        Assert.Equal("App", OnlySite(map.RootElement).GetProperty("hosts")[0].GetString());
    }

    [Fact]
    public async Task PackageThatStopsTheBuildOfAnOlderFramework_DoesNotStopTheScan()
    {
        using var folder = new TestFolder("""
            === App/App.csproj
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><OutputType>Exe</OutputType></PropertyGroup>
              <Import Project="Contoso.targets" />
            </Project>
            === App/Contoso.targets
            <Project InitialTargets="NETStandardCompatError_Contoso">
              <Target Name="NETStandardCompatError_Contoso" Condition="'$(SuppressTfmSupportBuildWarnings)' == ''">
                <Error Text="Contoso doesn't support $(TargetFramework). Consider updating your TargetFramework." />
              </Target>
            </Project>
            === App/Program.cs
            await new HttpClient().GetAsync("https://erp.contoso.com/orders");
            """);

        var result = await P2P.RunAsync("scan", folder.Path, "--no-restore", "--json", "-q");

        Assert.Equal("App/Program.cs", OnlySite(result.Json()).GetProperty("file").GetString());
        Assert.Empty(result.Json().GetProperty("notAnalysed").EnumerateArray());
    }

    [Fact]
    public async Task ProjectOfAspNet4_IsLoadedWithoutVisualStudio()
    {
        using var folder = new TestFolder("""
            === Web/Web.csproj
            <?xml version="1.0" encoding="utf-8"?>
            <Project ToolsVersion="12.0" DefaultTargets="Build" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="$(MSBuildExtensionsPath)\$(MSBuildToolsVersion)\Microsoft.Common.props" Condition="Exists('$(MSBuildExtensionsPath)\$(MSBuildToolsVersion)\Microsoft.Common.props')" />
              <PropertyGroup>
                <ProjectTypeGuids>{349c5851-65df-11da-9384-00065b846f21};{fae04ec0-301f-11d3-bf4b-00c04f79efbc}</ProjectTypeGuids>
                <OutputType>Library</OutputType>
                <AssemblyName>Web</AssemblyName>
                <TargetFrameworkVersion>v4.8</TargetFrameworkVersion>
                <VisualStudioVersion Condition="'$(VisualStudioVersion)' == ''">10.0</VisualStudioVersion>
                <VSToolsPath Condition="'$(VSToolsPath)' == ''">$(MSBuildExtensionsPath32)\Microsoft\VisualStudio\v$(VisualStudioVersion)</VSToolsPath>
              </PropertyGroup>
              <ItemGroup><Compile Include="Orders.cs" /></ItemGroup>
              <Import Project="$(MSBuildBinPath)\Microsoft.CSharp.targets" />
              <Import Project="$(VSToolsPath)\WebApplications\Microsoft.WebApplication.targets" Condition="'$(VSToolsPath)' != ''" />
            </Project>
            === Web/Orders.cs
            using System.Net.Http;
            public class Orders { public object Load(HttpClient http) { return http.GetAsync("https://erp.contoso.com/orders"); } }
            """);

        var result = await P2P.RunAsync("scan", folder.Path, "--no-restore", "--json", "-q");

        Assert.Empty(result.Json().GetProperty("notAnalysed").EnumerateArray());
        Assert.Equal("Web/Orders.cs", OnlySite(result.Json()).GetProperty("file").GetString());
    }

    [Fact]
    public async Task ReferencesThatHangOnTheSolution_AreThoseOfItsBuild()
    {
        // The names hold what MSBuild would take for syntax.
        using var folder = new TestFolder("""
            === My (new) $hop;1/My%20Shop.slnx
            <Solution><Project Path="App/App.csproj" /></Solution>
            === My (new) $hop;1/App/App.csproj
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup Condition="'$(SolutionName)' == 'My%2520Shop' And '$(SolutionExt)' == '.slnx'">
                <ProjectReference Include="$(SolutionDir)Clients/Clients.csproj" />
              </ItemGroup>
            </Project>
            === My (new) $hop;1/App/Program.cs
            await new Clients.Erp().Get(new HttpClient(), "https://erp.contoso.com/orders");
            === My (new) $hop;1/Clients/Clients.csproj
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>
            === My (new) $hop;1/Clients/Erp.cs
            namespace Clients { public class Erp { public Task Get(HttpClient http, string url) => http.GetAsync(url); } }
            """);

        foreach (var path in new[] { "My (new) $hop;1", "My (new) $hop;1/My%20Shop.slnx" })
        {
            var result = await P2P.RunAsync("scan", folder.Combine(path), "--no-restore", "--json", "-q");

            Assert.Equal("", result.Error);
            var site = OnlySite(result.Json());
            Assert.Equal(("App/Program.cs", "https://erp.contoso.com/orders"), (site.GetProperty("file").GetString(), site.GetProperty("endpoint").GetString()));
        }
    }

    private static JsonElement OnlySite(JsonElement map) =>
        Assert.Single(Assert.Single(map.GetProperty("connections").EnumerateArray()).GetProperty("sites").EnumerateArray());
}
