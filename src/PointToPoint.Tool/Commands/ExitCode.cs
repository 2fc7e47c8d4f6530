namespace PointToPoint.Tool.Commands;

/// <summary>What the exit code says; documented in <c>docs/tool.md</c>.</summary>
internal static class ExitCode
{
    /// <summary>It worked. A scan looks and does not judge, so findings don't change that.</summary>
    public const int Success = 0;

    /// <summary>Wrong usage, or the tool could not do it.</summary>
    public const int Error = 1;

    /// <summary>With <c>--strict</c>: something was not seen.</summary>
    public const int Incomplete = 3;
}
