using PointToPoint.Testing.Layout;
using PointToPoint.Testing.Running;

namespace PointToPoint.Testing.Reporting;

/// <summary>Writes a test's code with the markup of what was really reported, so that it can be pasted back as the expectation.</summary>
internal static class ActualText
{
    /// <param name="state">How the test laid its files out.</param>
    /// <param name="files">All files, those that the test got otherwise included.</param>
    /// <param name="match">What was reported.</param>
    /// <param name="defaultRule">The rule that <c>[|..|]</c> means.</param>
    public static string Of(TestState state, IReadOnlyCollection<TestFile> files, DiagnosticMatch match, string? defaultRule)
    {
        var text = state.Render(file => Body(file, match, defaultRule));
        var others = files
            .Where(f => !state.Files.Contains(f))
            .DistinctBy(f => f.Path)
            .Select(f => (File: f, Body: Body(f, match, defaultRule)))
            .Where(f => f.Body != MarkedText.Insert(f.File.Content.Text, f.File.Content.Spans))
            .ToList();
        return others is [] ? text : Append(state, text, others.Select(o => (o.File.Path, o.Body)));
    }

    /// <summary>Adds files behind heads, and a head for the first one if it has none yet.</summary>
    public static string Append(TestState state, string text, IEnumerable<(string Path, string Body)> files)
    {
        var folder = state.Projects is [var only] ? only.Folder : "";
        var first = state.IsSingleText ? $"-- {state.Files.Single().Name}\n" : "";
        return first + text + string.Concat(files.Select(f => $"\n-- {VirtualPath.Show(f.Path, folder)}\n{f.Body}"));
    }

    public static string Body(TestFile file, DiagnosticMatch match, string? defaultRule)
    {
        // Marks of expectations that were met and numbered locations stay as they are written; the rest is said anew.
        var kept = file.Content.Spans.Where(s => s.IsLocation || match.Matched.Concat(match.Different).Any(m => m.Expected.Path == file.Path && m.Expected.Mark == s));
        var added = match.Unexpected.Where(r => r.Path == file.Path).Select(r => new MarkedSpan(r.Id == defaultRule ? null : r.Id, r.Span));
        return MarkedText.Insert(file.Content.Text, [.. kept, .. added]);
    }
}
