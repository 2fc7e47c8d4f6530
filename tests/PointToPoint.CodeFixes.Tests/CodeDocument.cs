using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Analyzers.Rules;
using PointToPoint.Testing;

namespace PointToPoint.CodeFixes.Tests;

/// <summary>A file of code in a project of its own, for tests that ask the rewrite itself.</summary>
internal static class CodeDocument
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    public static Document Create(AdhocWorkspace workspace, string code, ReferenceSet references) => Create(workspace, SourceText.From(code), references);

    public static Document Create(AdhocWorkspace workspace, SourceText code, ReferenceSet references)
    {
        var kind = CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken).GetCompilationUnitRoot(TestContext.Current.CancellationToken).Members
            .Any(member => member.IsKind(SyntaxKind.GlobalStatement)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Create(), "TestProject", "TestProject", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithMetadataReferences(references.References));
        var document = project.AddDocument("Test0.cs", code, filePath: "/0/TestProject/Test0.cs");
        return document.Project.AddDocument("Usings.cs", Usings, filePath: "/0/TestProject/Usings.cs").Project.GetDocument(document.Id)!;
    }

    /// <summary>What the coupling rules that the fix is for report, in the order of the text.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DirectCallsAsync(this Document document)
    {
        var compilation = await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var diagnostics = await compilation!.WithAnalyzers([new CouplingAnalyzer()], document.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Where(each => each.Id is "P2P1001" or "P2P1003").OrderBy(each => each.Location.SourceSpan.Start)];
    }
}
