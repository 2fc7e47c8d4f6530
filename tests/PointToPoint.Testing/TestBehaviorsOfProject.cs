namespace PointToPoint.Testing;

/// <summary>
/// The extra runs that all tests of a project leave out. Where the same tests run on two compilers, each of the runs is one's affair: that an analyzer is quiet in generated code and under a pragma, and that it
/// says the same twice, is its own doing, and those runs are most of the time. The switches stand in the project's file, as items <c>RuntimeHostConfigurationOption</c>.
/// </summary>
internal static class TestBehaviorsOfProject
{
    public static TestBehaviors Value { get; } =
        (IsOn("PointToPoint.Testing.SkipQuietChecks") ? TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipPragmaCheck : TestBehaviors.None)
        | (IsOn("PointToPoint.Testing.SkipRepeatCheck") ? TestBehaviors.SkipRepeatCheck : TestBehaviors.None);

    private static bool IsOn(string name) => AppContext.TryGetSwitch(name, out var value) && value;
}
