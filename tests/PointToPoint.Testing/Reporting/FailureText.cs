using System.Text;

using PointToPoint.Testing.Running;

namespace PointToPoint.Testing.Reporting;

/// <summary>Words a failed comparison: what differs, the text to paste, the difference line by line.</summary>
internal static class FailureText
{
    public static string Differences(DiagnosticMatch match)
    {
        var text = new StringBuilder();
        foreach (var missing in match.Missing)
        {
            text.Append($"Not reported: {missing.Id} at {(missing.Path.Length == 0 ? "no location" : missing.Path + missing.Span)}\n");
        }

        foreach (var unexpected in match.Unexpected)
        {
            text.Append($"Not expected: {unexpected.Id} at {unexpected.Where}: {unexpected.Message}\n");
        }

        foreach (var (expected, reported) in match.Different)
        {
            text.Append($"Different: {reported.Id} at {reported.Where}\n");
            foreach (var difference in expected.Differences(reported))
            {
                text.Append("  ").Append(difference).Append('\n');
            }

            text.Append("  To paste:\n    .WithMessage(").Append(Literal(reported.Message)).Append(")\n");
            foreach (var (key, value) in reported.Properties)
            {
                text.Append("    .WithProperty(").Append(Literal(key)).Append(", ").Append(Literal(value)).Append(")\n");
            }
        }

        return text.ToString();
    }

    public static AnalyzerTestException Failure(string headline, string details, string expected, string actual)
        => new($"""
            {headline}
            {details}
            Actual, to paste:
            {actual}

            Difference (- expected, + actual):
            {LineDiff.Of(expected, actual)}
            """)
        { Actual = actual.ReplaceLineEndings("\n") };

    private static string Literal(string? value)
        => value is null
            ? "null"
            : "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal) + "\"";
}
