namespace PointToPoint.Testing.Running;

/// <summary>How what was reported compares with what was expected.</summary>
/// <param name="Matched">Reported as expected.</param>
/// <param name="Different">Reported at the right place, but not as expected.</param>
/// <param name="Missing">Expected, not reported.</param>
/// <param name="Unexpected">Reported, not expected.</param>
internal sealed record DiagnosticMatch(
    ImmutableArray<(ExpectedDiagnostic Expected, ReportedDiagnostic Reported)> Matched,
    ImmutableArray<(ExpectedDiagnostic Expected, ReportedDiagnostic Reported)> Different,
    ImmutableArray<ExpectedDiagnostic> Missing,
    ImmutableArray<ReportedDiagnostic> Unexpected)
{
    public bool Success => Different is [] && Missing is [] && Unexpected is [];

    public static DiagnosticMatch Compare(IEnumerable<ExpectedDiagnostic> expected, IEnumerable<ReportedDiagnostic> reported)
    {
        var open = OncePerFile(reported);
        var matched = ImmutableArray.CreateBuilder<(ExpectedDiagnostic, ReportedDiagnostic)>();
        var different = ImmutableArray.CreateBuilder<(ExpectedDiagnostic, ReportedDiagnostic)>();
        var missing = ImmutableArray.CreateBuilder<ExpectedDiagnostic>();

        // Exact ones first, so that a stricter expectation isn't left with the wrong one of two at the same place.
        var rest = new List<ExpectedDiagnostic>();
        foreach (var one in expected)
        {
            Take(one, r => !one.Differences(r).Any(), matched, rest.Add);
        }

        foreach (var one in rest)
        {
            Take(one, _ => true, different, missing.Add);
        }

        return new(matched.ToImmutable(), different.ToImmutable(), missing.ToImmutable(), [.. open]);

        void Take(
            ExpectedDiagnostic one,
            Func<ReportedDiagnostic, bool> accepts,
            ImmutableArray<(ExpectedDiagnostic, ReportedDiagnostic)>.Builder found,
            Action<ExpectedDiagnostic> otherwise)
        {
            if (open.Find(r => one.IsAt(r) && accepts(r)) is { } reportedOne)
            {
                open.Remove(reportedOne);
                found.Add((one, reportedOne));
            }
            else
            {
                otherwise(one);
            }
        }
    }

    // A file that several projects share is analysed with each of them; a mark in it speaks of all. Twice in one project is twice.
    private static List<ReportedDiagnostic> OncePerFile(IEnumerable<ReportedDiagnostic> reported)
        => [.. reported
            .GroupBy(d => d.Project)
            .SelectMany(project => project.GroupBy(d => d.Fingerprint).SelectMany(same => same.Select((d, copy) => (d, copy))))
            .GroupBy(item => (item.d.Fingerprint, item.copy, item.d.Path.Length == 0 ? item.d.Project : null))
            .Select(group => group.First().d)];
}
