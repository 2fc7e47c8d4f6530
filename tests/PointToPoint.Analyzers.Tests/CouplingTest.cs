using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Rules;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests;

/// <summary>Tests of the coupling rules. Each analysis has an analyzer of its own; the catalog, which nothing changes, is read once for all: reading it takes longer than most tests.</summary>
internal static class CouplingTest
{
    private static readonly Lazy<LibraryCatalog> _catalog = new(LibraryCatalog.Load);

    /// <summary>A test with nothing set yet.</summary>
    public static AnalyzerTest New() => AnalyzerTest.For(static () => Analyzer());

    /// <summary>An analyzer that counts its work.</summary>
    public static CouplingAnalyzer Analyzer(EngineCounters? counters = null) => new(onRecord: null, counters, catalog: _catalog.Value);
}
