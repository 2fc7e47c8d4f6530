namespace PointToPoint.Testing;

/// <summary>Which of the extra runs a test leaves out.</summary>
[Flags]
public enum TestBehaviors
{
    /// <summary>All runs.</summary>
    None = 0,

    /// <summary>Doesn't check that the analyzers are quiet in generated code.</summary>
    SkipGeneratedCodeCheck = 1,

    /// <summary>Doesn't check that <c>#pragma warning disable</c> silences the analyzers.</summary>
    SkipPragmaCheck = 2,

    /// <summary>Doesn't analyse a second time to see that the answer is the same.</summary>
    SkipRepeatCheck = 4,

    /// <summary>Doesn't run Fix All.</summary>
    SkipFixAllCheck = 8,

    /// <summary>Doesn't check that the answer is the same where referenced projects are assemblies, as in a build.</summary>
    SkipBuildCheck = 16,
}
