using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// The one MSBuild process of a scan: loads every project with injected targets, restores unless told not to, and runs each project's
/// design-time build, which ends where the compiler would start. All that is written goes to the scan's own folder.
/// </summary>
/// <remarks>
/// A source of packages that is silent keeps NuGet for minutes with each package. After <paramref name="patience"/> the process is ended, and another one
/// asks no source.
/// </remarks>
internal sealed class MSBuildRun(string dotnet, string root, string? solution, PackageRestore restore, TimeSpan patience, IScanProgress progress)
{
    private static readonly string[] BuildFiles = ["Scan.proj", "Restore.proj", "Redirect.props", "Capture.targets", "CaptureOuter.targets", "Sources.targets"];

    // What projects of ASP.NET 4 import by $(VSToolsPath): only publishing and the like, nothing that says how to compile.
    private static readonly string[] VisualStudiosTargets = ["WebApplications/Microsoft.WebApplication.targets"];

    private bool _hasAsked;

    /// <summary>How packages are restored: as was asked for, without sources that don't answer, until even that has taken too long.</summary>
    public PackageRestore Restore { get; private set; } = restore;

    // Where MSBuild finds SDKs in the place of those that are missing; null where none are.
    private string? _sdks;

    /// <summary>Lets SDKs that can't be found be replaced by empty ones from now on; false where that can't be done.</summary>
    public async Task<bool> StandInAsync(IReadOnlyDictionary<string, bool> sdks, string folder, CancellationToken cancellationToken)
    {
        _sdks = await StandInSdks.CreateAsync(dotnet, await WorkingFolderAsync(folder, cancellationToken), Path.Combine(folder, "sdk"), sdks, cancellationToken);
        return _sdks is not null;
    }

    public async Task<(ImmutableArray<CapturedProject> Facts, ImmutableArray<BuildError> Errors)> CaptureAsync(
        IReadOnlyList<string> projects, string folder, CancellationToken cancellationToken)
    {
        await LeaveOutSilentSourcesAsync(projects, cancellationToken);
        if (await TryCaptureAsync(projects, folder, cancellationToken) is { } captured)
        {
            return captured;
        }

        Restore = Restore with { Origin = PackageOrigin.ThisMachine };
        progress.Note(
            $"Restoring packages was given up after {Words(patience)}; going on with those that are on this machine. "
            + "A source of packages doesn't answer, or is slow: 'dotnet restore' takes as long as it needs, and --no-restore takes what it left.");
        return (await TryCaptureAsync(projects, Path.Combine(folder, "offline") + Path.DirectorySeparatorChar, cancellationToken)).GetValueOrDefault();
    }

    private async Task LeaveOutSilentSourcesAsync(IReadOnlyList<string> projects, CancellationToken cancellationToken)
    {
        if (!Restore.AsksSources || _hasAsked)
        {
            return;
        }

        _hasAsked = true;
        Restore = Restore with { SilentSources = await SilentSources.FindAsync(projects, cancellationToken) };
        foreach (var source in Restore.SilentSources)
        {
            progress.Note($"The package source {SilentSources.Shown(source)} doesn't answer; restoring without it.");
        }
    }

