namespace PointToPoint.Tool.Tests.Map;

/// <summary>Addresses that code takes from its environment and a deployment file gives.</summary>
public sealed class DeployedAddressTests
{
    /// <summary>An application in <c>src/App</c> that reads one key and one variable.</summary>
    private const string App = """
        === src/App/App.csproj
        exe
        === src/App/Client.cs
        public class Client(HttpClient http, IConfiguration configuration) { public Task Load() => http.GetAsync(configuration["Erp:Url"] + "/orders"); }
        === src/App/Program.cs
        Console.WriteLine();

        """;

    [Theory]
    [InlineData("docker-compose.yml", "services:\n  app:\n    build: src/App\n    environment:\n      Erp__Url: https://erp.contoso.com\n", "docker-compose.yml:5: Erp:Url")]
    [InlineData("docker-compose.yml", "services:\n  app:\n    build: src/App\n    environment:\n      - Erp__Url=https://erp.contoso.com\n", "docker-compose.yml:5: Erp:Url")]
    [InlineData("compose.yaml", "services:\n  app:\n    environment:\n      Erp__Url: ${ERP:-https://erp.contoso.com}\n", "compose.yaml:4: Erp:Url")]
    [InlineData("src/App/.env", "# comment\nErp__Url=https://erp.contoso.com\n", "src/App/.env:2: Erp:Url")]
    [InlineData(".env.example", "ERP__URL=https://erp.contoso.com\n", ".env.example:1: Erp:Url")]
    [InlineData("src/App/.env.production", "Erp__Url=https://erp.contoso.com\n", "src/App/.env.production:1: Erp:Url")]
    [InlineData("src/App/env.dev", "Erp__Url=https://erp.contoso.com\n", "src/App/env.dev:1: Erp:Url")]
    [InlineData("env.PROD", "Erp__Url=https://erp.contoso.com\n", "env.PROD:1: Erp:Url")]
    [InlineData("src/App/local.settings.json", "{\n  \"Values\": {\n    \"Erp:Url\": \"https://erp.contoso.com\"\n  }\n}\n", "src/App/local.settings.json:3: Erp:Url")]
    [InlineData(
        "src/App/Properties/launchSettings.json",
        "{ \"profiles\": { \"App\": {\n  \"environmentVariables\": {\n    \"Erp__Url\": \"https://erp.contoso.com\"\n} } } }\n",
        "src/App/Properties/launchSettings.json:3: Erp:Url")]
    public async Task DeploymentFile_GivesTheValueOfAKey(string file, string text, string provenance)
    {
        using var scan = await ScannedSolution.OfAsync($"{App}=== {file}\n{text}");

        Assert.Equal(["src/App/Client.cs GET https://erp.contoso.com/orders *"], scan.Sites());
        Assert.Contains(provenance, scan.Call("src/App/Client.cs").Provenance);
    }

    [Fact]
    public async Task EnvironmentFileOfAService_GivesTheValueAndExpandsVariables()
    {
        using var scan = await ScannedSolution.OfAsync(App + """
            === docker-compose.yml
            services:
              app:
                build: src/App
                env_file: deploy/app.env
            === deploy/app.env
            Erp__Url=https://erp.${DOMAIN}
            === .env
            DOMAIN=contoso.com
            """);

        Assert.Equal(["src/App/Client.cs GET https://erp.contoso.com/orders *"], scan.Sites());
        Assert.Contains("deploy/app.env:1: Erp:Url", scan.Call("src/App/Client.cs").Provenance);
    }

    [Fact]
    public async Task ServiceThatBuildsTheProject_WinsOverOthers()
    {
        using var scan = await ScannedSolution.OfAsync(App + """
            === src/App/Dockerfile
            FROM mcr.microsoft.com/dotnet/aspnet
            ENTRYPOINT ["dotnet", "App.dll"]
            === docker-compose.yml
            services:
              frontend:
                build: src/App
                environment: { Erp__Url: "https://erp.contoso.com" }
              other:
                image: fabrikam/other
                environment: { Erp__Url: "https://erp.fabrikam.com" }
            """);

        Assert.Equal(["src/App/Client.cs GET https://erp.contoso.com/orders *"], scan.Sites());
    }

