using PointToPoint.Analyzers.Rules;
using PointToPoint.CodeFixes.Rules;
using PointToPoint.Gateway;
using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests;

/// <summary>The fixture of the fix: the coupling rules, and a project that references the gateway.</summary>
internal static class GatewayTest
{
    public static ReferenceSet References { get; } = ReferenceSet.AspNetCore.With(typeof(IIntegrationGateway).Assembly);

    public static AnalyzerTest Test { get; } = AnalyzerTest.For<CouplingAnalyzer>()
        .WithFix<RouteThroughGatewayFix>()
        .WithDefaultRule("P2P1001")
        .WithReferences(References);

    /// <summary>The gateway's namespace is there for every file, as with a global using.</summary>
    public static AnalyzerTest WithAdditionalUsing(this AnalyzerTest test) => test.WithAdditionalFile("GatewayUsings.cs", "global using PointToPoint.Gateway;\n");
}
