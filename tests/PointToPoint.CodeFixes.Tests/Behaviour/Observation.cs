using PointToPoint.Gateway;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>What one run of code did.</summary>
/// <param name="Received">The requests that the system received.</param>
/// <param name="Elsewhere">The requests that another server received.</param>
/// <param name="Outcome">What the code returned or threw.</param>
/// <param name="Exception">What it threw.</param>
internal sealed record Observation(string Received, string Elsewhere, string Outcome, Exception? Exception)
{
    public bool IsSame(Observation other) => (Received, Elsewhere, Outcome) == (other.Received, other.Elsewhere, other.Outcome);

    public override string ToString() => $"{Received}{(Elsewhere.Length > 0 ? "elsewhere: " + Elsewhere : "")}=> {Outcome}\n";
}

/// <summary>What code did before and after a change, for a value where it isn't the same.</summary>
/// <param name="Hole">The value.</param>
/// <param name="Before">What it did before.</param>
/// <param name="After">What it did after.</param>
internal sealed record BehaviourDifference(string Hole, Observation Before, Observation After)
{
    /// <summary>
    /// The one difference that is meant: the code would have left the system, to another host or by an address that is no web address, and the
    /// gateway refuses that before anything is sent.
    /// </summary>
    public bool IsRefusal => Before.Received.Length == 0 && After is { Received: "", Elsewhere: "", Exception: GatewayRoutingException };

    public override string ToString() => $"For \"{Hole}\", before:\n{Before}\nafter:\n{After}\n";
}
