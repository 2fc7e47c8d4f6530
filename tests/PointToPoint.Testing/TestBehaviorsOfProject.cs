namespace PointToPoint.Testing;

/// <summary>
/// The extra runs that all tests of a project leave out. A project that runs another's tests on a second compiler sets the switch: that an analyzer is quiet in generated code and under a pragma is the
/// analyzer's doing, asserted by the first, and those runs are half of the time.
/// </summary>
internal static class TestBehaviorsOfProject
{
    /// <summary>The switch in the project's file: an item <c>RuntimeHostConfigurationOption</c>.</summary>
    private const string Switch = "PointToPoint.Testing.SkipQuietChecks";

    public static TestBehaviors Value { get; } =
        AppContext.TryGetSwitch(Switch, out var skip) && skip ? TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipPragmaCheck : TestBehaviors.None;
}
