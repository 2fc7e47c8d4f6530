namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>
/// How often a thread has left a question open because it is in the middle of others. What is found meanwhile may lack something, and is answered once more when it is asked for on its own: it is
/// not kept.
/// </summary>
#pragma warning disable CA1001 // lives as long as a compilation, which nobody disposes of either: the finaliser frees the slots
internal sealed class OpenQuestions
#pragma warning restore CA1001
{
    private readonly ThreadLocal<int> _count = new();

    public int Count => _count.Value;

    public void Add() => _count.Value++;

    /// <summary>True, and counted, if a question is left open for that.</summary>
    public bool IsLeft(bool isBusy)
    {
        if (isBusy)
        {
            Add();
        }

        return isBusy;
    }
}
