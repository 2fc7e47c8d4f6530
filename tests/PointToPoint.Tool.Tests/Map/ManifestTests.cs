using PointToPoint.Analyzers;
using PointToPoint.Tool.Map;
using PointToPoint.Tool.Tests.Loading;

namespace PointToPoint.Tool.Tests.Map;

public sealed class ManifestTests
{
    [Fact]
    public void SystemsOfTheManifest_AreThereWithOwnerAndProjectsWhetherOrNotAnybodyCallsThem()
    {
        using var folder = new TestFolder("""
            === p2p.json
            {
              "systems": {
                "CRM": { "owner": "sales", "owns": ["Contoso.Crm*"] },
                "ERP": { "owner": "finance", "owns": ["src/Erp/**"] },
                "Payroll": { "endpoints": ["https://payroll.contoso.com"] }
              }
            }
            === src/Crm/Contoso.Crm.csproj
            === src/Crm/Contoso.Crm.Clients.csproj
            === src/Erp/Erp.csproj
            """);

        var map = Build(
            folder,
            Analysis(folder, "src/Crm/Contoso.Crm.csproj", "Exe"),
            Analysis(folder, "src/Crm/Contoso.Crm.Clients.csproj", "Library"),
            Analysis(folder, "src/Erp/Erp.csproj", "Library"));

        Assert.Equal(
            [
                "CRM sales System src/Crm/Contoso.Crm.Clients.csproj src/Crm/Contoso.Crm.csproj",
                "ERP finance System src/Erp/Erp.csproj",
                "Payroll  External ",
            ],
            map.Systems.Select(system => $"{system.Name} {system.Owner} {system.Kind} {string.Join(' ', system.Projects)}"));
        Assert.Empty(map.ManifestProblems);
    }

    [Fact]
    public void DamagedManifest_IsToldOnceForAllProjects()
    {
        using var folder = new TestFolder("""
            === p2p.json
            { "systems": { "CRM": { "owner" "sales" } } }
            === A/A.csproj
            === B/B.csproj
            """);

        var problem = Assert.Single(Build(folder, Analysis(folder, "A/A.csproj", "Exe"), Analysis(folder, "B/B.csproj", "Exe")).ManifestProblems);

        Assert.Equal(("p2p.json", 1, RuleIds.UnreadableManifest), (problem.File, problem.Line, problem.Rule));
        Assert.True(problem.Column > 1);
    }

    [Fact]
    public void EntryThatNoCodeAnswersTo_IsTold()
    {
        using var folder = new TestFolder("""
            === p2p.json
            {
              "systems": {
                "CRM": { "owns": ["Contoso.Crm*", "Contoso.Sales"] },
                "ERP": { "owns": ["src/Epr/**"] }
              }
            }
            === src/Crm/Contoso.Crm.csproj
            """);

        var map = Build(folder, Analysis(folder, "src/Crm/Contoso.Crm.csproj", "Exe") with { Namespaces = ["Contoso.Crm.Api", "Contoso.Sales.Orders"] });

        var problem = Assert.Single(map.ManifestProblems);
        Assert.Equal((4, RuleIds.ContradictoryManifest, "'src/Epr/**' of ERP matches no code of this scan"), (problem.Line, problem.Rule, problem.Message));
    }

    [Fact]
    public void ManifestAboveTheRoot_SpeaksOfMoreThanTheScan()
    {
        using var folder = new TestFolder("""
            === p2p.json
            { "systems": { "CRM": { "owner": "sales", "owns": ["Crm"] }, "ERP": { "owns": ["Erp"] } } }
            === src/Crm/Crm.csproj
            """);

        var map = MapBuilder.Build(folder.Combine("src/Crm"), Analysed.Loaded(), [Analysis(folder, "src/Crm/Crm.csproj", "Exe")]);

        Assert.Empty(map.ManifestProblems);
        Assert.Equal(["CRM", "ERP"], map.Systems.Select(system => system.Name));
    }

    private static IntegrationMap Build(TestFolder folder, params ProjectAnalysis[] analyses) => MapBuilder.Build(folder.Path, Analysed.Loaded(), analyses);

    private static ProjectAnalysis Analysis(TestFolder folder, string project, string outputType) =>
        new() { Project = Captured.Project(folder.Combine(project), facts: [$"OutputType={outputType}"]) };
}
