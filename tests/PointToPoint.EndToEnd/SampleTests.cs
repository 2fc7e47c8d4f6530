using PointToPoint.EndToEnd.Infrastructure;

namespace PointToPoint.EndToEnd;

/// <summary>samples/Contoso as a reader meets it: in place, with the commands that the README gives.</summary>
[Collection(nameof(SampleTests))]
public sealed class SampleTests
{
    private const string Sample = "samples/Contoso";

    private static readonly DotnetCommand _dotnet = new(Repository.Root, new Dictionary<string, string>(StringComparer.Ordinal));

    [Fact]
    public async Task Scan_PrintsThreeSystemsAndThreeConnections()
    {
        var result = await _dotnet.SucceedAsync("run", "--project", "src/PointToPoint.Tool", "--no-build", "-c", Repository.Configuration, "--", "scan", Sample + "/before");
        string[] lines = [.. result.Output.Split('\n').Select(line => line.Trim())];
        foreach (var expected in new[]
        {
            "CRM → ERP  http, new: 2 calls, 0 wirings",
            "Crm/ErpOrders.cs:15  GET http://localhost:5102/api/orders",
            "Crm/ErpOrders.cs:21  POST http://localhost:5102/api/customers/{}/orders",
            "CRM → Marketing  http, new: 1 call, 1 wiring",
            "Crm/MarketingClient.cs:9  GET http://localhost:5103/api/campaigns/{}",
            "ERP → Marketing  http, new: 1 call, 1 wiring",
            "Erp/Leads.cs:9  POST http://localhost:5103/api/leads",
            "3 of 3 possible direct connections between 3 systems (n(n-1)/2 = 3)",
        })
        {
            Assert.Contains(expected, lines);
        }
    }

    [Fact]
    public async Task Before_BuildsWithExactlyTheExpectedWarnings()
    {
        var result = await _dotnet.SucceedAsync("build", Sample + "/before/Contoso.slnx", "--no-incremental", "--tl:off", "-clp:NoSummary", "-c", Repository.Configuration);
        Assert.Equal(
            [
                "ErpOrders.cs(15,34): warning P2P1001",
                "ErpOrders.cs(21,42): warning P2P1001",
                "Leads.cs(9,41): warning P2P1001",
                "MarketingClient.cs(9,20): warning P2P1001",
                "Program.cs(6,18): warning P2P1003",
                "Program.cs(7,18): warning P2P1003",
            ],
            result.Messages.Select(message => message.Head).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_BuildsWithoutAWarning()
    {
        var result = await _dotnet.SucceedAsync("build", Sample + "/after/Contoso.slnx", "--no-incremental", "--tl:off", "-clp:NoSummary", "-c", Repository.Configuration);
        Assert.Empty(result.Messages);
    }

    [Fact]
    public async Task After_IsWhatTheFixMakesOfBefore()
    {
        var recreated = Path.Combine(Repository.Root, Sample, "recreated-" + Guid.NewGuid().ToString("N"));
        try
        {
            Copy("before", recreated);
            AddGateway(recreated);
            await _dotnet.SucceedAsync("restore", Path.Combine(recreated, "Contoso.slnx"), "--tl:off");
            await _dotnet.SucceedAsync("format", "analyzers", Path.Combine(recreated, "Contoso.slnx"), "--no-restore", "--diagnostics", "P2P1001", "P2P1003", "--severity", "warn");
            var expected = Files(Path.Combine(Repository.Root, Sample, "after"));
            Assert.Equal(expected.Keys, Files(recreated).Keys);
            foreach (var (file, text) in Files(recreated))
            {
                Assert.Equal(expected[file], text);
            }
        }
        finally
        {
            Directory.Delete(recreated, recursive: true);
        }
    }

    [Fact]
    public async Task BeforeAndAfter_AnswerTheSame()
    {
        var result = await _dotnet.RunAsync("run", Sample + "/compare.cs");
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("All 9 answers are equal.", result.Output, StringComparison.Ordinal);
    }

    /// <summary>What a team does by hand before the fix can apply: reference the gateway, configure it, register it.</summary>
    private static void AddGateway(string folder)
    {
        foreach (var system in new[] { "Crm", "Erp" })
        {
            var after = Path.Combine(Repository.Root, Sample, "after", system);
            foreach (var file in new[] { system + ".csproj", "appsettings.json" })
            {
                File.Copy(Path.Combine(after, file), Path.Combine(folder, system, file), overwrite: true);
            }

            var program = Path.Combine(folder, system, "Program.cs");
            const string Builder = "var builder = WebApplication.CreateBuilder(args);\n";
            var text = File.ReadAllText(program);
            Assert.Contains(Builder, text, StringComparison.Ordinal);
            File.WriteAllText(program, text.Replace(Builder, Builder + "builder.Services.AddIntegrationGateway(builder.Configuration.GetSection(\"IntegrationGateway\"));\n", StringComparison.Ordinal));
        }
    }

    private static void Copy(string version, string target)
    {
        foreach (var (file, text) in Files(Path.Combine(Repository.Root, Sample, version)))
        {
            var path = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(folder, file)), StringComparer.Ordinal),
        StringComparer.Ordinal);
}
