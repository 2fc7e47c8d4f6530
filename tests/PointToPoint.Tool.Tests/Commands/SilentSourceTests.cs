using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Commands;

/// <summary>Sources of packages that are gone, out of reach or down: what a scan of somebody else's repository meets every day.</summary>
public sealed class SilentSourceTests
{
    private const string Files = """
        === nuget.config
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources>
            <clear />
            <add key="here" value="feed" />
            <add key="unknown" value="https://packages.contoso.invalid/v3/index.json" />
            <add key="closed" value="http://127.0.0.1:PORT/v3/index.json" allowInsecureConnections="true" />
          </packageSources>
        </configuration>
        === feed/readme.md
        === App/App.csproj
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          <ItemGroup>
            <PackageReference Include="THERE" Version="1.0.0" />
            <PackageReference Include="Contoso.Gone" Version="1.0.0" />
          </ItemGroup>
        </Project>
        === App/Program.cs
        await new HttpClient().GetAsync("https://erp.contoso.com/orders");
        """;

    [Fact]
    public async Task SourcesThatDoNotAnswer_AreToldAndLeftOutAndTheOthersRestore()
    {
        using var folder = Folder(ClosedPort(), there: "Contoso.There");

        var result = await P2P.RunAsync("scan", folder.Combine("App/App.csproj"), "--json");

        Assert.Contains("The package source https://packages.contoso.invalid/v3/index.json doesn't answer", result.Error);
        Assert.Contains("The package source http://127.0.0.1:", result.Error);
        var incomplete = Assert.Single(result.Json().GetProperty("incomplete").EnumerateArray());
        Assert.Equal(["Contoso.Gone"], incomplete.GetProperty("missingReferences").EnumerateArray().Select(name => name.GetString()));
        Assert.Contains("NU1101", incomplete.GetProperty("reason").GetString());
        Assert.Contains("https://packages.contoso.invalid/v3/index.json doesn't answer", incomplete.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task SourceThatFallsSilent_IsGivenUpAndTheScanGoesOn()
    {
        using var server = new SilentServer();

        // A name of its own: under NUGET_PACKAGES all tests share one folder of packages, and what another one restored would be there.
        using var folder = Folder(server.Port, there: "Contoso.Waiting");
        var progress = new Notes();
        using var scan = new SolutionScan(progress, new DateTime(2030, 1, 1), TimeSpan.FromSeconds(10));

        var loaded = await scan.LoadAsync(ScanScope.Find(folder.Combine("App/App.csproj")), restore: true, TestContext.Current.CancellationToken);

        Assert.Single(loaded.Projects);
        Assert.Contains(progress.Texts, note => note.StartsWith("Restoring packages was given up after 10 seconds", StringComparison.Ordinal));
        var incomplete = Assert.Single(loaded.Incomplete);
        Assert.Equal("restoring its packages took too long; only what was on this machine is there", incomplete.Reason);
        Assert.Equal(["Contoso.Gone", "Contoso.Waiting"], incomplete.MissingReferences);
    }

    private static TestFolder Folder(int port, string there)
    {
        var folder = new TestFolder(Files.Replace("PORT", $"{port}", StringComparison.Ordinal).Replace("THERE", there, StringComparison.Ordinal));
        using var package = ZipFile.Open(folder.Combine($"feed/{there}.1.0.0.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(package.CreateEntry($"{there}.nuspec").Open()))
        {
            writer.Write($"<package><metadata><id>{there}</id><version>1.0.0</version><authors>Contoso</authors><description>There.</description></metadata></package>");
        }

        package.CreateEntry("lib/net10.0/_._");
        return folder;
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Answers who asks first, and nobody after.</summary>
    private sealed class SilentServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> _clients = [];

        public SilentServer()
        {
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Dispose()
        {
            _listener.Dispose();
            _clients.ForEach(client => client.Dispose());
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync();
                    _clients.Add(client);
                    if (_clients.Count == 1)
                    {
                        await client.GetStream().WriteAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
                    }
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The test has ended.
            }
        }
    }

    private sealed class Notes : IScanProgress
    {
        public List<string> Texts { get; } = [];

        public void Step(string text)
        {
        }

        public void Detail(string text)
        {
        }

        public void Note(string text) => Texts.Add(text);
    }
}
