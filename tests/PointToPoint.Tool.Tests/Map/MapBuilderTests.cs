using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers;
using PointToPoint.Tool.Loading;
using PointToPoint.Tool.Map;
using PointToPoint.Tool.Tests.Deployment;

using static PointToPoint.Tool.Tests.Map.Analysed;

namespace PointToPoint.Tool.Tests.Map;

public sealed class MapBuilderTests
{
    [Fact]
    public void Sites_AreGroupedByFromToProtocolAndStatusAndSorted()
    {
        var crm = Project("CRM")
            .With("CRM/B.cs", 1, Call("CRM", "ERP"))
            .With("CRM/A.cs", 20, Call("CRM", "ERP"))
            .With("CRM/A.cs", 3, Wiring("CRM", "ERP"))
            .With("CRM/A.cs", 4, Call("CRM", "ERP", verdict: Verdict.Gateway))
            .With("CRM/A.cs", 5, Call("CRM", "Marketing", verdict: Verdict.Approved))
            .With("CRM/A.cs", 6, Call("CRM", "ERP") with { Protocol = "grpc" });

        var map = Build(Loaded(), crm, Project("ERP"));

        Assert.Equal(
            [
                "CRM ERP grpc New: CRM/A.cs:6",
                "CRM ERP http New: CRM/A.cs:3 CRM/A.cs:20 CRM/B.cs:1",
                "CRM ERP http Gateway: CRM/A.cs:4",
                "CRM Marketing http Approved: CRM/A.cs:5",
            ],
            map.Connections.Select(Text));
        Assert.Equal((2, 1), (map.Connections[1].Calls, map.Connections[1].Wirings));
    }

    [Fact]
    public void WhatASystemUsesByItself_IsNoConnection_AndIsListedApart()
    {
        var crm = Project("CRM")
            .With("CRM/B.cs", 1, Wiring("CRM", "crm-db") with { Verdict = Verdict.Infrastructure, Protocol = "sql", Endpoint = "sql://crm-db/orders" })
            .With("CRM/A.cs", 7, Wiring("CRM", "crm-db") with { Verdict = Verdict.Infrastructure, Protocol = "sql", Endpoint = "sql://crm-db/orders" })
            .With("CRM/A.cs", 3, Call("CRM", "RabbitMQ") with { Verdict = Verdict.Infrastructure, Protocol = "queue", Endpoint = "queue:orders" });

        var map = Build(Loaded(), crm, Project("ERP"));

        Assert.Empty(map.Connections);
        Assert.Empty(map.Unresolved);
        Assert.Equal(["CRM", "ERP"], map.Systems.Select(system => system.Name));
        Assert.Equal(
            ["CRM queue:orders queue: CRM/A.cs:3", "CRM sql://crm-db/orders sql: CRM/A.cs:7 CRM/B.cs:1"],
            map.Infrastructure.Select(used => $"{used.System} {used.Name} {used.Protocol}: {string.Join(' ', used.Sites.Select(site => $"{site.File}:{site.Line}"))}"));
    }

    [Fact]
    public void OwnCallsAreNoConnection_AndUnknownOnesAreUnresolved()
    {
        var map = Build(Loaded(), Project("CRM").With("CRM/A.cs", 1, Call("CRM", "CRM", verdict: Verdict.Own)).With("CRM/A.cs", 7, Unknown("CRM")));

        Assert.Empty(map.Connections);
        Assert.Equal(
            new UnresolvedCall("CRM/A.cs", 7, 9, "CRM", "System.Net.Http.HttpClient", "GET", "the address comes from parameter 'url'"),
            Assert.Single(map.Unresolved));
    }

    [Fact]
    public void SeveralTargetFrameworks_AreOneSiteThatListsThem()
    {
        var map = Build(
            Loaded(),
            Project("CRM", "net8.0", "Exe", Call("CRM", "ERP", "https://old.contoso.com/api")),
            Project("CRM", "net10.0", "Exe", Call("CRM", "ERP")));

        var site = Assert.Single(Assert.Single(map.Connections).Sites);
        Assert.Equal(["net10.0", "net8.0"], site.TargetFrameworks);
        Assert.Equal("https://erp.contoso.com/api | https://old.contoso.com/api", site.Endpoint);
    }

