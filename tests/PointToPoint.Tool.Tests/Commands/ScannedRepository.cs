using System.Text.Json;

namespace PointToPoint.Tool.Tests.Commands;

/// <summary>
/// A repository with one project of every kind that a scan may meet, scanned once for all tests. Its package source is an empty folder, so that the
/// result needs no network.
/// </summary>
public sealed class ScannedRepository : IAsyncLifetime
{
    private const string Files = """
        === nuget.config
        <configuration><packageSources><clear /><add key="none" value="feed" /></packageSources></configuration>
        === feed/readme.md
        === p2p.json
        {
          "systems": {
            "CRM": { "owner": "sales", "owns": ["Crm"] },
            "ERP": { "owner": "finance", "endpoints": ["https://erp.contoso.com"] },
            "Billing": { "owns": ["Contoso.Biling*"], "endpoints": ["https://billing.contoso.com"] }
          },
          "approvals": [ { "from": "CRM", "to": "Billing", "owner": "finance", "reason": "cut-over", "until": "2001-01-31" } ]
        }
        === .editorconfig
        root = true
        [Silenced.cs]
        dotnet_diagnostic.P2P1001.severity = none
        === Crm/Crm.csproj
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        === Crm/appsettings.json
        { "Erp": { "BaseUrl": "https://erp.contoso.com/api/" } }
        === Crm/Program.cs
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient("erp", c => c.BaseAddress = new Uri(builder.Configuration["Erp:BaseUrl"]!));
        var app = builder.Build();
        app.MapGet("/orders/{id}", async (IHttpClientFactory factory, string id) => await factory.CreateClient("erp").GetStringAsync($"orders/{id}"));
        app.MapGet("/proxy", async (HttpClient http, string url) => await http.GetStringAsync(url));
        app.MapGet("/invoices", async (HttpClient http) => await http.GetStringAsync("https://billing.contoso.com/invoices"));
        app.Run();
        === Crm/Quiet.cs
        class Quiet
        {
            static readonly HttpClient Http = new();
        #pragma warning disable P2P1001
            public Task Pragma() => Http.GetAsync("https://erp.contoso.com/pragma");
        #pragma warning restore P2P1001
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Coupling", "P2P1001", Justification = "known")]
            public Task Attribute() => Http.GetAsync("https://erp.contoso.com/attribute");
        }
        === Crm/Silenced.cs
        class Silenced
        {
            public Task Configured() => new HttpClient().GetAsync("https://erp.contoso.com/silenced");
        }
        === Crm/Orders.razor
        @inject HttpClient Http
        <p>@text</p>
        @code {
            string text = "";
            protected override async Task OnInitializedAsync() => text = await Http.GetStringAsync("https://erp.contoso.com/razor");
        }
        === Multi Target/Multi.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFrameworks>net10.0;net9.0</TargetFrameworks><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        === Multi Target/Client.cs
        public class Client
        {
            public Task Get(HttpClient http) => http.GetAsync("https://multi.contoso.com/all");
        #if NET10_0_OR_GREATER
            public Task New(HttpClient http) => http.GetAsync("https://multi.contoso.com/new");
        #endif
        }
        === App/App.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../Multi Target/Multi.csproj" />
            <PackageReference Include="Contoso.Made" Version="1.0.0" />
          </ItemGroup>
        </Project>
        === App/Program.cs
        await new Client().Get(new HttpClient());
        await new HttpClient().GetAsync(Contoso.Made.Addresses.Warehouse);
        === Made/Made.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><PackageId>Contoso.Made</PackageId></PropertyGroup>
        </Project>
        === Made/Addresses.cs
        namespace Contoso.Made { public static class Addresses { public const string Warehouse = "https://warehouse.contoso.com/stock"; } }
        === Unrestored/Unrestored.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup><PackageReference Include="Contoso.Does.Not.Exist" Version="1.0.0" /></ItemGroup>
        </Project>
        === Unrestored/Program.cs
        using Contoso.Does.Not.Exist;
        var thing = new Thing();
        await new HttpClient().DeleteAsync("https://unrestored.contoso.com/things/1");
        === Old/Old.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net7.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><CheckEolTargetFramework>false</CheckEolTargetFramework></PropertyGroup>
        </Project>
        === Old/Program.cs
        await new HttpClient().GetAsync("https://old.contoso.com/");
        === NoSdk/NoSdk.csproj
        <Project Sdk="Contoso.No.Such.Sdk/1.0.0">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        === NoSdk/Program.cs
        await new HttpClient().GetAsync("https://nosdk.contoso.com/");
        === NoEndOfSdks/NoEndOfSdks.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <Sdk Name="Contoso.One" Version="1.0.0" /><Sdk Name="Contoso.Two" Version="1.0.0" /><Sdk Name="Contoso.Three" Version="1.0.0" />
          <Sdk Name="Contoso.Four" Version="1.0.0" /><Sdk Name="Contoso.Five" Version="1.0.0" /><Sdk Name="Contoso.Six" Version="1.0.0" />
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        === NoSecondSdk/NoSecondSdk.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <Sdk Name="Contoso.No.Such.Versions" Version="2.1.3" />
          <Sdk Name="Contoso.No.Such.Tools" Version="1.0.0" />
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        === NoSecondSdk/Program.cs
        await new HttpClient().GetAsync("https://nosecondsdk.contoso.com/");
        === Damaged/Damaged.csproj
        <Project Sdk="Microsoft.NET.Sdk">
        === Broken/Broken.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        === Broken/Broken.cs
        class Broken
        {
            static string A = B;
            static string B = A;
            Task Get(HttpClient http) => http.GetAsync("https://broken.contoso.com/");
            Task Loop(HttpClient http) => http.GetAsync(A);
            Nothing Lost( => missing;
        }
        === Wrong/Wrong.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
        </Project>
        === Wrong/Wrong.cs
        class Wrong { int Number() => "text"; }
        === Empty/Empty.csproj
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
        === Basic/Basic.vbproj
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
        === Specs/Specs.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup><PackageReference Include="xunit.v3" Version="1.0.0" /></ItemGroup>
        </Project>
        === Specs/Tests.cs
        class Tests { Task Get(HttpClient http) => http.GetAsync("https://tests.contoso.com/"); }
        """;

