using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Testing.Layout;
using PointToPoint.Testing.Running;

namespace PointToPoint.Testing;

/// <summary>
/// Code that is open in an editor: the same analyzer objects see one state after the other, and each document is asked for on its own. A test
/// that counts what its analyzers do reads the counters between edits.
/// </summary>
public sealed class LiveSession
{
    private readonly AnalyzerTest _test;
    private readonly TestState _state;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private ImmutableArray<TestFile> _files;
    private Solution _solution;

    private LiveSession(AnalyzerTest test, TestSolution code)
        => (_test, _state, _solution, _files, _analyzers) = (test, code.State, code.Solution, code.Files, AnalyzerRun.Create(test));

    /// <summary>Opens the test's code, and compares what is shown with its markup.</summary>
    internal static async Task<LiveSession> StartAsync(AnalyzerTest test)
    {
        var session = new LiveSession(test, TestSolution.Create(test));
        await session.VerifyAsync("The code as it is opened", session._state);
        return session;
    }

    /// <summary>Replaces one file, and compares what all documents show with the markup of the new text and of the files left alone.</summary>
    public Task Edit(string file, string newText)
        => EditAsync($"After the edit of {file}", TestOverlay.Create(_state, _files, file, TestSolution.Normalise(newText, _test.NewLine)));

    /// <summary>The same for several files in the one-string form. A file whose text is the same isn't touched, only its markup is.</summary>
    public Task Edit(string newTexts)
        => EditAsync("After the edit", TestOverlay.Create(_state, _files, TestSolution.Normalise(newTexts, _test.NewLine)));

    internal Task EditAsync(SourceEdit edit) => edit.Path is null ? Edit(edit.Text) : Edit(edit.Path, edit.Text);

    private Task EditAsync(string what, TestOverlay overlay)
    {
        foreach (var file in overlay.Files)
        {
            var old = _files.FirstOrDefault(f => f.Path == file.Path)
                ?? throw new AnalyzerTestException($"There is no file '{file.Path}' to edit.");
            if (old.Content.Text != file.Content.Text)
            {
                _solution = Replace(_solution, file);
            }
        }

        _files = overlay.Files;
        return VerifyAsync(what, overlay.Layout);
    }

    private async Task VerifyAsync(string what, TestState layout)
    {
        var expected = Expectations.Resolve(_test, _files);
        var compiler = await CompilerCheck.CheckAsync(_test, _solution, expected, "code");
        var reported = await LiveRun.RunAsync(_test, _solution, _analyzers);
        DiagnosticVerifier.Compare(_test, $"{what}, an editor doesn't show the expected diagnostics.", layout, _files, expected, [.. reported, .. compiler]);
    }

    private static Solution Replace(Solution solution, TestFile file)
        => solution.GetDocumentIdsWithFilePath(file.Path).Aggregate(solution, (all, id) => file.Kind switch
        {
            TestFileKind.Source => all.WithDocumentText(id, SolutionFactory.Text(file.Content.Text)),
            TestFileKind.AnalyzerConfig => all.WithAnalyzerConfigDocumentText(id, SolutionFactory.Text(file.Content.Text)),
            _ => all.WithAdditionalDocumentText(id, SolutionFactory.Text(file.Content.Text)),
        });
}
