using Microsoft.CodeAnalysis;

using PointToPoint.Testing.Layout;

namespace PointToPoint.Testing.Fixing;

/// <summary>Takes over what a fix changed as a host does when it saves: texts only, one for each path.</summary>
internal static class ChangedSolution
{
    public static async Task<Solution> SettleAsync(Solution before, Solution after)
    {
        CheckKinds(before, after);
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var project in after.GetChanges(before).GetProjectChanges())
        {
            var ids = project.GetChangedDocuments().Concat(project.GetChangedAdditionalDocuments()).Concat(project.GetChangedAnalyzerConfigDocuments());
            foreach (var id in ids)
            {
                await RecordAsync(before, after, id, changed);
            }
        }

        // From the text again: a tree that a fix built may not be what its text says. Every project that has the file gets it.
        var settled = after;
        foreach (var document in SolutionTexts.Documents(after))
        {
            if (changed.TryGetValue(SolutionTexts.PathOf(document), out var text))
            {
                settled = WithText(settled, document, text);
            }
        }

        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(p => p.GetAddedDocuments()))
        {
            var document = after.GetDocument(id)!;
            var text = await document.GetTextAsync();
            settled = settled.WithDocumentText(id, SolutionFactory.Text(text.ToString())).WithDocumentFilePath(id, SolutionTexts.PathOf(document));
        }

        return settled;
    }

    private static async Task RecordAsync(Solution before, Solution after, DocumentId id, Dictionary<string, string> changed)
    {
        var document = Get(after, id);
        var path = SolutionTexts.PathOf(document);
        var text = (await document.GetTextAsync()).ToString();
        if (text == (await Get(before, id).GetTextAsync()).ToString())
        {
            return;
        }

        if (changed.TryGetValue(path, out var other) && other != text)
        {
            throw new AnalyzerTestException(
                $"The fix gives '{path}' different texts in different projects. It is one file, so the last one written would win.\n"
                + Reporting.LineDiff.Of(other, text));
        }

        changed[path] = text;
    }

    private static void CheckKinds(Solution before, Solution after)
    {
        var changes = after.GetChanges(before);
        if (changes.GetAddedProjects().Any() || changes.GetRemovedProjects().Any())
        {
            throw new AnalyzerTestException("The fix adds or removes a project, which no host saves.");
        }

        foreach (var project in changes.GetProjectChanges())
        {
            if (project.GetAddedAdditionalDocuments().Any() || project.GetAddedAnalyzerConfigDocuments().Any())
            {
                throw new AnalyzerTestException("The fix adds an additional file. 'dotnet format' dies of that: a fix may edit one, never add one.");
            }

            if (project.GetRemovedDocuments().Any()
                || project.GetRemovedAdditionalDocuments().Any()
                || project.GetRemovedAnalyzerConfigDocuments().Any())
            {
                throw new AnalyzerTestException("The fix removes a file.");
            }

            if (project.GetAddedMetadataReferences().Any() || project.GetRemovedMetadataReferences().Any()
                || project.GetAddedProjectReferences().Any() || project.GetRemovedProjectReferences().Any()
                || project.OldProject.CompilationOptions != project.NewProject.CompilationOptions
                || project.OldProject.ParseOptions != project.NewProject.ParseOptions)
            {
                throw new AnalyzerTestException($"The fix changes references or options of project '{project.NewProject.Name}', which no host saves.");
            }
        }
    }

    private static TextDocument Get(Solution solution, DocumentId id)
        => solution.GetDocument(id) ?? solution.GetAdditionalDocument(id) ?? (TextDocument)solution.GetAnalyzerConfigDocument(id)!;

    private static Solution WithText(Solution solution, TextDocument document, string text) => document switch
    {
        Document => solution.WithDocumentText(document.Id, SolutionFactory.Text(text)),
        AdditionalDocument => solution.WithAdditionalDocumentText(document.Id, SolutionFactory.Text(text)),
        _ => solution.WithAnalyzerConfigDocumentText(document.Id, SolutionFactory.Text(text)),
    };
}
