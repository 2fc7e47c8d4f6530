namespace PointToPoint.Tool.Loading;

/// <summary>What the scan is doing, for a person who waits.</summary>
internal interface IScanProgress
{
    /// <summary>A new step begins, such as "Restoring packages of 12 projects".</summary>
    void Step(string text);

    /// <summary>How far the step is; shown only where it can be replaced by the next.</summary>
    void Detail(string text);

    /// <summary>Something the person should know, which is no result.</summary>
    void Note(string text);
}
