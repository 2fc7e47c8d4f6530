namespace PointToPoint.Testing.Layout;

/// <summary>
/// What a test's files become: the text after a fix or an edit. It names only the files that change; all others stay as they are, markup
/// included.
/// </summary>
/// <param name="Layout">The text's own files, their paths as in the code they replace.</param>
/// <param name="Files">All files afterwards.</param>
internal sealed record TestOverlay(TestState Layout, ImmutableArray<TestFile> Files)
{
    public static TestOverlay Create(TestState state, IReadOnlyCollection<TestFile> files, string text)
    {
        var layout = TestStateParser.Parse(text, state.Projects is [var only] ? only : null);
        foreach (var project in layout.Projects.Where(p => state.Projects.All(s => s.Folder != p.Folder)))
        {
            throw new AnalyzerTestException($"The code has no project '{project.Name}' at '{VirtualPath.Show(project.Folder, VirtualPath.Root)}'.");
        }

        if (layout.IsSingleText)
        {
            layout = layout with { Sections = [new("", layout.Files.Single() with { Path = OnlySource(state) })] };
        }

        return new(layout, Merge(files, layout));
    }

    /// <summary>One file replaced.</summary>
    public static TestOverlay Create(TestState state, IReadOnlyCollection<TestFile> files, string path, string text)
    {
        var full = VirtualPath.Resolve(state.DefaultFolder, path);
        var file = files.FirstOrDefault(f => f.Path == full)
            ?? throw new AnalyzerTestException($"There is no file '{path}'. There are: "
                + string.Join(", ", files.Select(f => VirtualPath.Show(f.Path, state.DefaultFolder)).Distinct()) + ".");
        var layout = new TestState(state.Projects, [new("", file with { Content = MarkedText.Parse(text) })]);
        return new(layout, Merge(files, layout));
    }

    private static ImmutableArray<TestFile> Merge(IReadOnlyCollection<TestFile> files, TestState layout)
    {
        var changed = layout.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        return
        [
            .. files.Select(f => changed.TryGetValue(f.Path, out var now) ? f with { Content = now.Content } : f),
            .. layout.Files.Where(f => files.All(old => old.Path != f.Path)),
        ];
    }

    private static string OnlySource(TestState state)
        => state.Files.Where(f => f.Kind == TestFileKind.Source).ToList() is [var only]
            ? only.Path
            : throw new AnalyzerTestException("The code has several files, so say with '-- Name.cs' which one the text is for.");
}
