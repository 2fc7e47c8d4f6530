using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// Applications that reference a test framework all the same: a package that was left behind, which also says <c>IsTestProject</c> for them, or tests that the application keeps in a folder of its own. Their
/// program hosts itself. Only syntax is read, and only where a project is taken for a test.
/// </summary>
internal static class Applications
{
    private static readonly string[] _hosts = ["WebApplication", "WebHost", "HostBuilder", "HostApplicationBuilder", "WebAssemblyHostBuilder", "FunctionsApplication", "DistributedApplication"];

    // How the attributes end that frameworks, and what is built on them, mark tests with: SkippableFact, ConditionalTheory, StaTest.
    private static readonly string[] _tests =
        ["Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestFixture", "SetUpFixture", "TestMethod", "TestClass", "TestContainer", "AssemblyInitialize", "CollectionDefinition", "AssemblyFixture", "InlineData", "MemberData", "AutoData", "Binding", "Given", "When", "Then", "Benchmark", "Scenario", "Subject"];

    /// <summary>
    /// The folders of tests that an application keeps, none for most, as paths below its own with a slash at the end; default for what is no application: its own program makes no host, or a test stands elsewhere
    /// in it.
    /// </summary>
    /// <param name="compilation">The project.</param>
    /// <param name="folder">Its folder; null if the build doesn't say.</param>
    public static ImmutableArray<string> TestFoldersOf(Compilation compilation, string? folder)
    {
        if (compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication) || compilation.SyntaxTrees.FirstOrDefault(IsProgram) is not { } program)
        {
            return default;
        }

        var folders = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees.Where(HasTest))
        {
            if (TestFolderOf(tree.FilePath, folder) is not { } tests)
            {
                return default;
            }

            folders.Add(tests);
        }

        return folders.Count > 0 && TestFolderOf(program.FilePath, folder) is not null ? default : [.. folders];
    }

    private static bool HasTest(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Any(attribute => NameOf(attribute) is var name && _tests.Any(end => name.EndsWith(end, StringComparison.Ordinal)));

    /// <summary>The outermost folder within the project's that is called tests: <c>Tests/</c>.</summary>
    private static string? TestFolderOf(string path, string? folder)
    {
        if (folder is null || FilePath.Below(folder, path) is not { } below)
        {
            return null;
        }

        for (var (start, end) = (0, below.IndexOf('/')); end > 0; start = end + 1, end = below.IndexOf('/', start))
        {
            if (below.Substring(start, end - start) is var name && (name.Equals("test", StringComparison.OrdinalIgnoreCase) || name.EndsWith("tests", StringComparison.OrdinalIgnoreCase)))
            {
                return below.Substring(0, end + 1);
            }
        }

        return null;
    }

    private static bool IsProgram(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        return (root is CompilationUnitSyntax unit && unit.Members.Any(member => member is GlobalStatementSyntax) ? unit.Members.OfType<GlobalStatementSyntax>() : Mains(root))
            .SelectMany(node => (node as MethodDeclarationSyntax)?.Parent?.DescendantNodes() ?? node.DescendantNodes())
            .Any(node => node is IdentifierNameSyntax name && (_hosts.Contains(name.Identifier.ValueText, StringComparer.Ordinal) || MakesHost(name)));
    }

    /// <summary><c>Host.CreateDefaultBuilder(args)</c>; an address has a host, too.</summary>
    private static bool MakesHost(IdentifierNameSyntax name) => name.Identifier.ValueText == "Host" && name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
        && access.Name.Identifier.ValueText.StartsWith("Create", StringComparison.Ordinal);

    private static IEnumerable<SyntaxNode> Mains(SyntaxNode root) => root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MethodDeclarationSyntax>()
        .Where(method => method.Identifier.ValueText == "Main" && method.Modifiers.Any(modifier => modifier.ValueText == "static"));

    private static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name is AliasQualifiedNameSyntax aliased ? aliased.Name : attribute.Name as SimpleNameSyntax;
        var text = name?.Identifier.ValueText ?? "";
        return text.EndsWith("Attribute", StringComparison.Ordinal) ? text.Substring(0, text.Length - "Attribute".Length) : text;
    }
}
