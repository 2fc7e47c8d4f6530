using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PointToPoint.Benchmarks;

/// <summary>The figures: for a person, and for a script.</summary>
internal sealed record Report(WorkloadSize Size, ImmutableArray<Pair> Pairs, ImmutableArray<Edit> Edits)
{
    private const double RatioTarget = 1.3;

    private const double EditTarget = 150;

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public string ToTable()
    {
        var text = new StringBuilder();
        Line($"{Size.Files} files, {Size.Lines} lines, {Size.Invocations} invocations; found {Size.Calls} outbound calls ({Size.UnknownCalls} of unknown target), {Size.Wirings} wirings");
        if (Pairs.Length > 0)
        {
            text.AppendLine();
            Line($"Whole compilation, trees parsed anew for each run (parsing not timed), {Environment.ProcessorCount} processors");
            Line($"{"pair",6} {"no-op s",10} {"ours s",10} {"ratio",8} {"ratio cpu",10}");
            foreach (var (pair, i) in Pairs.Select((pair, i) => (pair, i + 1)))
            {
                Line($"{i,6} {pair.NoOp.Elapsed.TotalSeconds,10:0.00} {pair.Ours.Elapsed.TotalSeconds,10:0.00} {pair.Ratio,8:0.00} {pair.CpuRatio,10:0.00}");
            }

            Line($"{"median",6} {"",10} {"",10} {Median(Pairs.Select(pair => pair.Ratio)),8:0.00} {Median(Pairs.Select(pair => pair.CpuRatio)),10:0.00}   target: ratio <= {RatioTarget:0.0}");
        }

        if (Edits.Length > 0)
        {
            text.AppendLine();
            text.AppendLine("One document after an edit of it, same analyzer objects, new compilation");
            Line($"{"edited",-14} {"edits",6} {"no-op ms",10} {"ours ms",10} {"added ms",10} {"most added",11}");
            foreach (var kind in Edits.GroupBy(edit => edit.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            {
                Row(kind.Key, [.. kind]);
            }

            Row("all", Edits);
            Line($"target: median added <= {EditTarget:0} ms");
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

        void Row(string name, ImmutableArray<Edit> edits) => Line(
            $"{name,-14} {edits.Length,6} {Median(edits.Select(edit => edit.NoOp.TotalMilliseconds)),10:0.0} {Median(edits.Select(edit => edit.Ours.TotalMilliseconds)),10:0.0} {Median(edits.Select(edit => edit.Added.TotalMilliseconds)),10:0.0} {edits.Max(edit => edit.Added.TotalMilliseconds),11:0.0}");
    }

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Size.Files,
            Size.Lines,
            Size.Invocations,
            Size.Calls,
            Size.UnknownCalls,
            Size.Wirings,
            Processors = Environment.ProcessorCount,
            RatioTarget,
            MedianRatio = Pairs.Length == 0 ? (double?)null : Median(Pairs.Select(pair => pair.Ratio)),
            MedianCpuRatio = Pairs.Length == 0 ? (double?)null : Median(Pairs.Select(pair => pair.CpuRatio)),
            Pairs = Pairs.Select(pair => new
            {
                NoOpSeconds = pair.NoOp.Elapsed.TotalSeconds,
                OursSeconds = pair.Ours.Elapsed.TotalSeconds,
                NoOpCpuSeconds = pair.NoOp.Cpu.TotalSeconds,
                OursCpuSeconds = pair.Ours.Cpu.TotalSeconds,
                pair.Ratio,
                pair.CpuRatio,
            }),
            EditTargetMilliseconds = EditTarget,
            MedianAddedMilliseconds = Edits.Length == 0 ? (double?)null : Median(Edits.Select(edit => edit.Added.TotalMilliseconds)),
            Edits = Edits.Select(edit => new
            {
                edit.Kind,
                NoOpMilliseconds = edit.NoOp.TotalMilliseconds,
                OursMilliseconds = edit.Ours.TotalMilliseconds,
                AddedMilliseconds = edit.Added.TotalMilliseconds,
            }),
        },
        _json);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
