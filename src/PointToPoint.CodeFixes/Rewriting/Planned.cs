namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>What a planner came to: a result, or why there is none.</summary>
internal readonly record struct Planned<T>(T? Result, RefusalReason? Refusal)
    where T : class
{
    public static implicit operator Planned<T>(T result) => new(result, null);

    public static implicit operator Planned<T>(RefusalReason refusal) => new(null, refusal);
}
