using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Rules;
using PointToPoint.CodeFixes.Rules;
using PointToPoint.Gateway;
using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests;

/// <summary>The fixture of the fix: the coupling rules, and a project that references the gateway.</summary>
internal static class GatewayTest
{
    public static ReferenceSet References { get; } = ReferenceSet.AspNetCore.With(typeof(IIntegrationGateway).Assembly);

    // Read once for all, as nothing changes it; each analysis has an analyzer of its own.
    private static readonly Lazy<LibraryCatalog> _catalog = new(LibraryCatalog.Load);

    public static AnalyzerTest Test { get; } = AnalyzerTest.For(static () => new CouplingAnalyzer(onRecord: null, catalog: _catalog.Value))
        .WithFix<RouteThroughGatewayFix>()
        .WithDefaultRule("P2P1001")
        .WithReferences(References);

    /// <summary>The gateway's namespace is there for every file, as with a global using.</summary>
    public static AnalyzerTest WithAdditionalUsing(this AnalyzerTest test) => test.WithAdditionalFile("GatewayUsings.cs", "global using PointToPoint.Gateway;\n");
}
