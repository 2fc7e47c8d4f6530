using PointToPoint.Tool.Map;

namespace PointToPoint.Tool.Tests.Output;

/// <summary>A map with one of everything.</summary>
internal static class SampleMap
{
    public static IntegrationMap All { get; } = new()
    {
        Systems =
        [
            new MapSystem("CRM", "sales", SystemKind.System, ["src/Crm/Crm.csproj"]),
            new MapSystem("Clients", null, SystemKind.Library, ["src/Clients/Clients.csproj"]),
            new MapSystem("ERP", "finance", SystemKind.External, []),
        ],
        Connections =
        [
            new Connection("CRM", "ERP", "http", ConnectionStatus.New,
            [
                new Site
                {
                    File = "src/Crm/Orders.cs", Line = 12, Column = 9, Rule = "P2P1001", IsWiring = false, Client = "System.Net.Http.HttpClient",
                    Member = "M:System.Net.Http.HttpClient.GetAsync(System.String)", Verb = "GET", Endpoint = "https://erp.contoso.com/api/orders/{}",
                    Provenance = ["\"erp\"", "AddHttpClient(\"erp\")", "appsettings.json: Erp:BaseUrl"],
                    AlsoTo = ["Old ERP"], Via = ["M:Contoso.Wrapper.Get(System.String)"], Suppressed = true, ApprovalExpired = true, TargetFrameworks = ["net10.0", "net8.0"],
                },
                new Site
                {
                    File = "src/Crm/Program.cs", Line = 3, Column = 18, Rule = "P2P1003", IsWiring = true, Client = "System.Net.Http.HttpClient", Member = "M:X", Verb = "",
                    Endpoint = "", Provenance = [],
                },
            ]),
            new Connection("Clients", "ERP", "http", ConnectionStatus.Gateway,
            [
                new Site
                {
                    File = "src/Clients/A.cs", Line = 1, Column = 1, Rule = "P2P1001", IsWiring = false, Client = "System.Net.Http.HttpClient", Member = "M:Y", Verb = "POST",
                    Endpoint = "https://gateway/erp/[orders]", Provenance = ["literal"], Hosts = ["CRM"],
                },
            ]),
        ],
        Infrastructure =
        [
            new Infrastructure("CRM", "sql://crm-db/customers", "sql",
            [
                new Site
                {
                    File = "src/Crm/Db.cs", Line = 5, Column = 30, Rule = "P2P1004", IsWiring = true, Client = "Npgsql.NpgsqlConnection", Member = "M:Npgsql.NpgsqlConnection.#ctor(System.String)", Verb = "",
                    Endpoint = "sql://crm-db/customers", Provenance = ["literal"],
                },
            ]),
        ],
        Unresolved = [.. Enumerable.Range(1, 7).Select(line => new UnresolvedCall("src/Crm/U.cs", line, 5, "CRM", "System.Net.Http.HttpClient", "GET", "the address is a parameter"))],
        NotAnalysed = [new NotAnalysed("src/Old/Old.vbproj", "a Visual Basic project: only C# is analysed")],
        Incomplete = [new Incomplete("src/Crm/Crm.csproj", "some packages could not be restored", ["A", "B", "C", "D", "E", "F"])],
        ManifestProblems = [new ManifestFinding("p2p.json", 3, 7, "P2P9001", "unknown key 'ower'")],
        Notes = ["docker-compose.yml:3:7: not valid YAML, so it is not read"],
    };

    public static IntegrationMap Empty { get; } = new() { Systems = [], Connections = [], Unresolved = [], NotAnalysed = [], Incomplete = [], ManifestProblems = [] };
}
