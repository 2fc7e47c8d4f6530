namespace PointToPoint.Testing.Layout;

internal enum TestFileKind
{
    Source,
    AnalyzerConfig,
    Additional,
}

/// <summary>One file of a test.</summary>
/// <param name="Path">Rooted: <c>/0/Project/Name.cs</c>.</param>
/// <param name="Project">The project it belongs to; null if it stands above all and every project gets it.</param>
/// <param name="Content">Text and markup.</param>
/// <param name="Metadata">For additional files: what MSBuild would pass as <c>build_metadata.AdditionalFiles.*</c>.</param>
internal sealed record TestFile(string Path, string? Project, MarkedText Content, ImmutableArray<KeyValuePair<string, string>> Metadata)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The extension decides, as it would for the compiler's command line.</summary>
    public TestFileKind Kind => Path switch
    {
        _ when Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) => TestFileKind.Source,
        _ when Path.EndsWith(".editorconfig", StringComparison.OrdinalIgnoreCase) => TestFileKind.AnalyzerConfig,
        _ when Path.EndsWith(".globalconfig", StringComparison.OrdinalIgnoreCase) => TestFileKind.AnalyzerConfig,
        _ => TestFileKind.Additional,
    };
}