    private readonly TestFolder _folder = new(Files);

    internal P2P.Result Result { get; private set; } = null!;

    internal JsonElement Map { get; private set; }

    public string Path => _folder.Path;

    public IReadOnlyList<string> FilesBefore { get; private set; } = [];

    public IReadOnlyList<string> FilesAfter { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        FilesBefore = _folder.Files();
        Result = await P2P.RunAsync("scan", Path, "--json");
        FilesAfter = _folder.Files();
        Map = Result.Json();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Every site with its connection, as one line.</summary>
    public IEnumerable<string> Sites() =>
        from connection in Map.GetProperty("connections").EnumerateArray()
        from site in connection.GetProperty("sites").EnumerateArray()
        select $"{connection.GetProperty("from")} -> {connection.GetProperty("to")} {connection.GetProperty("status")} "
            + $"{site.GetProperty("file")}:{site.GetProperty("line")}:{site.GetProperty("column")} {site.GetProperty("rule")} {site.GetProperty("verb")} {site.GetProperty("endpoint")}";

    /// <summary>The site of an endpoint.</summary>
    internal JsonElement Site(string endpoint) =>
        Map.GetProperty("connections").EnumerateArray()
            .SelectMany(connection => connection.GetProperty("sites").EnumerateArray())
            .Single(site => site.GetProperty("endpoint").GetString() == endpoint);

    /// <summary>The entry of a list whose member has that value.</summary>
    internal JsonElement Entry(string list, string member, string value) =>
        Map.GetProperty(list).EnumerateArray().Single(entry => entry.GetProperty(member).GetString() == value);

    internal bool Has(string list, string member, string value) =>
        Map.GetProperty(list).EnumerateArray().Any(entry => entry.GetProperty(member).GetString() == value);
}
