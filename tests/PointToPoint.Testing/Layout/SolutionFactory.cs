using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Testing.Layout;

/// <summary>
/// Makes a Roslyn <see cref="Solution"/> of a test. A solution, not a bare compilation: its projects then read .editorconfig, .globalconfig and
/// additional files with the compiler's own code.
/// </summary>
internal static class SolutionFactory
{
    // Every test forks the empty solution of this workspace and changes nothing in it.
    private static readonly Lazy<AdhocWorkspace> Workspace = new(() => new AdhocWorkspace(MefHostServices.DefaultHost));

    private static readonly string[] Symbols =
        ["TRACE", "DEBUG", "NET", "NETCOREAPP", "NET10_0", .. Enumerable.Range(5, 6).Select(v => $"NET{v}_0_OR_GREATER")];

    public static Solution Create(AnalyzerTest test, TestState state, IReadOnlyCollection<TestFile> files)
    {
        var solution = Workspace.Value.CurrentSolution;
        var ids = state.Projects.ToDictionary(p => p.Name, p => ProjectId.CreateNewId(p.Name), StringComparer.Ordinal);
        foreach (var project in state.Projects)
        {
            var own = files.Where(f => f.Project is null || f.Project == project.Name).ToList();
            var parse = new CSharpParseOptions(test.LanguageVersion, preprocessorSymbols: Symbols);
            solution = solution.AddProject(ProjectInfo.Create(
                ids[project.Name],
                VersionStamp.Default,
                project.Name,
                project.Property("AssemblyName") ?? project.Name,
                LanguageNames.CSharp,
                filePath: $"{project.Folder}/{project.Name}.csproj",
                compilationOptions: Options(test, project, own, parse),
                parseOptions: parse,
                metadataReferences: test.ReferenceAssemblies.References));
            foreach (var file in own)
            {
                solution = Add(solution, ids[project.Name], project, file.Path, file.Kind, Text(file.Content.Text));
            }

            if (test.ImplicitUsings)
            {
                solution = Add(solution, ids[project.Name], project, ImplicitUsings.Path(project), TestFileKind.Source, Text(ImplicitUsings.Text(test)));
            }

            var config = BuildProperties.GlobalConfig(test, project, own);
            solution = Add(solution, ids[project.Name], project, BuildProperties.Path(project), TestFileKind.AnalyzerConfig, Text(config));
        }

        foreach (var project in state.Projects)
        {
            solution = solution.AddProjectReferences(
                ids[project.Name], project.References.Distinct(StringComparer.Ordinal).Select(r => new ProjectReference(ids[r])));
        }

        return solution;
    }

    public static SourceText Text(string text) => SourceText.From(text, Encoding.UTF8);

    private static Solution Add(
        Solution solution, ProjectId project, TestProject folder, string path, TestFileKind kind, SourceText text)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var id = DocumentId.CreateNewId(project, path);
        var folders = path.StartsWith(folder.Folder + "/", StringComparison.Ordinal)
            ? path[(folder.Folder.Length + 1)..].Split('/')[..^1]
            : [];
        return kind switch
        {
            TestFileKind.Source => solution.AddDocument(id, name, text, folders, path),
            TestFileKind.AnalyzerConfig => solution.AddAnalyzerConfigDocument(id, name, text, folders, path),
            _ => solution.AddAdditionalDocument(id, name, text, folders, path),
        };
    }

    private static CSharpCompilationOptions Options(AnalyzerTest test, TestProject project, List<TestFile> files, CSharpParseOptions parse)
        => new CSharpCompilationOptions(
                Kind(test, project, files, parse), nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, deterministic: true)
            .WithSpecificDiagnosticOptions([
                // As the SDK does: versions of references are the SDK's own affair.
                KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress),
                KeyValuePair.Create("CS1702", ReportDiagnostic.Suppress),
            ]);

    private static OutputKind Kind(AnalyzerTest test, TestProject project, List<TestFile> files, CSharpParseOptions parse)
    {
        if (project.Property("OutputType") is { } type)
        {
            return type.Equals("Library", StringComparison.OrdinalIgnoreCase) ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        }

        return test.OutputKind ?? (files.Any(f => f.Kind == TestFileKind.Source && HasStatements(f, parse))
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary);
    }

    private static bool HasStatements(TestFile file, CSharpParseOptions parse)
        => CSharpSyntaxTree.ParseText(file.Content.Text, parse).GetCompilationUnitRoot().Members.Any(m => m is GlobalStatementSyntax);
}
