namespace PointToPoint.Tool.Loading;

/// <summary>A scan that can't be done. The message says what, why and what next; there is no stack trace to show.</summary>
internal sealed class ScanException : Exception
{
    public ScanException(string message)
        : base(message)
    {
    }

    public ScanException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ScanException()
    {
    }
}