    /// <summary>Null if the restore took too long.</summary>
    private async Task<(ImmutableArray<CapturedProject> Facts, ImmutableArray<BuildError> Errors)?> TryCaptureAsync(
        IReadOnlyList<string> projects, string folder, CancellationToken cancellationToken)
    {
        WriteBuildFiles(projects, folder);
        var nodes = Math.Clamp(Math.Min(projects.Count, Environment.ProcessorCount), 1, 8);
        var workingFolder = await WorkingFolderAsync(folder, cancellationToken);
        var errors = new ConcurrentQueue<BuildError>();
        var lastLines = new ConcurrentQueue<string>();
        var count = projects.Count == 1 ? "1 project" : string.Create(CultureInfo.InvariantCulture, $"{projects.Count} projects");
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Wait(Restore.AsksSources);
        using var process = DotNetHost.Start(
            dotnet, workingFolder, _sdks,
            ["msbuild", Path.Combine(folder, "Scan.proj"), "-noAutoResponse", "-nologo", "-nodeReuse:false", string.Create(CultureInfo.InvariantCulture, $"-maxCpuCount:{nodes}"), "-tl:off", "-clp:NoSummary;Verbosity=minimal;DisableConsoleColor"]);
        try
        {
            await Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError), process.WaitForExitAsync(patient.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }

        var facts = CapturedProject.ReadAll(Path.Combine(folder, "facts"));
        return facts.IsEmpty && errors.IsEmpty && process.ExitCode != 0
            ? throw new ScanException($"MSBuild ended without loading a project. Its last words: {string.Join(' ', lastLines)}")
            : (facts, [.. errors.Distinct()]);

        void Wait(bool isBounded) => patient.CancelAfter(isBounded ? patience : Timeout.InfiniteTimeSpan);

        async Task ReadAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync(patient.Token) is { } line)
            {
                if (line.TrimStart() is { } text && text.StartsWith("p2p: ", StringComparison.Ordinal))
                {
                    var step = text["p2p: ".Length..].Trim();
                    Wait(Restore.AsksSources && step != "capturing");
                    progress.Step(step switch
                    {
                        "loading" => $"Loading {count}",
                        "restoring" => $"Restoring packages of {count}",
                        _ => $"Asking {count} how to compile",
                    });
                }
                else if (BuildError.Parse(line) is { } error)
                {
                    errors.Enqueue(error);
                }
                else if (line.Length > 0)
                {
                    lastLines.Enqueue(line.Trim());
                    if (lastLines.Count > 5)
                    {
                        lastLines.TryDequeue(out _);
                    }
                }
            }
        }
    }

    private static string Words(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(time.TotalMinutes >= 1 ? $"{time.TotalMinutes:0.#} minutes" : $"{time.TotalSeconds:0.#} seconds")}");

    private void WriteBuildFiles(IReadOnlyList<string> projects, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "facts"));
        Directory.CreateDirectory(Path.Combine(folder, "no-packages"));
        foreach (var name in BuildFiles)
        {
            using var resource = typeof(MSBuildRun).Assembly.GetManifestResourceStream($"Build.{name}")!;
            using var file = File.Create(Path.Combine(folder, name));
            resource.CopyTo(file);
        }

        foreach (var import in VisualStudiosTargets)
        {
            Directory.CreateDirectory(Path.Combine(folder, "VSTools", Path.GetDirectoryName(import)!));
            new XElement("Project").Save(Path.Combine(folder, "VSTools", import));
        }

        new XElement(
            "Project",
            new XElement(
                "PropertyGroup",
                new XElement("PointToPointScanRestores", Restore.Origin == PackageOrigin.LastRestore ? "false" : "true"),
                new XElement("PointToPointScanOffline", Restore.Origin == PackageOrigin.ThisMachine ? "true" : "false"),
                OfSolution()),
            new XElement("ItemGroup", projects.Select(project => new XElement("PointToPointProject", new XAttribute("Include", Escape(project))))))
            .Save(Path.Combine(folder, "Scan.props"));
        new XElement("Project", new XElement("ItemGroup", Restore.SilentSources.Select(source => new XElement("PointToPointSilentSource", new XAttribute("Include", Escape(source))))))
            .Save(Path.Combine(folder, "Silent.props"));
    }

    /// <summary>The properties that a build of the solution gives to every project; files and conditions in projects hang on them.</summary>
    private XElement? OfSolution() => solution is null ? null : new XElement("PointToPointSolutionProperties", string.Join(';', new[]
    {
        ("SolutionDir", Path.GetDirectoryName(solution) + Path.DirectorySeparatorChar),
        ("SolutionExt", Path.GetExtension(solution)),
        ("SolutionFileName", Path.GetFileName(solution)),
        ("SolutionName", Path.GetFileNameWithoutExtension(solution)),
        ("SolutionPath", solution),
    }.Select(property => $"{property.Item1}={Escape(property.Item2)}")));

    /// <summary>
    /// The root, where the repository's global.json says which SDK to use; a neutral folder if it asks for one that isn't installed, because a
    /// scan had better use another SDK than none.
    /// </summary>
    private async Task<string> WorkingFolderAsync(string neutral, CancellationToken cancellationToken)
    {
        foreach (var (folder, isLast) in new[] { (root, false), (neutral, true) })
        {
            using var process = DotNetHost.Start(dotnet, folder, "--version");
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = await process.StandardError.ReadToEndAsync(cancellationToken);
            var version = (await output).Trim();
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0)
            {
                if (isLast)
                {
                    progress.Note($"The SDK that global.json asks for is not installed; using {version}.");
                }

                return folder;
            }

            if (isLast)
            {
                throw new ScanException($"The .NET SDK cannot be run ('{dotnet} --version' failed): {(error.Length > 0 ? error : version).Trim()}");
            }
        }

        throw new UnreachableException();
    }

    /// <summary>What MSBuild would take for syntax stands as its code.</summary>
    private static string Escape(string path) =>
        string.Concat(path.Select(c => c is '%' or '*' or '?' or '@' or '$' or '(' or ')' or ';' or '\'' ? $"%{(int)c:X2}" : c.ToString()));
}
