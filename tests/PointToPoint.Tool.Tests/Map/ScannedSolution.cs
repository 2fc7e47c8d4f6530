using System.Collections.Immutable;
using System.Runtime.InteropServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Rules;
using PointToPoint.Tool.Commands;
using PointToPoint.Tool.Loading;
using PointToPoint.Tool.Map;
using PointToPoint.Tool.Output;
using PointToPoint.Tool.Tests.Loading;

namespace PointToPoint.Tool.Tests.Map;

/// <summary>
/// A scan of a folder whose projects are captured without MSBuild. A project file holds words: <c>exe</c>, <c>test</c>, <c>netstandard</c>, <c>core</c>
/// (without ASP.NET Core and its extensions), and <c>../B/B.csproj</c> for each project it references. A line <c>openapi FILE|GENERATOR|NAMESPACE|CLASS|OUTPUT|OPTIONS</c> is an <c>OpenApiReference</c>.
/// </summary>
internal sealed class ScannedSolution : IDisposable
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Net.Http;
        global using System.Threading.Tasks;
        """;

    private const string WebUsings = """
        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Options;
        """;

    private static readonly string Packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs"));

    private readonly TestFolder _folder;
    private readonly TestFolder _outside = new("");
    private SolutionLoader? _loader;
    private LoadedProjects? _loaded;

    private ScannedSolution(string files) => _folder = new TestFolder(files);

    public IntegrationMap Map { get; private set; } = null!;

    /// <summary>The map as it is written.</summary>
    public string Json => JsonMapWriter.Write(Map);

    public static async Task<ScannedSolution> OfAsync(string files)
    {
        var scan = new ScannedSolution(files);
        var projects = Directory.GetFiles(scan._folder.Path, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(scan.Project).ToList();
        scan._loader = new SolutionLoader(scan._outside.Path, PackageRestore.FromSources, new BuildErrors([]), new DateTime(2030, 1, 1));
        scan._loaded = scan._loader.Load(projects);
        scan.Map = await Scan.MapAsync(scan._folder.Path, scan._loaded, new Silence(), TestContext.Current.CancellationToken);
        return scan;
    }

    /// <summary>Every site as <c>file member endpoint</c>, with a star where only the whole solution tells; wirings without the verb.</summary>
    public IEnumerable<string> Sites() =>
        from connection in Map.Connections
        from site in connection.Sites
        orderby site.File, site.Line, site.Column
        select $"{site.File} {(site.IsWiring ? "wiring" : site.Verb)} {site.Endpoint}{(site.NeedsSolution ? " *" : "")}";

    /// <summary>The one call in a file.</summary>
    public Site Call(string file) => Assert.Single(Map.Connections.SelectMany(connection => connection.Sites), site => site.File == file && !site.IsWiring);

    /// <summary>What a build says about a project: the analyzer as the compiler runs it.</summary>
    public async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(string project)
    {
        var found = _loaded!.Projects.Single(loaded => loaded.Captured.ProjectName == project).Project;
        var compilation = await found.GetCompilationAsync(TestContext.Current.CancellationToken);
        return await compilation!.WithAnalyzers([new CouplingAnalyzer()], found.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _loader?.Dispose();
        _folder.Dispose();
        _outside.Dispose();
    }

    private CapturedProject Project(string path)
    {
        const string Document = "openapi ";
        var lines = File.ReadAllLines(path).ToLookup(line => line.StartsWith(Document, StringComparison.Ordinal));
        var words = string.Join('\n', lines[false]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var folder = Path.GetDirectoryName(path)!;
        var isStandard = words.Contains("netstandard");
        var hasWeb = !isStandard && !words.Contains("core");
        var sources = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var usings = Path.Combine(_outside.Path, Path.GetFileName(path) + ".cs");
        File.WriteAllText(usings, hasWeb ? Usings + "\n" + WebUsings : Usings);
        return Captured.Project(
            path,
            isStandard ? "netstandard2.0" : "net10.0",
            [
                isStandard ? "TargetFrameworkIdentifier=.NETStandard" : "TargetFrameworkIdentifier=.NETCoreApp",
                $"OutputType={(words.Contains("exe") ? "Exe" : "Library")}",
                $"IsTestProject={words.Contains("test")}",
                "[compile]", .. sources,
                "[protobuf]", .. Directory.GetFiles(folder, "*.proto", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
                "[package]", .. lines[true].Any() ? ["NSwag.ApiDescription.Client"] : Array.Empty<string>(),
                "[openapi]", .. lines[true].Select(line => Path.Combine(folder, line[Document.Length..])),
                "[project]", .. words.Where(ProjectKind.IsCSharp).Select(reference => "||" + Path.GetFullPath(Path.Combine(folder, reference))),
            ],
            [
                words.Contains("exe") ? "/target:exe" : "/target:library", "/langversion:latest", "/nullable:enable", $"/out:{Path.GetFileNameWithoutExtension(path)}.dll",
                usings, .. sources,
                .. References(isStandard, hasWeb).Select(file => "/reference:" + file),
            ]);
    }

    private static ImmutableArray<string> References(bool isStandard, bool web)
    {
        var files = isStandard ? [.. Directory.GetFiles(NetStandard.Folder, "*.dll").Order(StringComparer.Ordinal)] : FrameworkPacks.References(Packs, 10, web);
        return files.IsEmpty ? throw new InvalidOperationException("There are no reference assemblies.") : files;
    }

    private sealed class Silence : IScanProgress
    {
        public void Step(string text)
        {
        }

        public void Detail(string text)
        {
        }

        public void Note(string text)
        {
        }
    }
}
