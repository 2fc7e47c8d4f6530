using System.Collections.Immutable;
using System.Text.Json;

namespace PointToPoint.Tool.Loading;

/// <summary>What the restore left behind for a project: which of its packages it couldn't get, and why.</summary>
/// <param name="Missing">Names of the packages that are referenced and not there, ordered.</param>
/// <param name="Reason">In short why; null if nothing is missing.</param>
internal sealed record PackageAssets(ImmutableArray<string> Missing, string? Reason)
{
    // The framework's own packs are stood in for by those of the SDK, which is told apart from this.
    private static readonly string[] FrameworkPackages = ["Microsoft.NETCore.App.", "Microsoft.AspNetCore.App.", "Microsoft.WindowsDesktop.App.", "runtime."];

    /// <param name="project">The project.</param>
    /// <param name="restored">Whether the scan restored.</param>
    /// <param name="errors">What went wrong on the way.</param>
    public static PackageAssets Of(CapturedProject project, bool restored, BuildErrors errors)
    {
        var file = project.Property("ProjectAssetsFile");
        if (file.Length == 0 || !File.Exists(file))
        {
            // A project without packages needs no restore.
            return project.Packages.IsEmpty
                ? new PackageAssets([], null)
                : new PackageAssets([.. project.Packages.Order(StringComparer.OrdinalIgnoreCase)], WhyNone(project, restored, errors));
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return Read(json.RootElement, project);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or KeyNotFoundException)
        {
            return new PackageAssets([.. project.Packages], $"what the restore left behind cannot be read ({e.Message})");
        }
    }

    private static string WhyNone(CapturedProject project, bool restored, BuildErrors errors) =>
        !restored ? "not restored; run 'dotnet restore' first, or scan without --no-restore"
        : errors.Telling(project.ProjectPath, "NETSDK", "NU") is { } error ? $"its packages could not be restored ({error})"
        : "its packages could not be restored; 'dotnet restore' of the project should tell why";

    private static PackageAssets Read(JsonElement root, CapturedProject project)
    {
        var there = root.TryGetProperty("libraries", out var libraries)
            ? libraries.EnumerateObject().Select(library => library.Name.Split('/')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];
        var errors = root.TryGetProperty("logs", out var logs)
            ? logs.EnumerateArray().Where(log => Text(log, "level") == "Error").ToList()
            : [];
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

        var first = errors
            .Where(error => missing.Contains(Text(error, "libraryId"), StringComparer.OrdinalIgnoreCase))
            .Select(error => $"{Text(error, "code")}: {FirstSentence(Text(error, "message"))}")
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        return new PackageAssets(missing, "some packages could not be restored" + (first is null ? "" : $" ({first})"));
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string FirstSentence(string message)
    {
        var line = message.Split('\n', 2)[0].Trim();
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end > 0 ? line[..end] : line.TrimEnd('.');
    }
}
