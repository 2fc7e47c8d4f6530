namespace PointToPoint.Analyzers.Wrapping;

/// <summary>What a call says of an operation that it leads to.</summary>
internal enum CallersAnswer
{
    /// <summary>It is told at the call, or the call has nothing to do with it.</summary>
    Known,

    /// <summary>The call doesn't know where it goes.</summary>
    Unknown,

    /// <summary>The call knows no more of where it goes than the operation itself.</summary>
    NoMore,

    /// <summary>The callers of the method around the call say it.</summary>
    AskFurtherOut,
}
