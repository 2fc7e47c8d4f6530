namespace PointToPoint.Tool.Commands;

/// <summary>What a person asked of <c>p2p scan</c>.</summary>
internal sealed record ScanOptions
{
    /// <summary>Solution, project or folder.</summary>
    public required string Path { get; init; }

    public bool NoRestore { get; init; }

    /// <summary>JSON on standard output in the place of the tables.</summary>
    public bool Json { get; init; }

    /// <summary>Where the JSON is written besides; null for nowhere.</summary>
    public string? Output { get; init; }

    public bool Unresolved { get; init; }

    public bool Strict { get; init; }

    public bool Quiet { get; init; }

    public bool NoColor { get; init; }
}
