using PointToPoint.Testing.Layout;
using PointToPoint.Testing.Running;

namespace PointToPoint.Testing.Reporting;

/// <summary>Writes files with the markup of what was really reported, in a test's own layout, so that it can be pasted back.</summary>
internal static class ActualText
{
    /// <param name="layout">How the test laid its files out.</param>
    /// <param name="files">All files as the test expects them, those that it got otherwise included.</param>
    /// <param name="actual">All files as they are, by path, with markup.</param>
    public static string Of(TestState layout, IReadOnlyCollection<TestFile> files, IReadOnlyDictionary<string, string> actual)
    {
        var text = layout.Render(file => actual.GetValueOrDefault(file.Path, ""));
        var others = actual
            .Where(a => layout.Files.All(f => f.Path != a.Key) && a.Value != files.FirstOrDefault(f => f.Path == a.Key)?.Content.Source)
            .ToList();
        if (others is [])
        {
            return text;
        }

        // Now there are several files, so each needs a head.
        var folder = layout.DefaultFolder;
        var head = layout.IsSingleText ? $"-- {VirtualPath.Show(layout.Files.Single().Path, folder)}\n" : "";
        return head + text + string.Concat(others.Select(o => $"\n-- {VirtualPath.Show(o.Key, folder)}\n{o.Value}"));
    }

    /// <summary>The files of a comparison: marks of expectations that were met and numbered locations stay as written, the rest is said anew.</summary>
    public static IReadOnlyDictionary<string, string> Mark(IEnumerable<TestFile> files, DiagnosticMatch match, string? defaultRule)
    {
        // Two marks at one place for one rule look the same, so each one met keeps one.
        var met = match.Matched.Concat(match.Different).Where(m => m.Expected.Mark is not null)
            .Select(m => (m.Expected.Path, m.Expected.Mark!.Value)).ToList();
        return files.DistinctBy(f => f.Path).ToDictionary(
            f => f.Path,
            f => MarkedText.Insert(
                f.Content.Text,
                [.. f.Content.Spans.Where(s => s.IsLocation || met.Remove((f.Path, s))), .. Marks(f.Path, match.Unexpected, defaultRule)]),
            StringComparer.Ordinal);
    }

    /// <summary>The marks of what was reported in one file.</summary>
    public static IEnumerable<MarkedSpan> Marks(string path, IEnumerable<ReportedDiagnostic> reported, string? defaultRule)
        => reported.Where(r => r.Path == path).Select(r => new MarkedSpan(r.Id == defaultRule ? null : r.Id, r.Span));
}
