namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Every bound on the evaluator's work. Past one of them the answer is an honest unknown, never a hang.</summary>
internal static class Limits
{
    /// <summary>Nested evaluations: a hop to a variable's value, into a method, into an operand.</summary>
    public const int Depth = 48;

    /// <summary>Operations looked at for one address.</summary>
    public const int Steps = 4_000;

    /// <summary>Alternatives kept for one value.</summary>
    public const int Alternatives = 16;

    /// <summary>Operands of one concatenation or interpolation.</summary>
    public const int Terms = 256;

    /// <summary>Characters of one alternative.</summary>
    public const int Length = 2_048;

    /// <summary>Entries of one provenance.</summary>
    public const int Provenance = 24;
}
