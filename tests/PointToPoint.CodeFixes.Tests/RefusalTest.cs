using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

using PointToPoint.Analyzers.Rules;
using PointToPoint.CodeFixes.Rewriting;
using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests;

/// <summary>Checks that marked code gets no fix, and that the reason told is the right one.</summary>
internal static partial class RefusalTest
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    public static Task Refuses(RefusalReason reason, string code) => Refuses(GatewayTest.Test, reason, code);

    public static async Task Refuses(AnalyzerTest test, RefusalReason reason, string code)
    {
        await test.OffersNoFix(code);
        Assert.Equal([reason], (await ReasonsAsync(Markup().Replace(code, ""), test.ReferenceAssemblies)).Distinct());
        Assert.NotEqual(RefusalReason.WouldNotCompile.Text(), reason.Text());
    }

    private static async Task<List<RefusalReason?>> ReasonsAsync(string code, ReferenceSet references)
    {
        using var workspace = new AdhocWorkspace();
        var kind = CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken).GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members
            .Any(member => member.IsKind(SyntaxKind.GlobalStatement)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Create(), "TestProject", "TestProject", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithMetadataReferences(references.References));
        var document = project.AddDocument("Test0.cs", code, filePath: "/0/TestProject/Test0.cs");
        document = document.Project.AddDocument("Usings.cs", Usings, filePath: "/0/TestProject/Usings.cs").Project.GetDocument(document.Id)!;
        var compilation = await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var diagnostics = await compilation!.WithAnalyzers([new CouplingAnalyzer()], document.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var reasons = new List<RefusalReason?>();
        foreach (var diagnostic in diagnostics.Where(each => each.Id is "P2P1001" or "P2P1003"))
        {
            reasons.Add(await GatewayRewrite.ExplainAsync(document, diagnostic, TestContext.Current.CancellationToken));
        }

        return reasons;
    }

    [GeneratedRegex(@"\[\||\|\]|\{\|[A-Z0-9#]+:|\|\}")]
    private static partial Regex Markup();
}
