using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

using PointToPoint.Tool.Loading;
using PointToPoint.Tool.Map;
using PointToPoint.Tool.Tests.Loading;

namespace PointToPoint.Tool.Tests.Map;

public sealed class ProjectAnalysisTests
{
    [Fact]
    public async Task CancellationThatNobodyAskedFor_IsAProblemOfThatProject()
    {
        var analysis = await RunAsync(new FailingLoader(new OperationCanceledException("odd")), TestContext.Current.CancellationToken);

        // Roslyn makes a cancelled task of it, and the text of the exception is lost.
        Assert.StartsWith("its analysis failed (TaskCanceledException", Assert.Single(analysis.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancellationThatSomebodyAskedFor_EndsTheScan()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(new FailingLoader(new OperationCanceledException()), source.Token));
    }

    [Fact]
    public async Task ProjectWithoutFramework_SaysThatNothingWasSeen()
    {
        var loader = TextLoader.From(TextAndVersion.Create(SourceText.From("class C;"), VersionStamp.Default));

        var analysis = await RunAsync(loader, TestContext.Current.CancellationToken);

        Assert.Equal("no framework was found, so NOTHING in it could be seen", Assert.Single(analysis.Problems));
    }

    private static async Task<ProjectAnalysis> RunAsync(TextLoader loader, CancellationToken cancellationToken)
    {
        using var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var document = DocumentInfo.Create(DocumentId.CreateNewId(id), "C.cs", loader: loader, filePath: "/r/C.cs");
        var project = workspace.AddProject(ProjectInfo.Create(id, VersionStamp.Default, "P", "P", LanguageNames.CSharp, documents: [document]));
        return await ProjectAnalysis.RunAsync(new LoadedProject(Captured.Project("/r/P.csproj"), project, HasAll: true), context: null, cancellationToken);
    }

    private sealed class FailingLoader(Exception failure) : TextLoader
    {
        public override Task<TextAndVersion> LoadTextAndVersionAsync(LoadTextOptions options, CancellationToken cancellationToken) => throw failure;
    }
}
