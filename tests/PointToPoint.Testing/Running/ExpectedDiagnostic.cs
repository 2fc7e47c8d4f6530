using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Testing.Layout;

namespace PointToPoint.Testing.Running;

/// <summary>A diagnostic that a test expects, its locations resolved.</summary>
/// <param name="Id">The rule's ID.</param>
/// <param name="Path">The file; empty for a diagnostic without a location.</param>
/// <param name="Mark">The markup that names it; null if it comes from a <see cref="DiagnosticResult"/>.</param>
internal sealed record ExpectedDiagnostic(string Id, string Path, TextSpan Span, MarkedSpan? Mark)
{
    public string? Message { get; init; }

    public DiagnosticSeverity? Severity { get; init; }

    public IReadOnlyDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public IReadOnlyList<(string Path, TextSpan Span)>? AdditionalLocations { get; init; }

    public bool IsAt(ReportedDiagnostic reported) => reported.Id == Id && reported.Path == Path && (Path.Length == 0 || reported.Span == Span);

    /// <summary>What is different about a diagnostic at the right place; nothing if it is the expected one.</summary>
    public IEnumerable<string> Differences(ReportedDiagnostic reported)
    {
        if (Message is not null && Message != reported.Message)
        {
            yield return $"message: expected \"{Message}\"\n       but it is \"{reported.Message}\"";
        }

        if (Severity is not null && Severity != reported.Diagnostic.Severity)
        {
            yield return $"severity: expected {Severity} but it is {reported.Diagnostic.Severity}";
        }

        foreach (var (key, value) in Properties)
        {
            reported.Diagnostic.Properties.TryGetValue(key, out var actual);
            if (value != actual)
            {
                yield return $"property '{key}': expected {Quote(value)} but it is {Quote(actual)}";
            }
        }

        if (AdditionalLocations is not null && !AdditionalLocations.SequenceEqual(reported.AdditionalLocations))
        {
            yield return $"additional locations: expected {Show(AdditionalLocations)} but they are {Show(reported.AdditionalLocations)}";
        }
    }

    private static string Quote(string? value) => value is null ? "(absent)" : $"\"{value}\"";

    private static string Show(IReadOnlyList<(string Path, TextSpan Span)> locations)
        => locations.Count == 0 ? "none" : string.Join(", ", locations.Select(l => l.Path + l.Span));
}
