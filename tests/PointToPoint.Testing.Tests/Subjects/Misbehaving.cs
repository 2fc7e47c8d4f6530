using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Testing.Tests.Subjects;

/// <summary>Tests of analyzers that do what an analyzer must not.</summary>
internal static class Misbehaving
{
    public static AnalyzerTest Calls(Action<OperationAnalysisContext> analyze, GeneratedCodeAnalysisFlags generated = GeneratedCodeAnalysisFlags.None)
        => AnalyzerTest.For(() => new DelegatingAnalyzer(
            context =>
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(generated);
                context.RegisterOperationAction(analyze, OperationKind.Invocation);
            },
            Rules.BadCall));

    /// <summary>Reports what the well-behaved analyzer reports, and whatever <paramref name="also"/> adds.</summary>
    public static AnalyzerTest Reporting(Func<Diagnostic, OperationAnalysisContext, IEnumerable<Diagnostic>> also)
        => Calls(context =>
        {
            if (BadCallAnalyzer.Find((IInvocationOperation)context.Operation) is { } diagnostic)
            {
                foreach (var one in also(diagnostic, context))
                {
                    context.ReportDiagnostic(one);
                }
            }
        });

    /// <summary>Reports names that begin with Bad, with syntax alone, and even in generated code unless <paramref name="skip"/> says no.</summary>
    public static AnalyzerTest InGeneratedCode(Func<SyntaxTree, AnalyzerOptions, bool> skip)
        => AnalyzerTest.For(() => new DelegatingAnalyzer(
            context =>
            {
                context.EnableConcurrentExecution();
                context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
                context.RegisterSyntaxNodeAction(
                    c =>
                    {
                        var type = (ClassDeclarationSyntax)c.Node;
                        if (type.Identifier.ValueText.StartsWith("Bad", StringComparison.Ordinal) && !skip(c.Node.SyntaxTree, c.Options))
                        {
                            c.ReportDiagnostic(Diagnostic.Create(Rules.BadName, type.Identifier.GetLocation(), type.Identifier.ValueText));
                        }
                    },
                    SyntaxKind.ClassDeclaration);
            },
            Rules.BadName));
}
