using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.Analyzers.Systems;

/// <summary>
/// Applications that reference a test framework all the same: a package that was left behind, which also says <c>IsTestProject</c> for them. Their program hosts itself, and nothing in them is a test.
/// Only syntax is read, and only where a project is taken for a test.
/// </summary>
internal static class Applications
{
    private static readonly string[] _hosts = ["WebApplication", "WebHost", "HostBuilder", "HostApplicationBuilder", "WebAssemblyHostBuilder", "FunctionsApplication", "DistributedApplication"];

    // How the attributes end that frameworks, and what is built on them, mark tests with: SkippableFact, ConditionalTheory, StaTest.
    private static readonly string[] _tests =
        ["Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestFixture", "SetUpFixture", "TestMethod", "TestClass", "TestContainer", "AssemblyInitialize", "CollectionDefinition", "AssemblyFixture", "InlineData", "MemberData", "AutoData", "Binding", "Given", "When", "Then", "Benchmark", "Scenario", "Subject"];

    /// <summary>True if the project's own program makes a host, and no attribute anywhere is one of a test.</summary>
    public static bool IsOne(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
        && compilation.SyntaxTrees.Any(IsProgram)
        && !compilation.SyntaxTrees.Any(tree => tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Any(attribute => NameOf(attribute) is var name && _tests.Any(end => name.EndsWith(end, StringComparison.Ordinal))));

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
