using System.Collections.Immutable;
using System.Text.Json;

namespace PointToPoint.Tool.Loading;

/// <summary>What the restore left behind for a project: which of its packages it couldn't get, and why.</summary>
/// <param name="Missing">Names of the packages that are referenced and not there, ordered.</param>
/// <param name="Reason">In short why; null if nothing is missing.</param>
internal sealed record PackageAssets(ImmutableArray<string> Missing, string? Reason)
{
    private const string GivenUp = "restoring its packages took too long; only what was on this machine is there";

    // How NuGet warns of a source that doesn't answer and isn't insisted on.
    private const string FailedSource = "NU1801";

    // The framework's own packs are stood in for by those of the SDK, which is told apart from this.
    private static readonly string[] FrameworkPackages = ["Microsoft.NETCore.App.", "Microsoft.AspNetCore.App.", "Microsoft.WindowsDesktop.App.", "runtime."];

    /// <param name="project">The project.</param>
    /// <param name="restore">How the scan restored.</param>
    /// <param name="errors">What went wrong on the way.</param>
    public static PackageAssets Of(CapturedProject project, PackageRestore restore, BuildErrors errors)
    {
        var file = project.Property("ProjectAssetsFile");
        if (file.Length == 0 || !File.Exists(file))
        {
            // A project without packages needs no restore.
            return project.Packages.IsEmpty
                ? new PackageAssets([], null)
                : new PackageAssets([.. project.Packages.Order(StringComparer.OrdinalIgnoreCase)], WhyNone(project, restore, errors));
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return Read(json.RootElement, project, restore);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or KeyNotFoundException)
        {
            return new PackageAssets([.. project.Packages], $"what the restore left behind cannot be read ({e.Message})");
        }
    }

    private static string WhyNone(CapturedProject project, PackageRestore restore, BuildErrors errors) =>
        restore.Origin == PackageOrigin.LastRestore ? "not restored; run 'dotnet restore' first, or scan without --no-restore"
        : restore.Origin == PackageOrigin.ThisMachine ? GivenUp
        : errors.Telling(project.ProjectPath, "NETSDK", "NU") is { } error ? $"its packages could not be restored ({error})"
        : "its packages could not be restored; 'dotnet restore' of the project should tell why";

    private static PackageAssets Read(JsonElement root, CapturedProject project, PackageRestore restore)
    {
        var there = root.TryGetProperty("libraries", out var libraries)
            ? libraries.EnumerateObject().Select(library => library.Name.Split('/')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];
        var logs = root.TryGetProperty("logs", out var all) ? all.EnumerateArray().ToList() : [];
        var errors = logs.Where(log => Text(log, "level") == "Error").ToList();
        var missing = project.Packages
            .Concat(errors.Select(error => Text(error, "libraryId")))
            .Where(name => name.Length > 0 && !there.Contains(name) && !FrameworkPackages.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();
        if (missing.IsEmpty)
        {
            return new PackageAssets([], null);
        }

        if (restore.Origin == PackageOrigin.ThisMachine)
        {
            return new PackageAssets(missing, GivenUp);
        }

        // That a package is in none of the sources says little where one of them didn't answer.
        var reasons = new[]
        {
            First(errors.Where(error => missing.Contains(Text(error, "libraryId"), StringComparer.OrdinalIgnoreCase))),
            restore.SilentSources.IsEmpty ? null : $"{string.Join(", ", restore.SilentSources.Select(SilentSources.Shown))} doesn't answer",
            First(logs.Where(log => Text(log, "code") == FailedSource)),
        };
        var why = string.Join("; ", reasons.OfType<string>());
        return new PackageAssets(missing, "some packages could not be restored" + (why.Length == 0 ? "" : $" ({why})"));
    }

    private static string? First(IEnumerable<JsonElement> logs) =>
        logs.Select(log => $"{Text(log, "code")}: {FirstSentence(Text(log, "message"))}").Order(StringComparer.Ordinal).FirstOrDefault();

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string FirstSentence(string message)
    {
        var line = message.Split('\n', 2)[0].Trim();
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end > 0 ? line[..end] : line.TrimEnd('.');
    }
}
