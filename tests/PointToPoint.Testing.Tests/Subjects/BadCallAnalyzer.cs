using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Testing.Tests.Subjects;

/// <summary>Well behaved: reports calls of methods named Bad, at their name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BadCallAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.BadCall];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    public static Diagnostic? Find(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "Bad")
        {
            return null;
        }

        var name = call.Syntax.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last(n => n.Identifier.ValueText == "Bad");
        return Diagnostic.Create(
            Rules.BadCall,
            name.GetLocation(),
            call.TargetMethod.Locations.Where(l => l.SourceTree == call.Syntax.SyntaxTree),
            ImmutableDictionary<string, string?>.Empty.Add("method", "Bad").Add("arguments", call.Arguments.Length.ToString()),
            call.TargetMethod.Name);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (Find((IInvocationOperation)context.Operation) is { } diagnostic)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
