using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis.CSharp;

namespace PointToPoint.Tool.Loading;

/// <summary>
/// The compiler's command line of a project in a form that loads: the captured one without the files that aren't there, or one made from the
/// evaluated items where the design-time build didn't get that far.
/// </summary>
internal sealed record CompilerArguments
{
    private static readonly string[] FileSwitches = ["/analyzerconfig:", "/additionalfile:", "/ruleset:", "/analyzer:"];

    public required ImmutableArray<string> Arguments { get; init; }

    /// <summary>What is missing, as notes for the project's entry among the incomplete ones.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Simple names of assemblies that are referenced and not there.</summary>
    public ImmutableArray<string> MissingReferences { get; init; } = [];

    /// <param name="project">What was captured.</param>
    /// <param name="missingPackages">Packages that the restore couldn't get.</param>
    /// <param name="errors">What went wrong on the way.</param>
    /// <param name="generatedFolder">Where a generated file may be written.</param>
    public static CompilerArguments Of(CapturedProject project, ImmutableArray<string> missingPackages, BuildErrors errors, string generatedFolder)
    {
        var made = project.CommandLine.IsDefaultOrEmpty ? EvaluatedArguments.Of(project, generatedFolder) : [.. project.CommandLine.Where(argument => argument.Length > 0)];
        var notes = new List<string>();
        var missing = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var kept = new List<string>();
        var references = new List<string>();
        foreach (var argument in made)
        {
            if (Reference(argument) is { } reference)
            {
                if (File.Exists(Full(reference)))
                {
                    references.Add(argument);
                }
                else
                {
                    missing.Add(Path.GetFileNameWithoutExtension(reference));
                }
            }
            else if (IsAnalyzerOfOurs(argument) || FileSwitches.FirstOrDefault(name => argument.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is { } name && !File.Exists(Full(argument[name.Length..])))
            {
                // Left out: ours is in this tool, and what isn't there can't speak.
            }
            else
            {
                kept.Add(argument);
            }
        }

        if (StandInReferences.Apply(project, references, missingPackages) is { } standIn)
        {
            notes.Add(standIn);
        }

        RepairLanguageVersion(kept, notes, project.ProjectFolder);
        LeaveOutMissingSources(kept, notes, project.ProjectFolder);
        if (project.CommandLine.IsDefaultOrEmpty)
        {
            var why = errors.Telling(project.ProjectPath, "MSB", "NETSDK");
            notes.Insert(0, $"its design-time build failed{(why is null ? "" : $" ({why})")}, so it was analysed from its evaluated items");
        }

        return new CompilerArguments { Arguments = [.. kept, .. references], Notes = [.. notes], MissingReferences = [.. missing] };

        string Full(string path) => Path.Combine(project.ProjectFolder, path.Trim('"'));
    }

    /// <summary>The path behind <c>/reference:</c>; null if the argument is another one.</summary>
    public static string? Reference(string argument)
    {
        foreach (var name in (ReadOnlySpan<string>)["/reference:", "/link:", "/r:"])
        {
            if (argument.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                var value = argument[name.Length..];
                var alias = value.IndexOf('=', StringComparison.Ordinal); // /reference:alias=path
                return (alias > 0 && value.IndexOfAny(['/', '\\', '"'], 0, alias) < 0 ? value[(alias + 1)..] : value).Trim('"');
            }
        }

        return null;
    }

    private static bool IsAnalyzerOfOurs(string argument) =>
        argument.StartsWith("/analyzer:", StringComparison.OrdinalIgnoreCase)
        && Path.GetFileName(argument) is "PointToPoint.Analyzers.dll" or "PointToPoint.CodeFixes.dll";

    /// <summary>A language version of a newer SDK than this tool's compiler is read as the newest there is.</summary>
    private static void RepairLanguageVersion(List<string> arguments, List<string> notes, string folder)
    {
        var at = arguments.FindIndex(argument => argument.StartsWith("/langversion:", StringComparison.OrdinalIgnoreCase));
        if (at >= 0 && CSharpCommandLineParser.Default.Parse([arguments[at]], folder, sdkDirectory: null).Errors.Any(error => error.Id == "CS1617"))
        {
            notes.Add($"C# {arguments[at]["/langversion:".Length..]} is newer than this tool's compiler, which read it as the newest it knows");
            arguments[at] = "/langversion:preview";
        }
    }

    private static void LeaveOutMissingSources(List<string> arguments, List<string> notes, string folder)
    {
        var gone = CSharpCommandLineParser.Default.Parse(arguments, folder, sdkDirectory: null).SourceFiles
            .Select(source => source.Path)
            .Where(path => !File.Exists(path))
            .ToHashSet(StringComparer.Ordinal);
        if (gone.Count > 0)
        {
            var first = gone.Order(StringComparer.Ordinal).First();
            notes.Add(gone.Count == 1 ? $"the source file {Path.GetFileName(first)} is not there" : string.Create(CultureInfo.InvariantCulture, $"{gone.Count} source files are not there, {Path.GetFileName(first)} first"));
            arguments.RemoveAll(argument => gone.Contains(Path.GetFullPath(Path.Combine(folder, argument.Trim('"')))));
        }
    }
}
