using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Testing.Layout;

namespace PointToPoint.Testing.Running;

/// <summary>What a test expects to be reported: its markup and its <see cref="DiagnosticResult"/> list, resolved and checked for sense.</summary>
internal static class Expectations
{
    public static ImmutableArray<ExpectedDiagnostic> Resolve(AnalyzerTest test, IReadOnlyCollection<TestFile> files, bool withList = true)
    {
        var supported = Supported(test);
        CheckIgnoredRules(test, supported);

        var expected = ImmutableArray.CreateBuilder<ExpectedDiagnostic>();
        var numbers = new Dictionary<int, (string Path, TextSpan Span)>();
        foreach (var file in files.DistinctBy(f => f.Path))
        {
            foreach (var mark in file.Content.Spans)
            {
                if (mark.IsLocation)
                {
                    if (!numbers.TryAdd(mark.Number, (file.Path, mark.Span)))
                    {
                        throw new AnalyzerTestException($"The location {mark.Label} is marked twice.");
                    }

                    continue;
                }

                expected.Add(FromMark(test, supported, file, mark));
            }
        }

        if (withList)
        {
            expected.AddRange(test.ExpectedDiagnostics.Select(result => FromList(result, supported, numbers)));
        }

        return expected.ToImmutable();
    }

    /// <summary>The rule that <c>[|..|]</c> means, or null if the analyzers have several and the test doesn't say.</summary>
    public static string? DefaultRule(AnalyzerTest test)
        => test.DefaultRule ?? (Supported(test) is [var only] ? only : null);

    public static bool IsCompilerRule(string id) => id.StartsWith("CS", StringComparison.Ordinal) && id.Length > 2 && char.IsAsciiDigit(id[2]);

    /// <summary>The IDs of all rules that the test's analyzers have.</summary>
    public static ImmutableArray<string> Supported(AnalyzerTest test)
        => [.. AnalyzerRun.Create(test).SelectMany(SupportedBy).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> SupportedBy(DiagnosticAnalyzer analyzer) => analyzer.SupportedDiagnostics.Select(d => d.Id);

    private static void CheckIgnoredRules(AnalyzerTest test, ImmutableArray<string> supported)
    {
        foreach (var id in test.DisabledDiagnostics.Where(id => !supported.Contains(id)))
        {
            throw new AnalyzerTestException($"The test ignores {id}, which none of its analyzers reports. They report: {string.Join(", ", supported)}.");
        }
    }

    private static ExpectedDiagnostic FromMark(AnalyzerTest test, ImmutableArray<string> supported, TestFile file, MarkedSpan mark)
    {
        var id = mark.Label ?? DefaultRule(test) ?? throw new AnalyzerTestException(
            $"'[|..|]' is ambiguous: the analyzers report {string.Join(", ", supported)}. Write '{{|{supported[0]}:..|}}' or use WithDefaultRule.");
        CheckRule(id, supported);
        if (test.DisabledDiagnostics.Contains(id))
        {
            throw new AnalyzerTestException($"The test expects {id} and ignores it.");
        }

        return IsCompilerRule(id)
            ? new(id, file.Path, mark.Span, mark)
            : new(id, file.Path, mark.Span, mark) { Message = test.ExpectedMessage, Properties = test.ExpectedProperties };
    }

    private static ExpectedDiagnostic FromList(
        DiagnosticResult result, ImmutableArray<string> supported, Dictionary<int, (string Path, TextSpan Span)> numbers)
    {
        CheckRule(result.Id, supported);
        var (path, span) = result.Location is { } number ? Resolve(number) : ("", default);
        return new(result.Id, path, span, null)
        {
            Message = result.Message,
            Severity = result.Severity,
            Properties = result.Properties,
            AdditionalLocations = result.AdditionalLocations is { } more ? [.. more.Select(Resolve)] : null,
        };

        (string Path, TextSpan Span) Resolve(int number)
            => numbers.TryGetValue(number, out var location)
                ? location
                : throw new AnalyzerTestException($"The location #{number} is expected, but '{{|#{number}:..|}}' isn't in the code.");
    }

    private static void CheckRule(string id, ImmutableArray<string> supported)
    {
        if (!IsCompilerRule(id) && !supported.Contains(id))
        {
            throw new AnalyzerTestException($"The test expects {id}, which none of its analyzers reports. They report: {string.Join(", ", supported)}.");
        }
    }
}
