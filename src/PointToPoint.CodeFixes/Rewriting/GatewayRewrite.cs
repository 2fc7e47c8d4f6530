using Microsoft.CodeAnalysis;

using PointToPoint.CodeFixes.Rewriting.Editing;
using PointToPoint.CodeFixes.Rewriting.Injection;

namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>
/// Routes the clients behind diagnostics through the gateway: the one function that the single fix, Fix All and the tool run. It reads a solution and
/// returns another, and nothing else.
/// </summary>
internal static class GatewayRewrite
{
    /// <summary>The solution with every client routed that can be; the same solution if none can.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="diagnostics">Diagnostics of rules P2P1001 and P2P1003; others are passed over.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<Solution> FixAsync(Solution solution, IReadOnlyCollection<(DocumentId Document, Diagnostic Diagnostic)> diagnostics, CancellationToken cancellation)
    {
        var context = new RewriteContext(solution, cancellation);
        var plans = await PlanAsync(context, diagnostics).ConfigureAwait(false);
        while (plans.Count > 0)
        {
            var changed = await ApplyAsync(context, plans).ConfigureAwait(false);
            var broken = await CompileCheck.BrokenAsync(solution, changed, Changed(plans), cancellation).ConfigureAwait(false);
            broken.AddRange(await CommentCheck.LosingAsync(solution, changed, Changed(plans), cancellation).ConfigureAwait(false));
            if (broken.Count == 0)
            {
                return changed;
            }

            plans.RemoveAll(plan => plan.Documents.Any(document => Linked(document).Any(broken.Contains)));
        }

        return solution;
    }

    /// <summary>Why a diagnostic gets no fix; null if it gets one.</summary>
    public static async Task<RefusalReason?> ExplainAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        document = First(document);
        var planned = await new RoutePlanner(new RewriteContext(document.Project.Solution, cancellation)).PlanAsync(new RouteSite(document, diagnostic)).ConfigureAwait(false);
        return planned.Refusal
            ?? (await FixAsync(document.Project.Solution, [(document.Id, diagnostic)], cancellation).ConfigureAwait(false) == document.Project.Solution ? RefusalReason.WouldNotCompile : null);
    }

    private static async Task<List<RoutePlan>> PlanAsync(RewriteContext context, IEnumerable<(DocumentId Document, Diagnostic Diagnostic)> diagnostics)
    {
        var planner = new RoutePlanner(context);
        var plans = new List<RoutePlan>();
        var seen = new HashSet<(string, int)>();
        var edited = new HashSet<SyntaxNode>();
        foreach (var (document, diagnostic) in diagnostics
            .Select(each => (Document: context.Solution.GetDocument(each.Document), each.Diagnostic))
            .Where(each => each.Document is not null && each.Diagnostic.Location.IsInSource)
            .Select(each => (Document: First(each.Document!), each.Diagnostic))
            .OrderBy(each => each.Document.FilePath, StringComparer.Ordinal).ThenBy(each => each.Diagnostic.Location.SourceSpan.Start))
        {
            // A file of several frameworks or projects is reported once for each, and one client at each of its calls.
            var key = (document.FilePath ?? document.Name, diagnostic.Location.SourceSpan.Start);
            if (!seen.Add(key) || plans.Any(plan => plan.Sites.Contains(key)))
            {
                continue;
            }

            var (plan, _) = await planner.PlanAsync(new RouteSite(document, diagnostic)).ConfigureAwait(false);
            var nodes = plan?.Edits.Select(edit => edit.Edit.Node).Concat(plan.GatewayUses.Select(use => use.Creation)).Distinct().ToList();
            if (plan is not null && !nodes!.Any(edited.Contains))
            {
                edited.UnionWith(nodes);
                plans.Add(plan);
            }
        }

        return plans;
    }

    private static async Task<Solution> ApplyAsync(RewriteContext context, List<RoutePlan> plans)
    {
        var edits = plans.SelectMany(plan => plan.Edits).Concat(UnusedConstants.Remove(plans, context.Cancellation)).ToList();
        foreach (var uses in plans.SelectMany(plan => plan.GatewayUses).GroupBy(use => use.Type))
        {
            var project = await context.ProjectAsync(uses.Key.Parts[0].Document.Project).ConfigureAwait(false);
            edits.AddRange(TypeInjection.Plan(uses.Key, [.. uses], project!.Gateway!, context.Cancellation));
        }

        var solution = context.Solution;
        foreach (var group in edits.GroupBy(edit => edit.Document.Id))
        {
            var document = context.Solution.GetDocument(group.Key)!;
            var text = await DocumentEditing.ApplyAsync(document, [.. group.Select(edit => edit.Edit)], context.Cancellation).ConfigureAwait(false);
            foreach (var id in Linked(document))
            {
                solution = solution.WithDocumentText(id, text);
            }
        }

        return solution;
    }

    private static IEnumerable<DocumentId> Changed(IEnumerable<RoutePlan> plans) => plans.SelectMany(plan => plan.Documents).SelectMany(Linked).Distinct();

    private static IEnumerable<DocumentId> Linked(Document document) => document.GetLinkedDocumentIds().Prepend(document.Id);

    /// <summary>Of the documents that share a file, always the same one.</summary>
    private static Document First(Document document) => Linked(document)
        .Select(document.Project.Solution.GetDocument)
        .OfType<Document>()
        .OrderBy(other => other.Project.Name, StringComparer.Ordinal)
        .First();
}
