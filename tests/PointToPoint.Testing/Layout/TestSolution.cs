using Microsoft.CodeAnalysis;

namespace PointToPoint.Testing.Layout;

/// <summary>A test's code as a Roslyn solution, and what its markup says.</summary>
internal sealed record TestSolution(TestState State, Solution Solution, ImmutableArray<TestFile> Files)
{
    /// <summary>Builds the solution that the test's code, files and properties describe.</summary>
    public static TestSolution Create(AnalyzerTest test)
    {
        var state = TestStateParser.Parse(Normalise(test.TestCode ?? "", test.NewLine));
        var files = ImmutableArray.CreateBuilder<TestFile>();
        files.AddRange(state.Files);
        foreach (var (path, file) in test.SharedFiles)
        {
            var content = MarkedText.Parse(Normalise(file.Text, test.NewLine));
            foreach (var project in state.Projects)
            {
                var full = VirtualPath.Resolve(project.Folder, path);
                if (!state.Files.Any(f => f.Path == full && (f.Project is null || f.Project == project.Name)))
                {
                    // One path is one file: where the text gives it to one project, it is what the others have too.
                    var given = state.Files.FirstOrDefault(f => f.Path == full);
                    files.Add(new(full, project.Name, given?.Content ?? content, given?.Metadata ?? file.Metadata));
                }
            }
        }

        return new(state, SolutionFactory.Create(test, state, files), files.ToImmutable());
    }

    /// <summary>The same line ending everywhere, however the test's own file was checked out.</summary>
    public static string Normalise(string text, string newLine)
    {
        text = text.ReplaceLineEndings("\n");
        return newLine == "\n" ? text : text.Replace("\n", newLine, StringComparison.Ordinal);
    }
}
