using PointToPoint.Tool.Map;
using PointToPoint.Tool.Output;

namespace PointToPoint.Tool.Tests.Output;

public sealed class ConsoleReportTests
{
    [Fact]
    public void Report_ShowsEverythingAndEndsWithTheSum()
    {
        Assert.Equal(
            """
            ╭─────────┬──────────┬─────────┬────────────────────────────╮
            │ System  │ Kind     │ Owner   │ Projects                   │
            ├─────────┼──────────┼─────────┼────────────────────────────┤
            │ CRM     │ system   │ sales   │ src/Crm/Crm.csproj         │
            │ Clients │ library  │         │ src/Clients/Clients.csproj │
            │ ERP     │ external │ finance │                            │
            ╰─────────┴──────────┴─────────┴────────────────────────────╯
            ╭─────────┬─────┬──────────┬─────────┬───────┬─────────╮
            │ From    │ To  │ Protocol │ Status  │ Calls │ Wirings │
            ├─────────┼─────┼──────────┼─────────┼───────┼─────────┤
            │ CRM     │ ERP │ http     │ new     │     1 │       1 │
            │ Clients │ ERP │ http     │ gateway │     1 │       0 │
            ╰─────────┴─────┴──────────┴─────────┴───────┴─────────╯

            CRM → ERP  http, new: 1 call, 1 wiring
              src/Crm/Orders.cs:12  GET https://erp.contoso.com/api/orders/{}
                  resolved from "erp" ← AddHttpClient("erp") ← appsettings.json: Erp:BaseUrl
                  also leads to Old ERP
                  through M:Contoso.Wrapper.Get(System.String)
                  its approval has expired
                  P2P1001 is suppressed here
                  for net10.0, net8.0
              src/Crm/Program.cs:3  wired to (address unknown)

            Clients → ERP  http, gateway: 1 call, 0 wirings
              src/Clients/A.cs:1  POST https://gateway/erp/[orders]
                  resolved from literal
                  runs in CRM

            Not seen: 7 outbound calls whose targets are unknown
              src/Crm/U.cs:1  CRM, GET: the address is a parameter
              src/Crm/U.cs:2  CRM, GET: the address is a parameter
              src/Crm/U.cs:3  CRM, GET: the address is a parameter
              src/Crm/U.cs:4  CRM, GET: the address is a parameter
              src/Crm/U.cs:5  CRM, GET: the address is a parameter
              and 2 others: --unresolved lists them all

            1 problem in p2p.json
              p2p.json:3:7  P2P9001: unknown key 'ower'

            1 note on deployment files
              docker-compose.yml:3:7: not valid YAML, so it is not read

            NOT ANALYSED: 1 project
              src/Old/Old.vbproj: a Visual Basic project: only C# is analysed

            INCOMPLETE: 1 project was analysed only in part
              src/Crm/Crm.csproj: some packages could not be restored; missing: A, B, C, D, E and 1 other

            1 direct call and 1 direct wiring
            1 of 1 possible direct connections between 2 systems (n(n-1)/2 = 1)
            Not counted: 1 database, queue or the like that its system uses as its own; p2p.json says what is another system's
            This is what could be seen; see NOT ANALYSED and INCOMPLETE above.

            """.ReplaceLineEndings("\n"),
            Write(SampleMap.All, allUnresolved: false));
    }

    [Fact]
    public void Unresolved_AreAllThereOnDemand()
    {
        var report = Write(SampleMap.All, allUnresolved: true);

        Assert.Contains("src/Crm/U.cs:7", report);
        Assert.DoesNotContain("--unresolved", report);
    }

    [Fact]
    public void RedirectedOutput_IsNeitherColouredNorCut()
    {
        var path = string.Concat(Enumerable.Repeat("src/very/deep/folder/", 30)) + "Client.cs";
        var connection = SampleMap.All.Connections[0];
        var map = SampleMap.All with
        {
            Systems = [SampleMap.All.Systems[0] with { Projects = [path + "proj"] }],
            Connections = [connection with { Sites = [connection.Sites[0] with { File = path }] }],
        };

        var report = Write(map, allUnresolved: false);

        Assert.Contains($"  {path}:12  GET", report);
        Assert.Contains($" {path}proj ", report);
        Assert.DoesNotContain('\u001b', report);
    }

    [Fact]
    public void ConsoleWithoutUnicode_GetsPlainArrowsAndTables()
    {
        using var writer = new StringWriter();
        var console = Terminal.Create(writer, isRedirected: true, noColor: true);
        console.Profile.Capabilities.Unicode = false;

        new ConsoleReport(console, allUnresolved: false).Write(SampleMap.All with { Unresolved = [], Incomplete = [], NotAnalysed = [] });

        Assert.Contains("CRM -> ERP", writer.ToString());
        Assert.Contains("\"erp\" <- AddHttpClient", writer.ToString());
        Assert.All(writer.ToString(), c => Assert.True(char.IsAscii(c)));
    }

    [Fact]
    public void EmptyMap_IsOnlyTheSum()
    {
        Assert.Equal(
            """

            0 direct calls and 0 direct wirings
            0 of 0 possible direct connections between 0 systems (n(n-1)/2 = 0)

            """.ReplaceLineEndings("\n"),
            Write(SampleMap.Empty, allUnresolved: false));
    }

    private static string Write(IntegrationMap map, bool allUnresolved)
    {
        using var writer = new StringWriter();
        new ConsoleReport(Terminal.Create(writer, isRedirected: true, noColor: false), allUnresolved).Write(map);
        return string.Join('\n', writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }
}
