using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Testing.Running;

/// <summary>A diagnostic that an analysis reported, with what tests compare.</summary>
/// <param name="Project">The project whose compilation reported it.</param>
/// <param name="Diagnostic">Roslyn's own object.</param>
internal sealed record ReportedDiagnostic(ProjectId Project, Diagnostic Diagnostic)
{
    public string Id => Diagnostic.Id;

    /// <summary>Empty for a diagnostic without a location.</summary>
    public string Path { get; } = PathOf(Diagnostic.Location);

    public TextSpan Span => Diagnostic.Location.SourceSpan;

    public string Message { get; } = Diagnostic.GetMessage(CultureInfo.InvariantCulture);

    public IReadOnlyList<(string Path, TextSpan Span)> AdditionalLocations { get; }
        = [.. Diagnostic.AdditionalLocations.Select(l => (PathOf(l), l.SourceSpan))];

    public IEnumerable<KeyValuePair<string, string?>> Properties => Diagnostic.Properties.OrderBy(p => p.Key, StringComparer.Ordinal);

    /// <summary>For people: path, line and column as an editor shows them.</summary>
    public string Where => Path.Length == 0 ? "no location" : Diagnostic.Location.GetLineSpan() is var lines
        ? $"{Path}({lines.StartLinePosition.Line + 1},{lines.StartLinePosition.Character + 1})"
            + $"-({lines.EndLinePosition.Line + 1},{lines.EndLinePosition.Character + 1})"
        : "";

    /// <summary>Everything that must be the same when the same code is analysed again.</summary>
    public string Fingerprint => string.Join(
        "\n  ",
        [
            $"{Id} {Diagnostic.Severity} {Where}: {Message}",
            .. AdditionalLocations.Select(l => $"also {l.Path}{l.Span}"),
            .. Properties.Select(p => $"{p.Key} = {p.Value}"),
        ]);

    public static ImmutableArray<ReportedDiagnostic> Sort(IEnumerable<ReportedDiagnostic> diagnostics)
        => [.. diagnostics.OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Span).ThenBy(d => d.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Project.ToString(), StringComparer.Ordinal).ThenBy(d => d.Fingerprint, StringComparer.Ordinal)];

    private static string PathOf(Location location) => location.SourceTree?.FilePath ?? location.GetLineSpan().Path ?? "";
}
