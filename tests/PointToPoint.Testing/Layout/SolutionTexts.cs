using Microsoft.CodeAnalysis;

namespace PointToPoint.Testing.Layout;

/// <summary>The text of every file of a solution, by path: what would be on disk.</summary>
internal static class SolutionTexts
{
    public static async Task<ImmutableSortedDictionary<string, string>> ReadAsync(Solution solution)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var document in Documents(solution))
        {
            texts[PathOf(document)] = (await document.GetTextAsync()).ToString();
        }

        return texts.ToImmutable();
    }

    public static IEnumerable<TextDocument> Documents(Solution solution)
        => solution.Projects.SelectMany(p => p.Documents.Concat(p.AdditionalDocuments).Concat(p.AnalyzerConfigDocuments));

    // A document that a fix adds has folders and a name, not a path yet.
    public static string PathOf(TextDocument document)
        => document.FilePath is { Length: > 0 } path
            ? path
            : string.Join('/', [FolderOf(document.Project), .. document.Folders, document.Name]);

    private static string FolderOf(Project project) => project.FilePath![..project.FilePath!.LastIndexOf('/')];
}
