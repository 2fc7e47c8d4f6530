namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Every bound on the evaluator's work. Past one of them the answer is an honest unknown, never a hang.</summary>
internal static class Limits
{
    /// <summary>Nested evaluations: a hop to a variable's value, into a method, into an operand.</summary>
    public const int Depth = 96;

    /// <summary>Operations looked at for one address.</summary>
    public const int Steps = 4_000;

    /// <summary>Of an address, the operations after which what is found is kept for its next reader: most addresses never come so far.</summary>
    public const int StepsBeforeKept = 64;

    /// <summary>Alternatives kept for one value.</summary>
    public const int Alternatives = 16;

    /// <summary>Values that one configuration key may have, over all applications that run the code.</summary>
    public const int Settings = 8;

    /// <summary>Operands of one concatenation or interpolation.</summary>
    public const int Terms = 256;

    /// <summary>Characters of one alternative.</summary>
    public const int Length = 2_048;

    /// <summary>Entries of one provenance.</summary>
    public const int Provenance = 24;

    /// <summary>Calls inlined into each other.</summary>
    public const int CallDepth = 12;

    /// <summary>Methods that one call is followed into, on all ways together: methods that call each other have more ways than anybody can go.</summary>
    public const int Ways = 128;

    /// <summary>Hops back from an object to its creation.</summary>
    public const int Hops = 16;

    /// <summary>Rounds of one loop that are gone one by one; more of them are any number.</summary>
    public const int Rounds = 32;

    /// <summary>Classes that one member's implementations, or one class's objects, are told apart in.</summary>
    public const int Implementations = 16;

    /// <summary>Places that one constructor is followed to: past it, the class is a general one and its addresses are its users' affair.</summary>
    public const int Creations = 16;

    /// <summary>Calls of one method that are looked at.</summary>
    public const int Callers = 128;

    /// <summary>Bodies that one object is followed into on its way forward.</summary>
    public const int Bodies = 64;

    /// <summary>Callers of callers, where there is more than one; of a chain of single ones <see cref="Hops"/>.</summary>
    public const int CallerDepth = 4;
}
