using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

using PointToPoint.Tool.Loading;
using PointToPoint.Tool.Map;

namespace PointToPoint.Tool.Commands;

/// <summary>
/// Analyses a few lines of code of our own. The first analysis of a process spends seconds on just-in-time compilation, which the wait for
/// MSBuild hides.
/// </summary>
internal static class WarmUp
{
    private const string Code = """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http)
        {
            public async Task<string> Get(int id) => await http.GetStringAsync($"https://example.com/{id}");
        }
        """;

    public static Task RunAsync(CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            using var workspace = new AdhocWorkspace();
            var references = FrameworkPacks.References(packRoot: "", majorVersion: 0, web: false).Select(file => MetadataReference.CreateFromFile(file));
            var project = workspace.AddProject(ProjectInfo.Create(
                ProjectId.CreateNewId(), VersionStamp.Default, "WarmUp", "WarmUp", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: references));
            project = project.AddDocument("Client.cs", Code).Project;
            var captured = CapturedProject.Parse(["[properties]", "MSBuildProjectFullPath=/WarmUp/WarmUp.csproj"], default)!;
            await ProjectAnalysis.RunAsync(new LoadedProject(captured, project, HasAll: true), context: null, cancellationToken);
        },
        cancellationToken);
}