    [Fact]
    public void TargetFrameworksThatLeadElsewhere_AreFurtherSystems()
    {
        var map = Build(Loaded(), Project("CRM", "net8.0", "Exe", Call("CRM", "Old ERP")), Project("CRM", "net10.0", "Exe", Call("CRM", "ERP")));

        var connection = Assert.Single(map.Connections);
        Assert.Equal("ERP", connection.To);
        Assert.Equal(["Old ERP"], Assert.Single(connection.Sites).AlsoTo);
        Assert.Contains(map.Systems, system => system.Name == "Old ERP");
    }

    [Fact]
    public void OneTargetFrameworkThatKnows_IsBetterThanOneThatDoesNot()
    {
        var map = Build(Loaded(), Project("CRM", "net10.0", "Exe", Unknown("CRM")), Project("CRM", "net8.0", "Exe", Call("CRM", "ERP")));

        Assert.Empty(map.Unresolved);
        Assert.Equal("ERP", Assert.Single(map.Connections).To);
    }

    [Fact]
    public void LinkedFile_IsOneSiteOfTheProjectItLiesIn()
    {
        var map = Build(
            Loaded(),
            Project("CRM").With("Sales/Shared.cs", 5, Call("CRM", "ERP")),
            Project("Sales").With("Sales/Shared.cs", 5, Call("Sales", "ERP")));

        var connection = Assert.Single(map.Connections);
        Assert.Equal("Sales", connection.From);
        Assert.Equal(["CRM", "Sales"], Assert.Single(connection.Sites).Hosts);
        Assert.Equal(new ConnectionCount(3, 2), ConnectionCount.Of(map));
    }

    [Fact]
    public void ClassLibrary_DoesNotCountAndItsSitesNameTheApplicationsThatReachIt()
    {
        var map = Build(
            Loaded(("CRM", ["Clients", "Base"]), ("Shop", ["Clients"]), ("Shop.Tests", ["Clients"])),
            Library("Clients", Call("Clients", "ERP")),
            Project("CRM"),
            Project("Shop"),
            Project("Shop.Tests") with { IsTest = true });

        Assert.Equal(["CRM", "Shop"], Assert.Single(Assert.Single(map.Connections).Sites).Hosts);
        Assert.Equal(
            ["CRM System", "Clients Library", "ERP External", "Shop System", "Shop.Tests Test"],
            map.Systems.Select(system => $"{system.Name} {system.Kind}"));
        Assert.Equal(new ConnectionCount(3, 2), ConnectionCount.Of(map));
    }

    [Fact]
    public void NamesThatMeanTheSame_AreOneSystemInTheProjectsSpelling()
    {
        var map = Build(
            Loaded(),
            Project("CRM").With("CRM/A.cs", 1, Call("CRM", "catalog-api")).With("CRM/A.cs", 2, Call("CRM", "Catalog API")),
            Project("Catalog.API"));

        Assert.Equal(["CRM", "Catalog.API"], map.Systems.Select(system => system.Name));
        Assert.Equal("CRM Catalog.API http New: CRM/A.cs:1 CRM/A.cs:2", Text(Assert.Single(map.Connections)));
    }

    [Fact]
    public void ServiceNameOfAProject_IsThatProjectsSystemWhileTheEndpointKeepsIt()
    {
        using var folder = new DeployedFolder("""
            === Catalog/Catalog.csproj
            === Web/Web.csproj
            === compose.yml
            services:
              products: { build: Catalog }
            """);

        var map = BuildIn(
            folder,
            Call("Web", "products", "http://products/api/items"),
            Call("Catalog", "products", "http://products/api/self"),
            Call("Catalog", "products", "http://products | http://web") with { AlsoTo = ["Web"] });

        Assert.Equal(["Catalog System", "Web System"], map.Systems.Select(system => $"{system.Name} {system.Kind}"));
        Assert.Equal(
            ["Catalog -> Web http://products | http://web ", "Web -> Catalog http://products/api/items "],
            map.Connections.Select(connection => $"{connection.From} -> {connection.To} {connection.Sites.Single().Endpoint} {string.Join(' ', connection.Sites.Single().AlsoTo)}"));
    }

    [Fact]
    public void ServiceNameOfAnAppHost_IsThatProjectsSystem()
    {
        using var folder = new DeployedFolder("""
            === Catalog/Catalog.csproj
            === Web/Web.csproj
            === Shop.AppHost/Shop.AppHost.csproj
            === Shop.AppHost/Program.cs
            builder.AddProject<Projects.Catalog>("products");
            """);

        var map = BuildIn(folder, Call("Web", "products"), Call("Catalog", "Products"));

        Assert.Equal(["Web -> Catalog"], map.Connections.Select(connection => $"{connection.From} -> {connection.To}"));
    }

