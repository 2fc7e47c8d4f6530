using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace PointToPoint.Benchmarks.Workload;

/// <summary>
/// A large project, always the same: modules of 100 files, each with its own clients, registrations, options and wrapper, most of whose code calls nobody
/// outside. 2,000 files hold 200 registrations and 1,000 outbound calls.
/// </summary>
internal sealed record GeneratedProject(ImmutableArray<GeneratedFile> Files, string AppSettings)
{
    /// <summary>Stands in every file but the shared ones, at the start of a method's body: there an edit is typed.</summary>
    public const string EditHere = "/* here */";

    private const int FilesOfModule = 100;

    public static GeneratedProject Create(int files)
    {
        var modules = Math.Max(1, files / FilesOfModule);
        var made = ImmutableArray.CreateBuilder<GeneratedFile>();
        var services = new Dictionary<string, object>();
        for (var module = 0; module < modules; module++)
        {
            made.AddRange(ModuleFiles.Of(module));
            foreach (var service in new[] { "Stock", "Billing0", "Billing1", "Client3" })
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{service}M{module}");
                services.Add(name, new { Url = $"https://{name.ToLowerInvariant()}.contoso.example/api" });
            }

            // The first module makes room for the files that all share.
            var room = FilesOfModule - ModuleFiles.Count - (module == 0 ? SharedFiles.All.Length : 0);
            made.AddRange(Enumerable.Range(0, room).Select(i => BusinessFile.Of("Plain", module, i)));
        }

        return new GeneratedProject([.. SharedFiles.All, .. made], JsonSerializer.Serialize(new { Services = services }));
    }

    /// <summary>What a file of this path is there for: <c>/src/Contoso/Typed/3_1.cs</c> → <c>Typed</c>.</summary>
    public static string KindOf(string path)
    {
        var kind = path.Split('/')[3];
        return kind == "Shared" ? "Plain" : kind;
    }
}
