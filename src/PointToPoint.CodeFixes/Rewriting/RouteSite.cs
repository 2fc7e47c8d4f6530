using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers;

namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>A diagnostic to fix: where it stands, and what the analyzer found out about it.</summary>
internal sealed record RouteSite(Document Document, Diagnostic Diagnostic)
{
    /// <summary>The key under which the gateway knows the system that is called.</summary>
    public string System => Property(DiagnosticProperties.GatewayKey) ?? "";

    public bool IsWiring => string.Equals(Property(DiagnosticProperties.Kind), nameof(OutboundCallKind.Wiring), StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the client was bound to its endpoint.</summary>
    public IReadOnlyList<Location> Wirings => Diagnostic.AdditionalLocations;

    /// <summary>What the diagnostic alone says against a fix; null if nothing.</summary>
    public RefusalReason? Refusal()
    {
        var verdict = Property(DiagnosticProperties.Verdict);
        return verdict is not (null or "new" or "known") || System.Length == 0 ? RefusalReason.NotDirect
            : Property(DiagnosticProperties.AlsoTo) is not null ? RefusalReason.SeveralTargets
            : Property(DiagnosticProperties.Via) is not null ? RefusalReason.WrapperCaller
            : null;
    }

    private string? Property(string key) => Diagnostic.Properties.GetValueOrDefault(key);
}
