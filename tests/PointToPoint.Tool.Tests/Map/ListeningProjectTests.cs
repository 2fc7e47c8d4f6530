namespace PointToPoint.Tool.Tests.Map;

/// <summary>An address on the developer's machine is that of the project that listens there.</summary>
public sealed class ListeningProjectTests
{
    private const string Projects = """
        === Crm/Crm.csproj
        exe
        === Crm/Client.cs
        public class Client(HttpClient http, IConfiguration configuration) { public Task Load() => http.GetAsync(configuration["Urls:Base"] + "/orders"); }
        === Crm/Program.cs
        Console.WriteLine();
        === Erp/Erp.csproj
        exe
        === Erp/Program.cs
        Console.WriteLine();
        === Erp/Properties/launchSettings.json
        { "profiles": { "Erp": {
            "applicationUrl": "https://localhost:7102;http://localhost:5102"
        } } }

        """;

    [Theory]
    [InlineData("https://localhost:7102")]
    [InlineData("http://localhost:5102/")]
    [InlineData("http://127.0.0.1:5102")]
    public async Task PortOfALaunchProfile_NamesTheProject(string address)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            {{Projects}}=== Crm/appsettings.json
            { "Urls": { "Base": "{{address}}" } }
            """);

        var connection = Assert.Single(scan.Map.Connections);
        Assert.Equal(("Crm", "Erp"), (connection.From, connection.To));
        Assert.Contains("Erp/Properties/launchSettings.json:2: Erp listens there", scan.Call("Crm/Client.cs").Provenance);
    }

    [Fact]
    public async Task LiteralAddress_IsThatOfTheOtherProjectThatListensThere()
    {
        using var scan = await ScannedSolution.OfAsync(Projects + """
            === Crm/Literal.cs
            public class Literal(HttpClient http)
            {
                private const string Root = "http://localhost:5102/";
                public Task Erp() => http.GetAsync(Root + "orders");
                public Task Own() => http.GetAsync("http://localhost:5001/health");
                public Task Nobody() => http.GetAsync("http://localhost:5999/health");
            }
            === Crm/Properties/launchSettings.json
            { "profiles": { "Crm": { "applicationUrl": "http://localhost:5001" } } }
            """);

        Assert.Equal([("Crm", "Erp"), ("Crm", "Urls:Base")], scan.Map.Connections.Select(connection => (connection.From, connection.To)));
        Assert.Equal("http://localhost:5102/orders", scan.Call("Crm/Literal.cs").Endpoint);
        Assert.Contains("Erp/Properties/launchSettings.json:2: Erp listens there", scan.Call("Crm/Literal.cs").Provenance);
    }

    [Fact]
    public async Task OwnPort_IsNoConnection()
    {
        using var scan = await ScannedSolution.OfAsync(Projects + """
            === Crm/appsettings.json
            { "Urls": { "Base": "http://localhost:5001" } }
            === Crm/Properties/launchSettings.json
            { "profiles": { "Crm": { "applicationUrl": "http://localhost:5001" } } }
            """);

        Assert.Empty(scan.Map.Connections);
    }

    [Fact]
    public async Task PortThatTwoProjectsListenOn_IsNamedByItsKey()
    {
        using var scan = await ScannedSolution.OfAsync(Projects + """
            === Crm/appsettings.json
            { "Urls": { "Base": "http://localhost:5102" } }
            === Hr/Hr.csproj
            exe
            === Hr/Program.cs
            Console.WriteLine();
            === Hr/Properties/launchSettings.json
            { "profiles": { "Hr": { "applicationUrl": "http://localhost:5102" } } }
            """);

        Assert.Equal("Urls:Base", Assert.Single(scan.Map.Connections).To);
    }

    [Fact]
    public async Task ManifestsEntry_CountsBefore()
    {
        using var scan = await ScannedSolution.OfAsync(Projects + """
            === Crm/appsettings.json
            { "Urls": { "Base": "http://localhost:5102" } }
            === p2p.json
            { "systems": { "Finance": { "endpoints": ["config:Urls"] } } }
            """);

        Assert.Equal("Finance", Assert.Single(scan.Map.Connections).To);
    }
}
