using Microsoft.CodeAnalysis;

using PointToPoint.Testing.Layout;
using PointToPoint.Testing.Reporting;
using PointToPoint.Testing.Running;

namespace PointToPoint.Testing.Fixing;

/// <summary>What a fix must make of a test's code, to the last byte of every file.</summary>
internal sealed class FixedState
{
    private readonly AnalyzerTest _test;
    private readonly TestSolution _code;
    private readonly TestOverlay _overlay;
    private readonly ImmutableSortedDictionary<string, string> _texts;

    private FixedState(AnalyzerTest test, TestSolution code, TestOverlay overlay, ImmutableSortedDictionary<string, string> texts)
        => (_test, _code, _overlay, _texts) = (test, code, overlay, texts);

    public static async Task<FixedState> CreateAsync(AnalyzerTest test, TestSolution code, string text)
    {
        var overlay = TestOverlay.Create(code.State, code.Files, TestSolution.Normalise(text, test.NewLine));
        var before = await SolutionTexts.ReadAsync(code.Solution);
        var after = overlay.Files.Aggregate(before, (all, file) => all.SetItem(file.Path, file.Content.Text));
        if (before.SequenceEqual(after))
        {
            throw new AnalyzerTestException("The fixed code is the code itself. If no fix should be offered, say OffersNoFix.");
        }

        return new(test, code, overlay, after);
    }

    public async Task<bool> IsReachedAsync(Solution solution) => _texts.SequenceEqual(await SolutionTexts.ReadAsync(solution));

    /// <summary>Fails if any file's text differs.</summary>
    public async Task VerifyTextsAsync(Solution solution, string headline)
    {
        if (!await IsReachedAsync(solution))
        {
            throw await FailureAsync(solution, headline);
        }
    }

    /// <summary>Fails if the fixed code doesn't compile, has new warnings, or leaves a diagnostic that its markup doesn't name.</summary>
    public async Task VerifyMeaningAsync(Solution solution)
    {
        var marksOnly = _test with { ExpectedMessage = null, ExpectedProperties = _test.ExpectedProperties.Clear() };
        var expected = Expectations.Resolve(marksOnly, _overlay.Files, withList: false);
        var compiler = await CompilerCheck.CheckAsync(_test, solution, expected, "fixed code");
        await CompilerCheck.CheckNewDiagnosticsAsync(_test, _code.Solution, solution, expected);
        var reported = await AnalyzerRun.RunAsync(_test, solution);
        DiagnosticVerifier.Compare(
            _test, "The fixed code doesn't have the expected diagnostics.", _overlay.Layout, _overlay.Files, expected, [.. reported, .. compiler]);
    }

    /// <summary>A failure that shows what there is instead, ready to be pasted.</summary>
    public async Task<AnalyzerTestException> FailureAsync(Solution solution, string headline)
    {
        var reported = DiagnosticMatch.Compare([], await AnalyzerRun.RunAsync(_test, solution)).Unexpected;
        var rule = Expectations.DefaultRule(_test);
        var actual = (await SolutionTexts.ReadAsync(solution)).ToDictionary(
            t => t.Key, t => MarkedText.Insert(t.Value, ActualText.Marks(t.Key, reported, rule)), StringComparer.Ordinal);

        // Files that the test doesn't see, such as implicit usings, are shown only if they were changed.
        var unseen = _texts.Where(t => _overlay.Files.All(f => f.Path != t.Key)).Select(t => new TestFile(t.Key, null, new(t.Value, []), []));
        TestFile[] known = [.. _overlay.Files, .. unseen];
        return FailureText.Failure(
            headline, "", _overlay.Layout.Render(f => f.Content.Source), ActualText.Of(_overlay.Layout, known, actual));
    }
}
