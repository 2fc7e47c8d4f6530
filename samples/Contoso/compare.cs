#:property PublishAot=false
// Starts both versions of the sample, one after the other, makes the same requests against each and compares the answers.
// Run it with: dotnet run samples/Contoso/compare.cs
// Exit code 0: all answers are equal; 1: they differ, or a version doesn't start.
using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;

string[] systems = ["Marketing", "Erp", "Crm"];
(HttpMethod Method, string Address, object? Body)[] requests =
[
    (HttpMethod.Get, "http://localhost:5101/customers/1", null),
    (HttpMethod.Post, "http://localhost:5101/customers/1/orders", new { Article = "saddle", Quantity = 3 }),
    (HttpMethod.Post, "http://localhost:5101/customers/2/orders", new { Article = "chain & lock", Quantity = 1 }),
    (HttpMethod.Get, "http://localhost:5101/customers/1", null),
    (HttpMethod.Get, "http://localhost:5101/customers/2", null),
    (HttpMethod.Get, "http://localhost:5101/customers/3", null),
    (HttpMethod.Get, "http://localhost:5102/api/orders?customer=1", null),
    (HttpMethod.Get, "http://localhost:5103/api/campaigns/retail", null),
    (HttpMethod.Get, "http://localhost:5103/api/leads", null),
];

var root = Path.GetDirectoryName(Here())!;
var before = await Answers("before");
var after = await Answers("after");
if (before is null || after is null)
{
    return 1;
}

var different = 0;
for (var i = 0; i < requests.Length; i++)
{
    var equal = before[i] == after[i];
    different += equal ? 0 : 1;
    Console.WriteLine($"{(equal ? "equal    " : "DIFFERENT")}  {requests[i].Method} {requests[i].Address}");
    Console.WriteLine(equal ? $"           {before[i]}" : $"  before:  {before[i]}\n  after:   {after[i]}");
}

Console.WriteLine(different == 0 ? $"All {requests.Length} answers are equal." : $"{different} of {requests.Length} answers differ.");
return different == 0 ? 0 : 1;

async Task<string[]?> Answers(string version)
{
    var folder = Path.Combine(root, version);
    Console.Error.WriteLine($"Building {version} ...");
    using (var build = Start(folder, "build", "Contoso.slnx", "--verbosity", "quiet", "-nodeReuse:false"))
    {
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
        {
            Console.Error.WriteLine($"{version} doesn't build: run 'dotnet build {folder}' to see why.");
            return null;
        }
    }

    Console.Error.WriteLine($"Starting {version} ...");
    var running = systems.Select(system => Start(Path.Combine(folder, system), Path.Combine("bin", "Debug", "net10.0", $"Contoso.{system}.dll"))).ToList();
    try
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        foreach (var port in new[] { 5101, 5102, 5103 })
        {
            if (!await IsUp(http, port))
            {
                Console.Error.WriteLine($"Nothing answers on port {port}: is it taken by another program?");
                return null;
            }
        }

        var answers = new List<string>();
        foreach (var (method, address, body) in requests)
        {
            using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await http.SendAsync(request);
            answers.Add($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        return [.. answers];
    }
    finally
    {
        foreach (var process in running)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}

static async Task<bool> IsUp(HttpClient http, int port)
{
    var started = Stopwatch.StartNew();
    while (started.Elapsed < TimeSpan.FromSeconds(60))
    {
        try
        {
            using var response = await http.GetAsync($"http://localhost:{port}/");
            return true;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(100);
        }
    }

    return false;
}

static Process Start(string folder, params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true };
    foreach (var argument in arguments)
    {
        start.ArgumentList.Add(argument);
    }

    var process = Process.Start(start)!;
    process.OutputDataReceived += (_, _) => { };
    process.BeginOutputReadLine();
    return process;
}

static string Here([CallerFilePath] string path = "") => path;