    [Fact]
    public void ServiceNameThatAnotherProjectHas_StaysThatProject()
    {
        using var folder = new DeployedFolder("""
            === Catalog/Catalog.csproj
            === Web/Web.csproj
            === compose.yml
            services:
              web: { build: Catalog }
            """);

        Assert.Equal(["Catalog -> Web"], BuildIn(folder, Call("Catalog", "web")).Connections.Select(connection => $"{connection.From} -> {connection.To}"));
    }

    [Fact]
    public void Suppressed_IsASiteThatEveryCompilationSuppresses()
    {
        var map = Build(
            Loaded(),
            Project("CRM", "net8.0", "Exe").With("CRM/A.cs", 1, Call("CRM", "ERP"), suppressed: true).With("CRM/A.cs", 2, Call("CRM", "ERP"), suppressed: true),
            Project("CRM", "net10.0", "Exe").With("CRM/A.cs", 1, Call("CRM", "ERP"), suppressed: true).With("CRM/A.cs", 2, Call("CRM", "ERP")));

        Assert.Equal([true, false], Assert.Single(map.Connections).Sites.Select(site => site.Suppressed));
    }

    [Fact]
    public void WhatWasNotSeen_IsToldWithoutPathsOfThisMachine()
    {
        var loaded = Loaded() with
        {
            Skipped = [new SkippedProject($"{Root}/B/B.csproj", $"no import {Root}/eng/x.props"), new SkippedProject($"{Root}/A/A.csproj", "gone")],
            Incomplete = [new IncompleteProject($"{Root}/CRM/CRM.csproj", "some packages could not be restored", ["Polly"])],
        };

        var map = Build(loaded, Project("CRM") with { Problems = [$"2 compile errors in {Root}/CRM/X.cs"] });

        Assert.Equal([new NotAnalysed("A/A.csproj", "gone"), new NotAnalysed("B/B.csproj", "no import eng/x.props")], map.NotAnalysed);
        var incomplete = Assert.Single(map.Incomplete);
        Assert.Equal(("CRM/CRM.csproj", "some packages could not be restored; 2 compile errors in CRM/X.cs"), (incomplete.Project, incomplete.Reason));
        Assert.Equal(["Polly"], incomplete.MissingReferences);
        Assert.False(map.IsComplete);
    }

    [Fact]
    public void ProjectWithoutCodeThatIsNotAnalysed_LeavesTheMapComplete()
    {
        var loaded = Loaded() with { Skipped = [ProjectKind.Skip($"{Root}/docker-compose.dcproj")] };

        Assert.True(Build(loaded, Project("CRM")).IsComplete);
    }

    [Fact]
    public void OrderOfTheInput_ChangesNothing()
    {
        ProjectAnalysis[] analyses =
        [
            Project("CRM", "net8.0", "Exe", Call("CRM", "erp-api")), Project("CRM", "net10.0", "Exe", Call("CRM", "ERP.Api")),
            Library("Clients").With("CRM/Client.cs", 1, Call("Clients", "erp api")), Project("Shop", Unknown("Shop"), Call("Shop", "CRM")),
        ];

        var expected = PointToPoint.Tool.Output.JsonMapWriter.Write(Build(Loaded(), analyses));

        Assert.Equal(expected, PointToPoint.Tool.Output.JsonMapWriter.Write(Build(Loaded(), [.. analyses.Reverse()])));
    }

    private static IntegrationMap Build(LoadedProjects loaded, params ProjectAnalysis[] analyses) => MapBuilder.Build(Root, loaded, analyses);

    private static IntegrationMap BuildIn(DeployedFolder folder, params OutboundCall[] calls) =>
        MapBuilder.Build(
            folder.Path,
            Loaded(),
            [.. folder.Projects.Select(project => new ProjectAnalysis
            {
                Project = project,
                Calls = [.. calls.Index().Where(call => call.Item.From == project.ProjectName).Select(call =>
                    new ObservedCall(call.Item, project, Path.Combine(project.ProjectFolder, "Client.cs"), new LinePositionSpan(new LinePosition(call.Index, 0), new LinePosition(call.Index, 5)), IsSuppressed: false))],
            })],
            folder.Values);

    private static string Text(Connection connection) =>
        $"{connection.From} {connection.To} {connection.Protocol} {connection.Status}: {string.Join(' ', connection.Sites.Select(site => $"{site.File}:{site.Line}"))}";
}
