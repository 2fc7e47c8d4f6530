namespace PointToPoint.Testing;

/// <summary>A check of an <see cref="AnalyzerTest"/> failed, or the test itself is written in a way that can't mean anything.</summary>
public sealed class AnalyzerTestException : Exception
{
    public AnalyzerTestException()
    {
    }

    public AnalyzerTestException(string message)
        : base(message)
    {
    }

    public AnalyzerTestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The text that would have made the test pass: the code with the markup of what was really reported. Empty if no text would.</summary>
    public string Actual { get; init; } = "";
}
