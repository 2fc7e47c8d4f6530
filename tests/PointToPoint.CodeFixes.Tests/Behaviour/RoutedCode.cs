using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

using PointToPoint.CodeFixes.Rules;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>Code as the real fix leaves it, applied as an editor does: to one diagnostic after the other, until nothing is reported.</summary>
internal static class RoutedCode
{
    public static async Task<string> OfAsync(string code)
    {
        using var workspace = new AdhocWorkspace();
        var document = CodeDocument.Create(workspace, code, GatewayTest.References);
        var diagnostics = await document.DirectCallsAsync();
        Assert.NotEmpty(diagnostics);
        while (diagnostics.Count > 0)
        {
            document = await FixAsync(document, diagnostics[0]);
            var left = await document.DirectCallsAsync();
            Assert.True(left.Count < diagnostics.Count, "The fix left everything as it was reported.");
            diagnostics = left;
        }

        return (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    private static async Task<Document> FixAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await new RouteThroughGatewayFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        Assert.True(actions.Count == 1, $"{actions.Count} fixes for: {diagnostic}");
        var operations = await actions[0].GetOperationsAsync(TestContext.Current.CancellationToken);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;
    }
}