    [Fact]
    public async Task WhereNoServiceIsTheProject_WhatAllSayAreAlternatives()
    {
        using var scan = await ScannedSolution.OfAsync(App + """
            === docker-compose.yml
            services:
              first:
                image: fabrikam/first
                environment: { Erp__Url: "https://erp.contoso.com" }
              second:
                image: fabrikam/second
                environment: { Erp__Url: "https://erp.fabrikam.com" }
            """);

        var call = scan.Call("src/App/Client.cs");
        Assert.Equal("https://erp.contoso.com/orders | https://erp.fabrikam.com/orders", call.Endpoint);
        Assert.Equal(["erp.fabrikam.com"], call.AlsoTo);
    }

    [Fact]
    public async Task Environment_WinsOverAppSettings()
    {
        using var scan = await ScannedSolution.OfAsync(App + """
            === src/App/appsettings.json
            { "Erp": { "Url": "https://erp.fabrikam.com" } }
            === docker-compose.yml
            services: { app: { build: src/App, environment: { Erp__Url: "https://erp.contoso.com" } } }
            """);

        Assert.Equal(["src/App/Client.cs GET https://erp.contoso.com/orders *"], scan.Sites());
    }

    [Fact]
    public async Task LoopbackOfADeveloper_LosesAgainstAppSettings()
    {
        using var scan = await ScannedSolution.OfAsync(App + """
            === src/App/appsettings.json
            { "Erp": { "Url": "https://erp.contoso.com" } }
            === src/App/Properties/launchSettings.json
            { "profiles": { "App": { "environmentVariables": { "Erp__Url": "http://localhost:5102" } } } }
            """);

        Assert.Equal(["src/App/Client.cs GET https://erp.contoso.com/orders"], scan.Sites());
    }

    [Fact]
    public async Task LoopbackInAppSettings_LosesAgainstTheEnvironment()
    {
        using var scan = await ScannedSolution.OfAsync(App + """
            === src/App/appsettings.json
            { "Erp": { "Url": "http://localhost:5102" } }
            === docker-compose.yml
            services: { app: { build: src/App, environment: { Erp__Url: "http://erp:8080" } } }
            """);

        Assert.Equal(["src/App/Client.cs GET http://erp:8080/orders *"], scan.Sites());
    }

