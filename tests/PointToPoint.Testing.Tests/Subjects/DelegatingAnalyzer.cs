using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing.Tests.Subjects;

/// <summary>Does what a test tells it to, so that a test can show an analyzer that misbehaves.</summary>
#pragma warning disable RS1001 // Made by tests only; no host should find it.
internal sealed class DelegatingAnalyzer(Action<AnalysisContext> register, params DiagnosticDescriptor[] rules) : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [.. rules];

    public override void Initialize(AnalysisContext context) => register(context);
}
