namespace PointToPoint.Benchmarks.Workload;

/// <summary>One source file.</summary>
internal sealed record GeneratedFile(string Path, string Text);
