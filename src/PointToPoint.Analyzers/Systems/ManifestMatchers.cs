using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// Reads a p2p.json once for as long as its text stays the same: typing in code reads nothing again. Belongs to one analyzer, and what it
/// read lives with the text.
/// </summary>
internal sealed class ManifestMatchers
{
    // The path isn't part of the text and is set afterwards.
    private readonly SourceTextValueProvider<SystemMatcher> _ofText = new(text => SystemMatcher.Create(SystemsManifestReader.Read(text, "")));

    /// <summary>The matcher of the manifest that counts; one without manifest if there is no file.</summary>
    public SystemMatcher Of(CompilationStartAnalysisContext start) =>
        ManifestFile.Find(start.Options) is { } file ? Of(start, file) : SystemMatcher.Create(null);

    /// <summary>
    /// Everything wrong with a manifest, in the order of the text, and with its being there: one that isn't the one that counts has no effect.
    /// </summary>
    public ImmutableArray<ManifestProblem> Problems(CompilationStartAnalysisContext start, AdditionalText file)
    {
        var problems = Of(start, file).Manifest.Problems;
        return ManifestFile.Find(start.Options) is { } used && used.Path != file.Path
            ? problems.Insert(0, new ManifestProblem(
                ManifestProblemKind.Contradictory, default, $"this file has no effect, since {used.Path} is nearer to the project; remove one of them"))
            : problems;
    }

#pragma warning disable RS1012 // asks the start context for a cached value; what is registered depends on the caller
    private SystemMatcher Of(CompilationStartAnalysisContext start, AdditionalText file) =>
        file.GetText(start.CancellationToken) is { } text && start.TryGetValue(text, _ofText, out var matcher)
            ? matcher.At(file.Path)
            : SystemMatcher.Create(SystemsManifestReader.Unavailable(file.Path));
#pragma warning restore RS1012
}
