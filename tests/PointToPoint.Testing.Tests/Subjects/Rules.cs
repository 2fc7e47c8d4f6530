namespace PointToPoint.Testing.Tests.Subjects;

internal static class Rules
{
    public static readonly DiagnosticDescriptor BadCall = Rule("T0001", "'{0}' is bad", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor BadName = Rule("T0002", "The name '{0}' is bad", DiagnosticSeverity.Hidden);

    private static DiagnosticDescriptor Rule(string id, string message, DiagnosticSeverity severity)
        => new(id, "Title", message, "Test", severity, isEnabledByDefault: true);
}
