using Microsoft.CodeAnalysis.Diagnostics;

namespace PointToPoint.Testing.Tests.Subjects;

/// <summary>Well behaved: reports types whose names begin with Bad.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BadNameAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.BadName];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            c =>
            {
                if (c.Symbol.Name.StartsWith("Bad", StringComparison.Ordinal))
                {
                    c.ReportDiagnostic(Diagnostic.Create(Rules.BadName, c.Symbol.Locations[0], c.Symbol.Name));
                }
            },
            SymbolKind.NamedType);
    }
}
