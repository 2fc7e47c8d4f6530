using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.CodeFixes.Rewriting.Editing;

/// <summary>Makes all changes of a document at once, adds usings, formats what is new, and leaves every other character as it was.</summary>
internal static class DocumentEditing
{
    public static async Task<SourceText> ApplyAsync(Document document, IReadOnlyCollection<SyntaxEdit> edits, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException($"'{document.Name}' has no syntax tree.");
        var options = await DocumentStyle.OptionsAsync(document, text, cancellation).ConfigureAwait(false);
        var changed = document.WithSyntaxRoot(LineEnds.Resolve(Apply(root, edits), DocumentStyle.NewLine(text)));
        changed = await ImportAdder.AddImportsAsync(changed, Simplifier.AddImportsAnnotation, options, cancellation).ConfigureAwait(false);
        changed = await Simplifier.ReduceAsync(changed, Simplifier.Annotation, options, cancellation).ConfigureAwait(false);
        changed = await Formatter.FormatAsync(changed, Formatter.Annotation, options, cancellation).ConfigureAwait(false);
        return text.WithChanges(await changed.GetTextChangesAsync(document, cancellation).ConfigureAwait(false));
    }

    private static SyntaxNode Apply(SyntaxNode root, IReadOnlyCollection<SyntaxEdit> edits)
    {
        root = root.TrackNodes(edits.Select(edit => edit.Node).Distinct());

        // Inner nodes first: an outer change gets the node with the inner ones made.
        foreach (var edit in edits.OrderBy(edit => edit.Node.FullSpan.Length).ThenBy(edit => edit.Node.SpanStart))
        {
            if (root.GetCurrentNode(edit.Node) is not { } current)
            {
                continue;
            }

            switch (edit)
            {
                case NodeEdit change:
                    var changed = change.Change(current);
                    root = changed is null ? root.RemoveNode(current, SyntaxRemoveOptions.KeepUnbalancedDirectives)! : root.ReplaceNode(current, changed);
                    break;
                case StatementsAfter insertion:
                    root = root.InsertNodesAfter(current, insertion.Statements);
                    break;
            }
        }

        return root;
    }
}
