namespace PointToPoint.Testing.Layout;

/// <summary>The files and projects that one raw string describes.</summary>
internal sealed record TestState(ImmutableArray<TestProject> Projects, ImmutableArray<TestSection> Sections)
{
    public IEnumerable<TestFile> Files => Sections.Select(s => s.File).OfType<TestFile>();

    /// <summary>True if the text is one file without a head: what most tests are.</summary>
    public bool IsSingleText => Sections is [{ Head: "" }];

    /// <summary>The text again, each file's body replaced by what <paramref name="body"/> says.</summary>
    public string Render(Func<TestFile, string> body)
        => string.Concat(Sections.Select(s => s.Head + (s.File is null ? "" : body(s.File))));

    /// <summary>The folder that a test means when it names a file without a project.</summary>
    public string DefaultFolder => Projects is [var only] ? only.Folder : VirtualPath.Root;
}

/// <summary>A head line, verbatim, and the file that follows it.</summary>
internal sealed record TestSection(string Head, TestFile? File);
