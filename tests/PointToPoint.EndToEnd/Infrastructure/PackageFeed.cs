using System.IO.Compression;
using System.Reflection;

using PointToPoint.EndToEnd.Infrastructure;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace PointToPoint.EndToEnd.Infrastructure;

/// <summary>
/// Our packages, packed once for all tests into a folder that serves as package source, and an empty package cache beside it: what the tests
/// install is what was just built, and nothing of it stays on the machine.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The version of all our packages in this feed. Nobody else has it.</summary>
    public string Version { get; } = $"0.0.0-e2e.{Guid.NewGuid():N}";

    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal) { ["NUGET_PACKAGES"] = _folder.In("packages") };

    private static string Configuration => typeof(PackageFeed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public async ValueTask InitializeAsync()
    {
        var repository = new DotnetCommand(Repository.Root, new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var project in new[] { "PointToPoint.Package", "PointToPoint.Gateway" })
        {
            // Not built again: the tests must not write where other tests read, and the version of the package isn't that of the assembly.
            await repository.SucceedAsync(
                "pack", Path.Combine("src", project), "--no-build", "-c", Configuration, "-o", _folder.In("feed"), "-p:PackageVersion=" + Version, "--tl:off");
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>One of the packages.</summary>
    internal ZipArchive Open(string package) => ZipFile.OpenRead(_folder.In(Path.Combine("feed", $"{package}.{Version}.nupkg")));

    /// <summary>The package sources: those of the machine, and ours. What the machine has in its cache needn't be downloaded again.</summary>
    internal string NuGetConfig() => $"""
        <configuration>
          <packageSources>
            <add key="end-to-end" value="{_folder.In("feed")}" />
          </packageSources>
          <fallbackPackageFolders>{string.Concat(Caches().Where(Directory.Exists).Take(1).Select(cache => $"""<add key="cache" value="{cache}" />"""))}</fallbackPackageFolders>
        </configuration>
        """;

    private static IEnumerable<string> Caches()
    {
        if (System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } configured)
        {
            yield return configured;
        }

        yield return Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
    }
}
