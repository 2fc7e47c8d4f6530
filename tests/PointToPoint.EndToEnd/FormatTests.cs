using PointToPoint.EndToEnd.Infrastructure;

namespace PointToPoint.EndToEnd;

/// <summary>
/// <c>dotnet format analyzers</c> on a solution that takes the packages by Central Package Management: what it rewrites, what it leaves, and that
/// the result builds.
/// </summary>
public sealed class FormatTests(FormatTests.FormattedSolution solution) : IClassFixture<FormatTests.FormattedSolution>
{
    [Fact]
    public void GlobalPackageReference_WarnsInEveryProject_AndOncePerFramework() =>
        Assert.Equal(
            [
                "ErpClient.cs(5,47): warning P2P1001 Portal.csproj",
                "Orders.cs(11,42): warning P2P1001 Shop.csproj::TargetFramework=net10.0",
                "Orders.cs(11,42): warning P2P1001 Shop.csproj::TargetFramework=net8.0",
                "Orders.cs(7,75): warning P2P1001 Shop.csproj::TargetFramework=net10.0",
                "Orders.cs(7,75): warning P2P1001 Shop.csproj::TargetFramework=net8.0",
                "Program.cs(1,24): warning P2P1001 Batch.csproj",
                "Program.cs(4,18): warning P2P1003 Portal.csproj",
            ],
            HeadsAndProjects(solution.Before));

    [Fact]
    public void LiteralCalls_TakeTheirClientFromTheGateway_AndLoseTheOrigin()
    {
        var code = solution.Read("Shop/Orders.cs");

        Assert.Contains("CreateClient(\"erp-contoso-com\")", code, StringComparison.Ordinal);
        Assert.Contains("_http.GetStringAsync(\"/api/orders\", cancellation)", code, StringComparison.Ordinal);
        Assert.Contains("_http.GetAsync($\"/api/orders/{id}?lines=true\")", code, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Registration_IsRouted_AndItsTypedClientStays()
    {
        Assert.Contains(".UseIntegrationGateway(\"erp-contoso-com\"", solution.Read("Portal/Program.cs"), StringComparison.Ordinal);
        Assert.Contains("http.GetStringAsync(\"orders\")", solution.Read("Portal/ErpClient.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void TopLevelCode_StaysAsItIs_ThoughItsDiagnosticComesFirst() => Assert.Equal(FormattedSolution.TopLevelCode, solution.Read("Batch/Program.cs").TrimEnd());

    [Fact]
    public void Result_BuildsInEveryFramework_AndOnlyTopLevelCodeIsReported()
    {
        Assert.True(solution.After.ExitCode == 0, solution.After.ToString());
        Assert.Equal(
            ["Program.cs(1,24): warning P2P1001 Batch.csproj"],
            solution.After.Messages.Select(message => $"{message.Head} {message.Project}"));
    }

    [Fact]
    public void Warning_LinksToThePageThatSaysWhyTopLevelCodeGetsNoFix()
    {
        const string Link = "(https://github.com/pointtopoint/pointtopoint/blob/main/";
        var text = solution.After.Findings[0].Text;
        Assert.Contains(Link, text, StringComparison.Ordinal);

        var page = Repository.Read(text[(text.IndexOf(Link, StringComparison.Ordinal) + Link.Length)..].TrimEnd(')'));

        Assert.StartsWith("P2P1001: ", page[(page.IndexOf("# ", StringComparison.Ordinal) + 2)..], StringComparison.Ordinal);
        var section = page[page.IndexOf("## When there is no fix", StringComparison.Ordinal)..];
        Assert.Contains("**top-level statements**: the gateway is injected through a constructor, and they have none", section[..section.IndexOf("\n## ", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    private static IEnumerable<string> HeadsAndProjects(CommandResult build) =>
        build.Messages.Select(message => $"{message.Head} {message.Project}").Order(StringComparer.Ordinal);

    /// <summary>The solution, built, formatted and built again, once for all tests.</summary>
    public sealed class FormattedSolution(PackageFeed feed) : IAsyncLifetime
    {
        // Its project comes first in the solution and in the alphabet, so the first diagnostic that dotnet format meets has no fix.
        internal const string TopLevelCode = """await new HttpClient().GetStringAsync("https://erp.contoso.com/api/orders");""";

        private readonly Sandbox _sandbox = new(feed);

        internal CommandResult Before { get; private set; } = null!;

        internal CommandResult After { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _sandbox.With($$"""
                -- All.slnx
                <Solution>
                  <Project Path="Batch/Batch.csproj" />
                  <Project Path="Portal/Portal.csproj" />
                  <Project Path="Shop/Shop.csproj" />
                </Solution>
                -- Directory.Packages.props
                <Project>
                  <PropertyGroup>
                    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                  </PropertyGroup>
                  <ItemGroup>
                    <GlobalPackageReference Include="PointToPoint.Analyzers" Version="$(Version)" />
                    <PackageVersion Include="PointToPoint.Gateway" Version="$(Version)" />
                  </ItemGroup>
                </Project>
                -- Directory.Build.props
                <Project>
                  <PropertyGroup>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="PointToPoint.Gateway" />
                  </ItemGroup>
                </Project>
                -- Batch/Batch.csproj
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                </Project>
                -- Batch/Program.cs
                {{TopLevelCode}}
                -- Portal/Portal.csproj
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                </Project>
                -- Portal/Program.cs
                using Portal;

                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddHttpClient<ErpClient>(client => client.BaseAddress = new Uri("https://erp.contoso.com/api/"));
                var app = builder.Build();
                app.MapGet("/orders", (ErpClient erp) => erp.OrdersAsync());
                app.Run();
                -- Portal/ErpClient.cs
                namespace Portal;

                public sealed class ErpClient(HttpClient http)
                {
                    public Task<string> OrdersAsync() => http.GetStringAsync("orders");
                }
                -- Shop/Shop.csproj
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
                  </PropertyGroup>
                </Project>
                -- Shop/Orders.cs
                namespace Shop;

                public sealed class Orders
                {
                    private readonly HttpClient _http = new();

                    public Task<string> AllAsync(CancellationToken cancellation) => _http.GetStringAsync("https://erp.contoso.com/api/orders", cancellation);

                    public async Task<string> OneAsync(int id)
                    {
                        using var response = await _http.GetAsync($"https://erp.contoso.com/api/orders/{id}?lines=true");
                        return await response.Content.ReadAsStringAsync();
                    }
                }
                """);
            Before = await _sandbox.BuildAsync("All.slnx");
            Assert.True(Before.ExitCode == 0, Before.ToString());
            await _sandbox.Dotnet.SucceedAsync("format", "analyzers", "All.slnx", "--no-restore", "--diagnostics", "P2P1001", "P2P1003");
            After = await _sandbox.RebuildAsync("All.slnx", "--no-incremental");
        }

        public ValueTask DisposeAsync()
        {
            _sandbox.Dispose();
            return ValueTask.CompletedTask;
        }

        internal string Read(string file) => _sandbox.Read(file);
    }
}