    [Fact]
    public async Task EnvironmentVariable_HasTheValueThatTheServiceGivesIt()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Program.cs
            await new HttpClient().GetAsync(Environment.GetEnvironmentVariable("ERP_URL") + "/orders");
            === docker-compose.yml
            services: { app: { environment: { ERP_URL: "https://erp.contoso.com" } } }
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders *"], scan.Sites());
        Assert.Contains("docker-compose.yml:1: ERP_URL", scan.Call("App/Program.cs").Provenance);
    }

    [Fact]
    public async Task Library_HasTheValuesOfItsHosts()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Clients/Clients.csproj
            === Clients/Client.cs
            public class Client(HttpClient http, IConfiguration configuration) { public Task Load() => http.GetAsync(configuration["Erp:Url"] + "/orders"); }
            === Shop/Shop.csproj
            exe ../Clients/Clients.csproj
            === Shop/Program.cs
            Console.WriteLine();
            === Till/Till.csproj
            exe ../Clients/Clients.csproj
            === Till/Program.cs
            Console.WriteLine();
            === docker-compose.yml
            services:
              shop: { build: Shop, environment: { Erp__Url: "https://erp.contoso.com" } }
              till: { build: Till, environment: { Erp__Url: "https://erp.fabrikam.com" } }
              other: { image: other, environment: { Erp__Url: "https://other.contoso.com" } }
            """);

        var call = scan.Call("Clients/Client.cs");
        Assert.Equal("https://erp.contoso.com/orders | https://erp.fabrikam.com/orders", call.Endpoint);
        Assert.Equal(["Shop", "Till"], call.Hosts);
    }

    [Fact]
    public async Task LibraryThatAFunctionUses_HasTheValuesOfTheFunction()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === Clients/Clients.csproj
            === Clients/Client.cs
            public class Client(HttpClient http, IConfiguration configuration) { public Task Load() => http.GetAsync(configuration["Erp:Url"] + "/orders"); }
            === Functions/Functions.csproj
            ../Clients/Clients.csproj
            === Functions/Function.cs
            public class Function;
            === Functions/local.settings.json
            { "Values": { "Erp:Url": "https://erp.contoso.com" } }
            """);

        Assert.Equal(["Clients/Client.cs GET https://erp.contoso.com/orders *"], scan.Sites());
    }

    [Fact]
    public async Task Compiler_KnowsOnlyTheKey()
    {
        using var scan = await ScannedSolution.OfAsync(App + """
            === docker-compose.yml
            services: { app: { build: src/App, environment: { Erp__Url: "https://erp.contoso.com" } } }
            """);

        var diagnostic = Assert.Single(await scan.DiagnosticsAsync("App"));
        Assert.Equal("config:Erp:Url/orders", diagnostic.Properties["endpoint"]);
        Assert.Equal("P2P1001", diagnostic.Id);
    }

    [Fact]
    public async Task SecretsOfDeploymentFiles_NeverGetIntoTheMap()
    {
        using var scan = await ScannedSolution.OfAsync("""
            === App/App.csproj
            exe
            === App/Client.cs
            public class Client(HttpClient http, IConfiguration configuration)
            {
                public Task User() => http.GetAsync(configuration["Erp:Url"] + "/orders");
                public Task Token() => http.GetAsync($"{configuration["Telegram:Url"]}/bot{configuration["Telegram:BotToken"]}/send");
                public Task Variable() => http.GetAsync($"{Environment.GetEnvironmentVariable("FILES_URL")}/{Environment.GetEnvironmentVariable("FILES_SAS")}");
                public Task Hook() => http.GetAsync(configuration["Hook"]);
            }
            === App/Program.cs
            Console.WriteLine();
            === docker-compose.yml
            services:
              app:
                build: App
                environment:
                  Erp__Url: https://hush:hush@erp.contoso.com
                  Telegram__Url: https://api.telegram.org?key=hush
                  Telegram__BotToken: hush-1234
                  FILES_URL: https://files.contoso.com/box
                  FILES_SAS: hush?sig=hush
                  Hook: https://hooks.contoso.com/in/hush4567890123456789?code=hush
            """);

        Assert.Equal(
            [
                "App/Client.cs GET https://erp.contoso.com/orders *",
                "App/Client.cs GET https://api.telegram.org *",
                "App/Client.cs GET https://files.contoso.com/box/{} *",
                "App/Client.cs GET https://hooks.contoso.com/in/{} *",
            ],
            scan.Sites());
        Assert.DoesNotContain("hush", scan.Json, StringComparison.Ordinal);
    }

    private const string OthersServices = """
        === docker-compose.yml
        services:
          first: { image: fabrikam/first, environment: { Erp__Url: "http://erp:8080" } }
          second: { image: fabrikam/second, environment: { Erp__Url: "http://erp-2:8080" } }

        """;

    [Fact]
    public async Task OwnAddress_WinsOverWhatServicesOfOthersSay()
    {
        using var scan = await ScannedSolution.OfAsync(App + OthersServices + """
            === src/App/appsettings.json
            { "Erp": { "Url": "https://erp.contoso.com" } }
            """);

        Assert.Equal(["src/App/Client.cs GET https://erp.contoso.com/orders"], scan.Sites());
    }

    [Fact]
    public async Task LoopbackOfAProjectThatNoServiceIs_LosesAgainstServicesOfOthers_WhoSayWhere()
    {
        using var scan = await ScannedSolution.OfAsync(App + OthersServices + """
            === src/App/appsettings.json
            { "Erp": { "Url": "http://localhost:5102" } }
            """);

        var call = scan.Call("src/App/Client.cs");
        Assert.Equal("http://erp:8080/orders | http://erp-2:8080/orders", call.Endpoint);
        Assert.Contains("docker-compose.yml:2: Erp:Url", call.Provenance);
    }

    [Theory]
    [InlineData("configuration[\"Services:Erp:BaseUrl\"]")]
    [InlineData("options.Value.BaseUrl")]
    [InlineData("Environment.GetEnvironmentVariable(\"Services__Erp__BaseUrl\")")]
    public async Task ConfigurationKeyInTheManifest_NamesTheSystemOfItsValue(string read)
    {
        using var scan = await ScannedSolution.OfAsync($$"""
            === p2p.json
            { "systems": { "Finance": { "endpoints": ["config:services:erp"] } } }
            === App/App.csproj
            exe
            === App/Client.cs
            public class ErpOptions { public string BaseUrl { get; set; } = ""; }
            public class Client(HttpClient http, IConfiguration configuration, IOptions<ErpOptions> options) { public Task Load() => http.GetAsync({{read}} + "/orders"); }
            === App/Program.cs
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.Configure<ErpOptions>(builder.Configuration.GetSection("Services:Erp"));
            === docker-compose.yml
            services: { app: { build: App, environment: { Services__Erp__BaseUrl: "https://backend7.contoso.com" } } }
            """);

        var connection = Assert.Single(scan.Map.Connections);
        Assert.Equal("Finance", connection.To);
        Assert.Equal("https://backend7.contoso.com/orders", scan.Call("App/Client.cs").Endpoint);
    }
}
