using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Kinds of code that nothing is changed in.</summary>
internal static class CodeChecks
{
    private static readonly string[] _generatedEndings = [".g.cs", ".g.i.cs", ".generated.cs", ".designer.cs", ".AssemblyAttributes.cs"];

    /// <summary>Why a type's code isn't touched; null if it may be.</summary>
    public static RefusalReason? Check(TypeParts type, IEnumerable<SyntaxNode> nodes, CancellationToken cancellation)
    {
        foreach (var node in nodes)
        {
            var part = type.PartOf(node);
            if (IsGenerated(part.Document, node.SyntaxTree))
            {
                return RefusalReason.GeneratedCode;
            }

            if (IsInExpressionTree(node, part.Model, cancellation))
            {
                return RefusalReason.ExpressionTree;
            }
        }

        return type.Parts.Any(part => HasConditions(part.Node) || UsingsOf(part.Node).Any(HasConditions)) ? RefusalReason.ConditionalCode : null;
    }

    /// <summary>Code in another branch of <c>#if</c> isn't seen here, and might use the client too.</summary>
    public static bool HasConditions(SyntaxNode? node) => node is { ContainsDirectives: true }
        && node.DescendantTrivia().Any(trivia => trivia.Kind() is SyntaxKind.IfDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia or SyntaxKind.ElifDirectiveTrivia);

    public static bool IsGenerated(Document document, SyntaxTree tree)
    {
        if (document is SourceGeneratedDocument || _generatedEndings.Any(ending => tree.FilePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var options = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree);
        if (options.TryGetValue("generated_code", out var configured) && bool.TryParse(configured.Trim(), out var isGenerated))
        {
            return isGenerated;
        }

        return Analyzers.GeneratedHeaders.Mark(tree.GetRoot());
    }


    private static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode node) => node.SyntaxTree.GetRoot() is CompilationUnitSyntax unit ? unit.Usings : default;

    private static bool IsInExpressionTree(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node.Ancestors().OfType<AnonymousFunctionExpressionSyntax>()
        .Any(function => model.GetTypeInfo(function, cancellation).ConvertedType is { Name: "Expression", ContainingNamespace.Name: "Expressions" })
        || node.Ancestors().OfType<QueryExpressionSyntax>().Any(query =>
            model.GetTypeInfo(query, cancellation).Type is { } type && (type.Name == "IQueryable" || type.AllInterfaces.Any(face => face.Name == "IQueryable")));
}
